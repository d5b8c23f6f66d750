import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components';

interface ChoiceButtonProps extends Pick<ButtonProps, 'onPress' | 'autoFocus'> {
  icon: LucideIcon;
  label: string;
  /** What choosing it means, in a sentence. */
  hint: string;
}

/** One of a few ways to go on: a tap on it says which, and does it. */
// Not `isPending`: its announcement would name a button that is gone by then.
export function ChoiceButton({ icon: Icon, label, hint, ...rest }: ChoiceButtonProps) {
  return (
    <Button
      {...rest}
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
