import type { ReactNode } from 'react';

/** Of a link that narrows a list down. */
export const chipClass =
  'inline-flex min-h-12 items-center rounded-full border-2 border-edge bg-card px-4 no-underline hover:border-ink ' +
  'aria-[current=page]:border-thread aria-[current=page]:bg-thread-wash aria-[current=page]:font-semibold';

/** Of such a link: the one that holds now is the page that is open, filters included. */
export const chosen = { exact: true };

/** Links, one of which holds now; each choice is an address. */
export function ChoiceNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      <span aria-hidden="true" className="mr-2 text-ink-soft">
        {label}
      </span>
      {children}
    </nav>
  );
}
