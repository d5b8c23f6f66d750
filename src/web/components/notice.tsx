import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `good` it is done, `careful` something to mind, `stop` it failed, `plain` just to know. */
  tone?: 'plain' | 'good' | 'careful' | 'stop';
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once when it appears; for what follows an action. */
  live?: boolean;
}

const looks = {
  plain: { icon: Info, box: 'border-edge bg-sunk', mark: 'text-ink-soft' },
  good: { icon: CircleCheck, box: 'border-good bg-good-wash', mark: 'text-good' },
  careful: { icon: TriangleAlert, box: 'border-careful bg-careful-wash', mark: 'text-careful' },
  stop: { icon: CircleAlert, box: 'border-stop bg-stop-wash', mark: 'text-stop' },
};

/** A few sentences that stand out: what happened, what it means, what to do. */
export function Notice({ tone = 'plain', title, children, live }: NoticeProps) {
  const { icon: Icon, box, mark } = looks[tone];
  return (
    <div
      role={live ? 'status' : undefined}
      className={`flex max-w-2xl gap-[min(1rem,4vw)] rounded-card border-l-4 px-[min(1.25rem,5vw)] py-4 ${box}`}
    >
      <Icon aria-hidden="true" className={`mt-[0.15em] size-[1.3em] shrink-0 ${mark}`} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="grid min-w-0 gap-2">{children}</div>}
      </div>
    </div>
  );
}
