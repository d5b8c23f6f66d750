import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Found } from '../../../web/contract.ts';
import { ChoiceNav, chipClass, chosen as exact } from './choice-nav.tsx';

type Facets = Found['sharers'];

/** Narrows down to one storyteller or topic, where there is a choice. Each choice is an address. */
export function SearchFilters({ found }: { found: Found }) {
  const { t } = useLingui();
  return (
    <div className="mb-8 grid gap-4 empty:hidden">
      <Choice name="sharer" label={t`Told by`} facets={found.sharers}>
        <Trans>Everybody</Trans>
      </Choice>
      <Choice name="topic" label={t`Topic`} facets={found.topics}>
        <Trans>All topics</Trans>
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  name: 'sharer' | 'topic';
  label: string;
  facets: Facets;
  /** What takes the filter away. */
  children: ReactNode;
}

function Choice({ name, label, facets, children }: ChoiceProps) {
  const search = useSearch({ from: '/app/search' });
  const chosen = search[name];
  if (facets.length < 2 && chosen === undefined) return null;
  const link = (value: string | undefined, words: ReactNode) => (
    <Link
      to="/search"
      search={{ ...search, [name]: value }}
      activeOptions={exact}
      className={chipClass}
    >
      {words}
    </Link>
  );
  return (
    <ChoiceNav label={label}>
      {link(undefined, children)}
      {facets.map(({ id, name: words, count }) => (
        <span key={id}>{link(id, `${words ?? '…'} (${count})`)}</span>
      ))}
    </ChoiceNav>
  );
}
