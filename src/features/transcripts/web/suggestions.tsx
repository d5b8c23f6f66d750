import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '../../../web/components/button.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { TranscriptDetail, TranscriptSuggestion } from '../../../web/contract.ts';
import { clockWords } from '../../recording/web/clock.ts';
import { useRefusalWords } from './cue-words.ts';
import { suggestionsQuery, useSettle } from './queries.ts';

/** Corrections that were suggested: to settle for those who manage, to follow for who made them. */
export function Suggestions({ transcript }: { transcript: TranscriptDetail }) {
  const { t } = useLingui();
  const { items } = useSuspenseQuery(suggestionsQuery(transcript.videoId)).data;
  if (items.length === 0) return null;
  return (
    <Section title={t`Suggestions`}>
      <ul className="grid gap-4">
        {items.map((item) => (
          <Suggestion key={item.id} item={item} transcript={transcript} />
        ))}
      </ul>
    </Section>
  );
}

function Suggestion(props: { item: TranscriptSuggestion; transcript: TranscriptDetail }) {
  const { item, transcript } = props;
  const settle = useSettle(transcript.videoId);
  const refusal = useRefusalWords();
  const answer = (how: 'accept' | 'decline' | 'withdraw') =>
    settle.mutate({ id: item.id, answer: how });
  return (
    <li className="hairline grid gap-2 rounded-card bg-card p-[min(1.25rem,5vw)]">
      <p className="text-body text-ink-soft">
        {clockWords(item.start)} {item.suggestedBy && !item.mine && `· ${item.suggestedBy}`}
      </p>
      <p dir="auto">
        <del className="text-ink-soft">{item.was}</del>{' '}
        <ins className="font-semibold no-underline">{item.suggested}</ins>
      </p>
      {item.status === 'ACCEPTED' && (
        <p className="text-good">
          <Trans>Taken over.</Trans>
        </p>
      )}
      {item.status === 'DECLINED' && (
        <p className="text-ink-soft">
          <Trans>Left as it was.</Trans>
        </p>
      )}
      {settle.isError && <p className="font-semibold text-stop">{refusal(settle.error)}</p>}
      {item.status === 'PENDING' && transcript.canManage && (
        <div className="flex flex-wrap gap-4">
          <Button variant="secondary" onPress={() => answer('accept')}>
            <Trans>Take it over</Trans>
          </Button>
          <Button variant="quiet" onPress={() => answer('decline')}>
            <Trans>Leave it as it is</Trans>
          </Button>
        </div>
      )}
      {item.status === 'PENDING' && item.mine && !transcript.canManage && (
        <div>
          <Button variant="quiet" onPress={() => answer('withdraw')}>
            <Trans>Take it back</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}
