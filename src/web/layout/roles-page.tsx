import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { TextLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { homes, type Role } from '../roles.ts';
import { useRoles, useRoleWords } from './use-roles.ts';

/** For somebody who comes for several things: each of them, and where it begins. */
export function RolesPage() {
  const { t } = useLingui();
  const { roles } = useRoles();
  return (
    <Page storyteller title={t`What would you like to do?`}>
      <ul className="grid gap-5">
        {roles.map((role) => (
          <li key={role}>
            <Choice role={role} />
          </li>
        ))}
      </ul>
      {!roles.includes('tell') && (
        <p className="mt-8">
          <TextLink to="/welcome">
            <Trans>Tell stories of my own, too</Trans>
          </TextLink>
        </p>
      )}
    </Page>
  );
}

function Choice({ role }: { role: Role }) {
  const { icon: Icon, choice, hint } = useRoleWords()[role];
  return (
    <Link
      to={homes[role]}
      className="flex min-h-16 items-center gap-5 rounded-card border-2 border-edge bg-card p-5 no-underline hover:border-thread"
    >
      <Icon aria-hidden="true" className="size-9 shrink-0 text-thread" />
      <span className="min-w-0">
        <span className="block text-large font-semibold">{choice}</span>
        <span className="block text-ink-soft">{hint}</span>
      </span>
    </Link>
  );
}
