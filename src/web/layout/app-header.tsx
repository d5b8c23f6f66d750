import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { UserRound } from 'lucide-react';
import { HelpLink } from '../../features/help/web/help-link.tsx';
import { Bell } from '../../features/notifications/web/bell.tsx';
import { actingFor } from '../acting-for.ts';
import { Wordmark } from '../components/wordmark.tsx';
import { NavLink, NavLinks } from './nav-links.tsx';
import { RoleMark } from './role-mark.tsx';
import { SearchLink } from './search-link.tsx';

/** The name, what one came for, a few words of navigation, and the account. On phones those lie at the bottom. */
export function AppHeader() {
  const { t } = useLingui();
  return (
    <header className="no-print mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-8">
      <Link
        to={actingFor === null ? '/home' : '/'}
        aria-label={t`Telloom, first page`}
        className="py-2 no-underline"
      >
        <Wordmark isShortOnPhones />
      </Link>
      {actingFor === null && (
        <div className="empty:hidden max-sm:order-last max-sm:w-full">
          <RoleMark />
        </div>
      )}
      <nav
        aria-label={t`Main`}
        className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap border-t border-line bg-card pb-[env(safe-area-inset-bottom)] sm:static sm:border-0 sm:bg-transparent sm:pb-0"
      >
        <NavLinks />
        {actingFor === null && (
          <NavLink to="/account" icon={UserRound}>
            <Trans>Account</Trans>
          </NavLink>
        )}
      </nav>
      <div className="flex flex-wrap items-center gap-x-1 sm:gap-x-2">
        <SearchLink />
        {actingFor === null && <Bell />}
        <HelpLink />
      </div>
    </header>
  );
}
