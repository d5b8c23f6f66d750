import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../web/api.ts';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { Section } from '../../../web/components/section.tsx';
import { TextAreaField, TextField } from '../../../web/components/text-field.tsx';
import type { TopicVideoDetail } from '../../../web/contract.ts';
import { TellAgain } from '../../recording/web/tell-again.tsx';
import { Summary } from '../../responses/web/summary.tsx';
import { EarlierTellings } from '../../videos/web/earlier-tellings.tsx';
import type { Teller } from '../../videos/web/tellings-queries.ts';
import { WayToTrim } from '../../videos/web/trimming/way-to-trim.tsx';

export interface TopicVideoSettingsProps {
  item: TopicVideoDetail;
  /** Plays from this second. */
  onSeek: (seconds: number) => void;
}

/** What its managers can change: the name, the words, and its end. */
export function TopicVideoSettings({ item, onSeek }: TopicVideoSettingsProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const teller: Teller = { kind: 'topic-videos', id: item.id };
  const save = async (change: { title?: string | null; summary?: string | null }) => {
    await api.patch(`/topic-videos/${item.id}`, change);
    await client.invalidateQueries({ queryKey: ['topic-videos'] });
  };
  const nothing = (
    <span className="text-ink-soft">
      <Trans>Nothing written yet.</Trans>
    </span>
  );
  return (
    <>
      <Section title={t`Title`}>
        <Editable
          name={t`Title`}
          value={item.title ?? nothing}
          onSave={({ title = '' }) => save({ title: title.trim() || null })}
        >
          <TextField
            name="title"
            label={t`Title`}
            optional
            defaultValue={item.title ?? ''}
            maxLength={200}
          />
        </Editable>
      </Section>
      <Section title={t`In a few words`}>
        <Editable
          name={t`In a few words`}
          value={item.summary ? <Summary story={item} onSeek={onSeek} /> : nothing}
          onSave={({ summary = '' }) => save({ summary: summary.trim() || null })}
        >
          <TextAreaField
            name="summary"
            label={t`In a few words`}
            rows={5}
            defaultValue={item.summary ?? ''}
          />
        </Editable>
      </Section>
      {item.status === 'READY' && item.video && <WayToTrim teller={teller} />}
      {item.topicId !== null && (
        <TellAgain sharerId={item.sharer.id} subject={{ topicId: item.topicId }}>
          <Trans>
            The recording that is here is kept. The title and what you wrote stay the same.
          </Trans>
        </TellAgain>
      )}
      <EarlierTellings teller={teller} />
      <Section title={t`Delete`}>
        <Delete item={item} />
      </Section>
    </>
  );
}

function Delete({ item }: { item: TopicVideoDetail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <AskFirst
      label={<Trans>Delete this video</Trans>}
      question={t`Delete this video and its recordings?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Delete it for good</Trans>}
      pendingLabel={t`Deleting…`}
      onConfirm={async () => {
        await api.delete(`/topic-videos/${item.id}`);
        await navigate({ to: '/topics', replace: true });
        client.removeQueries({ queryKey: ['topic-videos'] });
      }}
    >
      <Trans>None of it comes back, nor what you told before. The stories behind it stay.</Trans>
    </AskFirst>
  );
}
