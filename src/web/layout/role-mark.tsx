import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useRoles, useRoleWords } from './use-roles.ts';

/** Over every page of somebody who comes for several things: which one it is now, and the way to others. */
export function RoleMark() {
  const words = useRoleWords();
  const { roles, current } = useRoles();
  if (roles.length < 2 || !current) return null;
  const { icon: Icon, name } = words[current];
  return (
    <Link
      to="/roles"
      className="inline-flex min-h-11 min-w-0 items-center gap-2 rounded-card bg-thread-wash px-3 py-1 leading-tight no-underline"
    >
      <Icon aria-hidden="true" className="size-5 shrink-0 text-thread" />
      <span className="min-w-0">
        <span className="block font-semibold break-words">{name}</span>
        <span className="block text-small underline underline-offset-4">
          <Trans>Do something else</Trans>
        </span>
      </span>
    </Link>
  );
}
