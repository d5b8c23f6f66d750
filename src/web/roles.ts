import type { Me } from './contract.ts';

/** What somebody comes for. One person may come for several things, each with a first page of its own. */
export type Role = 'tell' | 'watch' | 'keep' | 'admin';

export const homes = {
  tell: '/',
  watch: '/watch',
  keep: '/looked-after',
  admin: '/admin',
} as const;

/** Those of a person, in the order in which they are offered. What each may do is not decided here. */
export function rolesOf(me: Me): Role[] {
  const has: Record<Role, boolean> = {
    tell: me.sharerId !== null,
    watch: me.followsCount > 0,
    keep: me.keepsCount > 0,
    admin: me.isAdmin,
  };
  return (Object.keys(has) as Role[]).filter((role) => has[role]);
}

const pages: [RegExp, Role][] = [
  [/^\/watch(\/|$)/, 'watch'],
  [/^\/looked-after$/, 'keep'],
  [/^\/admin(\/|$)/, 'admin'],
  [/^\/(topics(\/.*)?|record\/.*|upload\/.*|stories|family|keeper|log)?$/, 'tell'],
];

/** What was told: there nobody runs Telloom, whatever they did before. */
const told = /^\/(stories|photos|objects|topic-videos)\//;

/** The role that somebody with these roles is in: the page's, the last one, or their first. */
export function roleNow(roles: Role[], page: string, last: string | null): Role | undefined {
  const here = roleOfPage(page);
  if (here !== undefined && roles.includes(here)) return here;
  const fit = told.test(page) ? roles.filter((role) => role !== 'admin') : roles;
  return fit.find((role) => role === last) ?? fit[0] ?? roles[0];
}

/** The role that a page belongs to; undefined for those that several share, such as a story. */
export const roleOfPage = (path: string): Role | undefined =>
  pages.find(([pattern]) => pattern.test(path))?.[1];

const keyOf = (personId: string) => `telloom.role.${personId}`;

/** The role that this person was in last: in this tab, or else on this device. */
export function lastRole({ id }: Me): string | null {
  return sessionStorage.getItem(keyOf(id)) ?? localStorage.getItem(keyOf(id));
}

export function rememberRole({ id }: Me, role: Role): void {
  sessionStorage.setItem(keyOf(id), role);
  localStorage.setItem(keyOf(id), role);
}

/** Where somebody arrives: the only role's home, the last one's, or the page that asks. */
export function arrivalOf(me: Me) {
  const roles = rolesOf(me);
  const last = roles.find((role) => role === lastRole(me));
  const role = last ?? (roles.length === 1 ? roles[0] : undefined);
  if (role) return homes[role];
  return roles.length === 0 ? '/welcome' : '/roles';
}
