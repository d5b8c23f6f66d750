import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../web/components/button.tsx';
import type { ButtonVariant } from '../../../web/components/button-style.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useAnswerRequest } from './queries.ts';

export interface AnswerRequestProps {
  id: string;
  name: string | null;
  /** Of the yes, where it is not what the page is about. */
  variant?: ButtonVariant;
  /** The answer was no: it can only become a yes. */
  refused?: boolean;
}

/** Yes or no to somebody who would like to watch. A no can be turned into a yes later, not a yes into a no. */
export function AnswerRequest({ id, name: given, variant, refused }: AnswerRequestProps) {
  const { t } = useLingui();
  const words = useErrorWords();
  const answer = useAnswerRequest();
  const name = given ?? t`Someone`;
  return (
    <div className="grid gap-3">
      <Button
        variant={variant}
        aria-label={t`Let them watch: ${name}`}
        isPending={answer.isPending && answer.variables.approve}
        onPress={() => answer.mutate({ id, approve: true })}
      >
        <Trans>Let them watch</Trans>
      </Button>
      {!refused && (
        <Button
          variant="secondary"
          aria-label={t`Not now: ${name}`}
          isPending={answer.isPending && !answer.variables.approve}
          onPress={() => answer.mutate({ id, approve: false })}
        >
          <Trans>Not now</Trans>
        </Button>
      )}
      {answer.isError && <p role="alert">{words(answer.error)}</p>}
    </div>
  );
}
