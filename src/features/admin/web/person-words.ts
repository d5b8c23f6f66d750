import { useLingui } from '@lingui/react/macro';
import type { KnownPerson } from '../../../web/contract.ts';

/** What the roles are called, of which one person may have several. */
export function useRoleNames(): Record<KnownPerson['roles'][number], string> {
  const { t } = useLingui();
  return {
    SHARER: t`tells stories`,
    LISTENER: t`watches stories`,
    EXECUTOR: t`looks after stories`,
    ADMIN: t`runs this Telloom`,
  };
}
