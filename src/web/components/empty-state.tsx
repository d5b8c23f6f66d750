import type { ReactNode } from 'react';
import { Band } from './band.tsx';

/** What will be here, and the first step towards it. */
export function EmptyState(props: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="hairline max-w-2xl overflow-hidden rounded-card bg-card">
      <Band />
      <div className="grid gap-4 p-6 sm:p-9">
        <h2 className="text-title">{props.title}</h2>
        <div className="grid gap-3">{props.children}</div>
        {props.action && <div className="mt-2">{props.action}</div>}
      </div>
    </div>
  );
}
