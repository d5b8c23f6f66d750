import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useSearchKey } from '../../features/library/web/search-key.ts';
import { actingFor } from '../acting-for.ts';
import { useRoles } from './use-roles.ts';

/** The way to the search from every page; who watches has it among the words of their navigation. */
export function SearchLink() {
  const { current } = useRoles();
  useSearchKey();
  if (actingFor === null && (current === 'watch' || current === 'admin')) return null;
  return (
    <Link
      to="/search"
      className="flex min-h-12 items-center gap-1 px-1 text-small text-ink-soft sm:gap-2 sm:px-2 sm:text-body no-underline hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-thread"
    >
      <Search aria-hidden="true" className="size-6 shrink-0 sm:size-5" />
      <Trans>Search</Trans>
    </Link>
  );
}
