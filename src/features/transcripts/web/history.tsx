import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '../../../web/components/button.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { TranscriptDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { useRefusalWords } from './cue-words.ts';
import { type Settled, useRestore, versionsQuery } from './queries.ts';

/** What the words were before: who changed them and when, and a way back. */
export function History(props: { transcript: TranscriptDetail; settled: Settled }) {
  const { transcript, settled } = props;
  const { t } = useLingui();
  const format = useFormat();
  const refusal = useRefusalWords();
  const restore = useRestore(transcript.videoId, settled);
  const { items } = useSuspenseQuery(versionsQuery(transcript.videoId)).data;
  if (items.length < 2) return null;
  return (
    <Section title={t`Earlier versions`}>
      {restore.isError && <p className="mb-4 font-semibold text-stop">{refusal(restore.error)}</p>}
      <Rows>
        {items.map((item) => (
          <Row
            key={item.id}
            title={item.madeBy ?? (item.source === 'file' ? t`From a file` : t`Made by a machine`)}
            about={
              <>
                {format.dateTime(item.updatedAt)} ·{' '}
                <span dir="auto">{item.beginning.slice(0, 80)}…</span>
              </>
            }
            action={
              item.version === transcript.version ? (
                <span className="text-ink-soft">
                  <Trans>This is how it is now</Trans>
                </span>
              ) : (
                <Button variant="secondary" onPress={() => restore.mutate(item.id)}>
                  <Trans>Bring it back</Trans>
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
