import type { ComponentType, ReactNode, Ref } from 'react';
import { useContext } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { type ButtonVariant, buttonClass } from './button-style.ts';
import { FormContext } from './form-context.ts';
import { useSteadyHand } from './steady-hand.ts';

export type Icon = ComponentType<{ className?: string }>;

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant;
  /** Always beside a word, never alone. */
  icon?: Icon;
  /** As wide as its place; on phones every button is. */
  wide?: boolean;
  /** What the button says while `isPending`, for example "Saving…". */
  pendingLabel?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

/**
 * A button: at least 52 px high, 64 px on a storyteller's page. It keeps the focus while pending,
 * and is never greyed out. A submit button is pending while its Form is.
 */
export function Button(props: ButtonProps) {
  const { variant = 'primary', icon: Icon, wide, pendingLabel, children, ...aria } = props;
  const { onPress, isPending, ...rest } = aria;
  const form = useContext(FormContext);
  const steady = useSteadyHand();
  const pending = isPending ?? (rest.type === 'submit' && form.pending);
  return (
    <AriaButton
      {...rest}
      // Not react-aria's own `isPending`: it announces a button that may be gone by then.
      type={pending ? 'button' : rest.type}
      onPress={onPress && ((event) => !pending && steady() && onPress(event))}
      className={`${buttonClass(variant, wide)} ${pending ? 'cursor-progress' : ''}`}
    >
      {Icon && <Icon aria-hidden="true" className="size-[1.2em] shrink-0" />}
      <span aria-live="polite">{pending && pendingLabel ? pendingLabel : children}</span>
    </AriaButton>
  );
}
