import type { ReactNode } from 'react';

/** What can be done with a recording, side by side below it; one below the other on phones. */
export function RecordingActions({ children }: { children: ReactNode }) {
  return (
    <div className="no-print mt-6 flex flex-wrap items-start gap-4 empty:hidden">{children}</div>
  );
}
