import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { HeaderLink } from '../../../web/components/header-link.tsx';
import { unreadQuery } from './queries.ts';
import { useContact } from './use-contact.ts';

/** The way to what is new, and how much of it there is. */
export function Bell() {
  useContact();
  const count = useQuery(unreadQuery).data?.count ?? 0;
  return (
    <HeaderLink to="/news" icon={BellIcon}>
      <Trans>News</Trans>
      {count > 0 && (
        <span className="min-w-7 rounded-full bg-thread px-2 text-center text-small font-semibold text-thread-ink">
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="sr-only">
            <Plural value={count} one="# is new" other="# are new" />
          </span>
        </span>
      )}
    </HeaderLink>
  );
}
