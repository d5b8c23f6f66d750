import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Gauge, HandHeart, MessageCircleMore, Tv } from 'lucide-react';
import { useEffect } from 'react';
import { meQuery } from '../../features/people/web/queries.ts';
import type { Icon } from '../components/button.tsx';
import { lastRole, type Role, rememberRole, roleNow, roleOfPage, rolesOf } from '../roles.ts';

interface RoleWords {
  icon: Icon;
  /** What one does, for the mark over every page. */
  name: string;
  /** What one comes for, for the page that asks. */
  choice: string;
  hint: string;
}

export function useRoleWords(): Record<Role, RoleWords> {
  const { t } = useLingui();
  return {
    tell: {
      icon: MessageCircleMore,
      name: t`Telling my stories`,
      choice: t`Tell my stories`,
      hint: t`Answer a question, and see what you have told.`,
    },
    watch: {
      icon: Tv,
      name: t`Watching my family`,
      choice: t`Watch my family’s stories`,
      hint: t`What is new from those who invited you.`,
    },
    keep: {
      icon: HandHeart,
      name: t`Looking after stories`,
      choice: t`Look after somebody’s stories`,
      hint: t`What waits there, and what is new.`,
    },
    admin: {
      icon: Gauge,
      name: t`Running Telloom`,
      choice: t`Run this Telloom`,
      hint: t`Its questions, how it is doing, and its e-mails.`,
    },
  };
}

/** The roles of the person, and the one that they are in now; undefined for somebody who has none. */
export function useRoles(): { roles: Role[]; current: Role | undefined } {
  const me = useSuspenseQuery(meQuery).data;
  const page = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  const roles = rolesOf(me);
  const here = roles.find((role) => role === roleOfPage(page));
  useEffect(() => {
    if (here && me.actingFor === null) rememberRole(me, here);
  }, [me, here]);
  return { roles, current: roleNow(roles, page, lastRole(me)) };
}
