import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface HeaderLinkProps {
  to: '/search' | '/news' | '/help';
  icon: LucideIcon;
  children: ReactNode;
}

/** One of the few ways that stand at the top of every page, beside its navigation. */
export function HeaderLink({ to, icon: Icon, children }: HeaderLinkProps) {
  return (
    <Link
      to={to}
      className="flex min-h-12 items-center gap-1.5 px-1.5 text-small text-ink-soft sm:gap-2 sm:px-2 sm:text-body no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-thread"
    >
      {/* in the narrowest windows the words have the row to themselves */}
      <Icon aria-hidden="true" className="size-6 shrink-0 max-[22.5rem]:hidden sm:size-5" />
      {children}
    </Link>
  );
}
