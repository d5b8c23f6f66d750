import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Found } from '../../../web/contract.ts';

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

const chip =
  'inline-flex min-h-12 items-center rounded-full border-2 border-edge bg-card px-4 no-underline hover:border-ink ' +
  'aria-[current=true]:border-thread aria-[current=true]:bg-thread-wash aria-[current=true]:font-semibold';

function Choice({ name, label, facets, children }: ChoiceProps) {
  const search = useSearch({ from: '/app/search' });
  const chosen = search[name];
  if (facets.length < 2 && chosen === undefined) return null;
  const link = (value: string | undefined, words: ReactNode) => (
    <Link
      to="/search"
      search={{ ...search, [name]: value }}
      aria-current={chosen === value ? 'true' : undefined}
      className={chip}
    >
      {words}
    </Link>
  );
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      <span aria-hidden="true" className="mr-2 text-ink-soft">
        {label}
      </span>
      {link(undefined, children)}
      {facets.map(({ id, name: words, count }) => (
        <span key={id}>{link(id, `${words ?? '…'} (${count})`)}</span>
      ))}
    </nav>
  );
}
