import { Trans } from '@lingui/react/macro';
import { Search } from 'lucide-react';
import { useSearchKey } from '../../features/library/web/search-key.ts';
import { actingFor } from '../acting-for.ts';
import { HeaderLink } from '../components/header-link.tsx';
import { useRoles } from './use-roles.ts';

/** The way to the search from every page; who watches has it among the words of their navigation. */
export function SearchLink() {
  const { current } = useRoles();
  useSearchKey();
  if (actingFor === null && (current === 'watch' || current === 'admin')) return null;
  return (
    <HeaderLink to="/search" icon={Search}>
      <Trans>Search</Trans>
    </HeaderLink>
  );
}
