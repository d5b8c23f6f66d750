import { Trans } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../web/components/button.tsx';
import type { Sharing } from '../../responses/web/queries.ts';
import { DidNotWork } from './did-not-work.tsx';
import type { Telling } from './use-telling.ts';
import { WhoMayWatch } from './who-may-watch.tsx';

/** That it is shown, and of a new story to whom. */
export type Decision = Partial<Sharing>;

export interface LastStepProps {
  telling: Telling;
  busy: boolean;
  error: unknown;
  /** It was decided before, and is asked anew. */
  again: boolean;
  onChoose: (decision: Decision) => void;
}

/** What is left to say of a recording, before others can watch it. */
export function LastStep({ telling, ...rest }: LastStepProps) {
  if (telling.subject.topicId) {
    return (
      <OneButton
        {...rest}
        title={<Trans>Show it to everyone I invited?</Trans>}
        words={
          telling.hasTopicVideo && (
            <Trans>The earlier recording is kept, and you can bring it back.</Trans>
          )
        }
      >
        <Trans>Show it</Trans>
      </OneButton>
    );
  }
  if (telling.storyId === null) return <WhoMayWatch {...rest} />;
  return (
    <OneButton
      {...rest}
      title={<Trans>Show this one from now on?</Trans>}
      words={
        <Trans>
          The earlier recording is kept, and you can bring it back. Who may watch stays the same.
        </Trans>
      }
    >
      <Trans>Show this one</Trans>
    </OneButton>
  );
}

interface OneButtonProps extends Omit<LastStepProps, 'telling'> {
  title: ReactNode;
  words: ReactNode;
  children: ReactNode;
}

function OneButton({ title, words, busy, error, again, onChoose, children }: OneButtonProps) {
  return (
    <section className="grid justify-items-start gap-4" aria-labelledby="last-step">
      <h2 id="last-step" className="text-title">
        {title}
      </h2>
      {words && <p className="text-ink-soft">{words}</p>}
      <DidNotWork error={error} />
      <Button icon={Check} autoFocus={again} onPress={() => !busy && onChoose({})}>
        {children}
      </Button>
      <p role="status" className={busy ? '' : 'sr-only'}>
        {busy && <Trans>Putting it with the stories.</Trans>}
      </p>
    </section>
  );
}
