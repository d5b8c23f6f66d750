import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Section } from '../../../web/components/section.tsx';
import { TextAreaField, TextField } from '../../../web/components/text-field.tsx';
import type { TopicVideoDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { meQuery } from '../../people/web/queries.ts';
import { RecordLink } from '../../recording/web/told-links.tsx';

/** What its managers can change: the name, the words, and its end. */
export function TopicVideoSettings({ item }: { item: TopicVideoDetail }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const mine = useSuspenseQuery(meQuery).data.sharerId === item.sharer.id;
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
          value={<span className="whitespace-pre-line">{item.summary ?? nothing}</span>}
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
      {mine && item.topicId !== null && <Anew topicId={item.topicId} />}
      <Section title={t`Delete`}>
        <Delete item={item} />
      </Section>
    </>
  );
}

/** A new recording takes the place of this one when it is kept. */
function Anew({ topicId }: { topicId: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`Tell it again`}>
      <div className="grid justify-items-start gap-4">
        <p className="text-ink-soft">
          <Trans>This one stays until you keep the new one. Its title and words stay too.</Trans>
        </p>
        <RecordLink subject={{ topicId }} variant="secondary">
          <Trans>Record it anew</Trans>
        </RecordLink>
      </div>
    </Section>
  );
}

function Delete({ item }: { item: TopicVideoDetail }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.delete(`/topic-videos/${item.id}`),
    onSuccess: async () => {
      await navigate({ to: '/topics', replace: true });
      client.removeQueries({ queryKey: ['topic-videos'] });
    },
  });
  if (!asking) {
    return (
      <Button variant="secondary" icon={Trash2} onPress={() => setAsking(true)}>
        <Trans>Delete this video</Trans>
      </Button>
    );
  }
  return (
    <div className="grid max-w-xl gap-5">
      <Notice tone="careful" title={t`Delete this video and its recording?`} live>
        <p>
          <Trans>It cannot be brought back. The stories behind it stay.</Trans>
        </p>
        {remove.isError && <p>{words(remove.error)}</p>}
      </Notice>
      <div className="flex flex-wrap gap-4">
        <Button autoFocus variant="secondary" onPress={() => setAsking(false)}>
          <Trans>Keep it</Trans>
        </Button>
        <Button
          variant="stop"
          isPending={remove.isPending}
          pendingLabel={t`Deleting…`}
          onPress={() => remove.mutate()}
        >
          <Trans>Delete it for good</Trans>
        </Button>
      </div>
    </div>
  );
}
