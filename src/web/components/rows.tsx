import type { ReactNode } from 'react';

/** A list of people or things, one below the other on one card. */
export function Rows({ children }: { children: ReactNode }) {
  return (
    <ul className="hairline divide-y divide-line overflow-hidden rounded-card bg-card">
      {children}
    </ul>
  );
}

export interface RowProps {
  picture?: ReactNode;
  title: ReactNode;
  about?: ReactNode;
  /** A button; below the words on phones. */
  action?: ReactNode;
}

/** One of Rows. */
export function Row({ picture, title, about, action }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-4 p-[min(1.25rem,5vw)] sm:flex-nowrap">
      {picture}
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-semibold break-words">{title}</p>
        {about && <p className="text-body text-ink-soft break-words">{about}</p>}
      </div>
      {action && <div className="shrink-0 max-sm:w-full">{action}</div>}
    </li>
  );
}
