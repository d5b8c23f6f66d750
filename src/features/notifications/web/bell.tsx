import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { unreadQuery } from './queries.ts';
import { useContact } from './use-contact.ts';

/** The way to what is new, and how much of it there is. */
export function Bell() {
  useContact();
  const count = useQuery(unreadQuery).data?.count ?? 0;
  return (
    <Link
      to="/news"
      className="flex min-h-12 items-center gap-1 px-1 text-small text-ink-soft sm:gap-2 sm:px-2 sm:text-body no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-thread"
    >
      <BellIcon aria-hidden="true" className="size-6 shrink-0 sm:size-5" />
      <Trans>News</Trans>
      {count > 0 && (
        <span className="min-w-7 rounded-full bg-thread px-2 text-center text-small font-semibold text-thread-ink">
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="sr-only">
            <Plural value={count} one="# is new" other="# are new" />
          </span>
        </span>
      )}
    </Link>
  );
}
