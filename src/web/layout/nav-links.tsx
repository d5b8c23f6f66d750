import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import {
  BookOpen,
  Gauge,
  HandHeart,
  Mail,
  MessageCircleMore,
  MessageCircleQuestion,
  ScrollText,
  Search,
  Tv,
  Users,
} from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { meQuery } from '../../features/people/web/queries.ts';
import type { Icon } from '../components/button.tsx';
import type { Role } from '../roles.ts';
import { useRoles } from './use-roles.ts';

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

export const NavLink = createLink(NavAnchor);

/** At most three words: those of the role that the person is in, or of whom they look after. */
export function NavLinks() {
  const me = useSuspenseQuery(meQuery).data;
  const { current } = useRoles();
  if (me.actingFor !== null) return <LinksOfAnother />;
  const Links = current ? linksOf[current] : ToBegin;
  return (
    <>
      <Links />
      {current === 'watch' && me.sharerId === null && <ToTell />}
    </>
  );
}

const exact = { exact: true };

const Tell = () => (
  <NavLink to="/" activeOptions={exact} icon={MessageCircleMore}>
    <Trans context="navigation: answer questions">Tell</Trans>
  </NavLink>
);

/** For somebody who does not tell yet. */
const ToTell = () => (
  <NavLink to="/welcome" icon={MessageCircleMore}>
    <Trans context="navigation: answer questions">Tell</Trans>
  </NavLink>
);

const Watch = () => (
  <NavLink to="/watch" icon={Tv}>
    <Trans context="navigation: the family's stories">Watch</Trans>
  </NavLink>
);

const Family = () => (
  <NavLink to="/family" icon={Users}>
    <Trans>Family</Trans>
  </NavLink>
);

const ToBegin = () => (
  <>
    <ToTell />
    <Watch />
  </>
);

const linksOf: Record<Role, () => ReactNode> = {
  tell: () => (
    <>
      <Tell />
      <NavLink to="/stories" icon={BookOpen}>
        <Trans>My stories</Trans>
      </NavLink>
      <Family />
    </>
  ),
  watch: () => (
    <>
      <Watch />
      <NavLink to="/search" icon={Search}>
        <Trans>Search</Trans>
      </NavLink>
    </>
  ),
  keep: () => (
    <NavLink to="/looked-after" icon={HandHeart}>
      <Trans context="navigation: whose stories one looks after">Look after</Trans>
    </NavLink>
  ),
  admin: () => (
    <>
      <NavLink to="/admin" activeOptions={exact} icon={Gauge}>
        <Trans context="navigation: how this Telloom is doing">Overview</Trans>
      </NavLink>
      <NavLink to="/admin/questions" icon={MessageCircleQuestion}>
        <Trans>Questions</Trans>
      </NavLink>
      <NavLink to="/admin/mail" icon={Mail}>
        <Trans>E-mails</Trans>
      </NavLink>
    </>
  ),
};

/** For whoever looks after somebody's stories, in their pages. */
const LinksOfAnother = () => (
  <>
    <Tell />
    <NavLink to="/stories" icon={BookOpen}>
      <Trans>Stories</Trans>
    </NavLink>
    <Family />
    <NavLink to="/log" icon={ScrollText}>
      <Trans context="navigation: what was done for somebody">Done</Trans>
    </NavLink>
  </>
);
