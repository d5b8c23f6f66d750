import { type ComponentPropsWithRef, type ReactNode, useContext } from 'react';
import { type ButtonVariant, buttonClass } from './button-style.ts';
import { FormContext } from './form-context.ts';
import { useSteadyHand } from './steady-hand.ts';

export interface PlainButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className'> {
  variant?: ButtonVariant;
  /** What the button says while its Form is sent. */
  pendingLabel?: ReactNode;
}

/**
 * Looks and behaves like Button, and is the element of the platform: for the pages before signing
 * in, which come without react-aria-components and are 14 kB lighter for it.
 */
export function PlainButton(props: PlainButtonProps) {
  const { variant = 'primary', type = 'button', pendingLabel, children, onClick, ...rest } = props;
  const form = useContext(FormContext);
  const steady = useSteadyHand();
  const pending = type === 'submit' && form.pending;
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      onClick={onClick && ((event) => steady() && onClick(event))}
      className={buttonClass(variant)}
    >
      <span>{pending && pendingLabel ? pendingLabel : children}</span>
    </button>
  );
}
