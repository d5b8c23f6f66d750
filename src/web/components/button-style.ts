/** `primary` is the one thing to do, `stop` ends or deletes, `quiet` looks like a link. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'stop';

const shape =
  'inline-flex items-center justify-center gap-3 min-h-[var(--target,3.25rem)] rounded-card px-[min(1.5rem,6vw)] py-3 ' +
  'font-semibold leading-tight text-center cursor-pointer select-none no-underline ' +
  'transition-colors duration-150';

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-thread text-thread-ink border-2 border-thread hover:bg-thread-deep',
  secondary: 'bg-card text-ink border-2 border-edge hover:border-thread hover:text-thread',
  quiet:
    'text-thread underline underline-offset-4 decoration-1 border-2 border-transparent !px-3 -ml-3 hover:text-thread-deep hover:decoration-2',
  stop: 'bg-stop text-stop-ink border-2 border-stop hover:bg-stop-deep',
};

/** The classes of a button, for buttons and for links that look like one. */
export function buttonClass(variant: ButtonVariant, wide = false): string {
  const width = wide ? 'w-full' : variant === 'quiet' ? '' : 'max-sm:w-full';
  return `${shape} ${looks[variant]} ${width}`;
}
