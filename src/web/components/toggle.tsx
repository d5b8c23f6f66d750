import type { ReactNode } from 'react';
import { Switch, type SwitchProps } from 'react-aria-components';

interface ToggleProps extends Pick<SwitchProps, 'isSelected' | 'onChange'> {
  /** What is on or off. */
  children: ReactNode;
}

/** Something that is on or off, at once. Its place and its mark say which, not its colour alone. */
export function Toggle({ children, ...rest }: ToggleProps) {
  return (
    <Switch
      {...rest}
      className="group flex min-h-[var(--target,3.25rem)] cursor-pointer items-center gap-4 rounded-card data-[focus-visible]:outline-3 data-[focus-visible]:outline-offset-3 data-[focus-visible]:outline-focus"
    >
      <span
        aria-hidden="true"
        className="flex h-8 w-14 shrink-0 items-center rounded-full border-2 border-edge bg-card p-1 group-hover:border-ink group-data-[selected]:border-thread group-data-[selected]:bg-thread"
      >
        <span className="size-5 rounded-full bg-edge transition-transform duration-150 group-data-[selected]:translate-x-6 group-data-[selected]:bg-thread-ink motion-reduce:transition-none" />
      </span>
      <span>{children}</span>
    </Switch>
  );
}
