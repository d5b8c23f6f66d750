import type { ReactNode } from 'react';

/** A sheet of card on the paper: a hairline, air, no shadow. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`hairline rounded-card bg-card p-[min(1.25rem,5vw)] sm:p-7 ${className}`}>
      {children}
    </div>
  );
}
