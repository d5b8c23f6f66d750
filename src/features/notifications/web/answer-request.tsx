import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../web/components/button.tsx';
import type { NewsLine } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useAnswerRequest } from './queries.ts';

/** Yes or no to somebody who would like to watch. A no can be turned into a yes later, not a yes into a no. */
export function AnswerRequest({ id, line }: { id: string; line: NewsLine }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const answer = useAnswerRequest();
  const name = line.person.name ?? t`Someone`;
  return (
    <div className="grid gap-3">
      <Button
        aria-label={t`Let them watch: ${name}`}
        isPending={answer.isPending && answer.variables.approve}
        onPress={() => answer.mutate({ id, approve: true })}
      >
        <Trans>Let them watch</Trans>
      </Button>
      <Button
        variant="secondary"
        aria-label={t`Not now: ${name}`}
        isPending={answer.isPending && !answer.variables.approve}
        onPress={() => answer.mutate({ id, approve: false })}
      >
        <Trans>Not now</Trans>
      </Button>
      {answer.isError && <p role="alert">{words(answer.error)}</p>}
    </div>
  );
}
