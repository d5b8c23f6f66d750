import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createLink, Link } from '@tanstack/react-router';
import { BookOpen, MessageCircleMore, Tv, UserRound, Users } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Bell } from '../../features/notifications/web/bell.tsx';
import { meQuery } from '../../features/people/web/queries.ts';
import type { Icon } from '../components/button.tsx';
import { Wordmark } from '../components/wordmark.tsx';

interface NavAnchorProps extends ComponentPropsWithRef<'a'> {
  icon: Icon;
}

/** A column on phones, a row elsewhere; the page one is on carries a thread under it. */
function NavAnchor({ icon: Icon, children, ...rest }: NavAnchorProps) {
  return (
    <a
      {...rest}
      className="group flex min-h-16 min-w-0 flex-auto flex-col items-center justify-center gap-1 px-1 text-center text-small leading-tight text-ink-soft no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-thread sm:min-h-12 sm:flex-none sm:flex-row sm:gap-2 sm:px-4 sm:text-body"
    >
      <Icon aria-hidden="true" className="size-6 shrink-0 sm:size-5" />
      <span className="max-w-full border-b-2 border-transparent group-aria-[current=page]:border-thread">
        {children}
      </span>
    </a>
  );
}

const NavLink = createLink(NavAnchor);

/** The name, at most three words of navigation, and the account. On phones they lie at the bottom. */
export function AppHeader() {
  const { t } = useLingui();
  return (
    <header className="no-print mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 py-3 sm:px-8">
      <Link to="/" aria-label={t`Telloom, first page`} className="py-2 no-underline">
        <Wordmark />
      </Link>
      <nav
        aria-label={t`Main`}
        className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap border-t border-line bg-card pb-[env(safe-area-inset-bottom)] sm:static sm:border-0 sm:bg-transparent sm:pb-0"
      >
        <NavLinks />
        <NavLink to="/account" icon={UserRound}>
          <Trans>Account</Trans>
        </NavLink>
      </nav>
      <Bell />
    </header>
  );
}

function NavLinks() {
  const { data: me } = useSuspenseQuery(meQuery);
  const tells = me.sharerId !== null;
  const watches = me.followsCount > 0 || !tells;
  return (
    <>
      <NavLink
        to={tells ? '/' : '/welcome'}
        activeOptions={{ exact: true }}
        icon={MessageCircleMore}
      >
        <Trans context="navigation: answer questions">Tell</Trans>
      </NavLink>
      {watches && (
        <NavLink to="/watch" icon={Tv}>
          <Trans context="navigation: the family's stories">Watch</Trans>
        </NavLink>
      )}
      {tells && !watches && (
        <NavLink to="/stories" icon={BookOpen}>
          <Trans>My stories</Trans>
        </NavLink>
      )}
      {tells && (
        <NavLink to="/family" icon={Users}>
          <Trans>Family</Trans>
        </NavLink>
      )}
    </>
  );
}
