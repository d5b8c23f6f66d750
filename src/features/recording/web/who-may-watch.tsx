import { Trans } from '@lingui/react/macro';
import { Lock, type LucideIcon, Users } from 'lucide-react';
import { Button } from 'react-aria-components';
import { usePrivacyWords } from '../../../web/components/story-words.ts';
import { DidNotWork } from './did-not-work.tsx';

type Choice = 'Private' | 'Public';

/** One tap says who may watch, and makes it a story. */
export function WhoMayWatch(props: {
  onChoose: (choice: Choice) => void;
  busy: boolean;
  error: unknown;
}) {
  return (
    <section className="grid gap-4" aria-labelledby="who-may-watch">
      <h2 id="who-may-watch" className="text-title">
        <Trans>Who may watch it?</Trans>
      </h2>
      <p className="text-ink-soft">
        <Trans>You can change this later.</Trans>
      </p>
      <DidNotWork error={props.error} />
      <div className="grid gap-4" aria-busy={props.busy}>
        <ChoiceButton choice="Public" icon={Users} {...props} />
        <ChoiceButton choice="Private" icon={Lock} {...props} />
      </div>
      <p role="status" className={props.busy ? '' : 'sr-only'}>
        {props.busy && <Trans>Putting it with the stories.</Trans>}
      </p>
    </section>
  );
}

function ChoiceButton(props: {
  choice: Choice;
  icon: LucideIcon;
  busy: boolean;
  onChoose: (choice: Choice) => void;
}) {
  const { choice, icon: Icon, busy, onChoose } = props;
  const { label, hint } = usePrivacyWords()[choice];
  return (
    <Button
      // Not `isPending`: its announcement would name a button that is gone by then.
      onPress={() => !busy && onChoose(choice)}
      className="flex min-h-24 w-full cursor-pointer items-start gap-4 rounded-card border-2 border-edge bg-card p-5 text-left hover:border-thread hover:bg-thread-wash"
    >
      <Icon aria-hidden="true" className="mt-1 size-7 shrink-0 text-thread" />
      <span className="grid gap-1">
        <span className="font-semibold">{label}</span>
        <span className="text-ink-soft">{hint}</span>
      </span>
    </Button>
  );
}
