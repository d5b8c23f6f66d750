import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Found } from '../../../web/contract.ts';
import { ChoiceNav, chipClass, chosen as exact } from './choice-nav.tsx';
import { useKindWords } from './found-words.ts';
import { kinds, type SearchAddress } from './search-address.ts';

interface FiltersProps {
  found: Found;
  address: SearchAddress;
}

/** Narrows down where there is a choice. Each choice is an address, so Back undoes it. */
export function SearchFilters({ found, address }: FiltersProps) {
  const { t } = useLingui();
  const { kind, sharer, topic, from, unseen } = address;
  const kindWords = useKindWords();
  // Whichever leads to where one is already is the chosen one, and the link says so by itself.
  const chip = (change: SearchAddress, words: ReactNode) => (
    <Link
      key={JSON.stringify(change)}
      to="/search"
      search={{ ...address, ...change }}
      activeOptions={exact}
      resetScroll={false}
      className={chipClass}
    >
      {words}
    </Link>
  );
  const of = (facets: Found['sharers'], name: 'sharer' | 'topic') =>
    facets.map(({ id, name: words, count }) => chip({ [name]: id }, `${words ?? '…'} (${count})`));
  const isChosen = topic !== undefined || from !== undefined || unseen === true;
  const { topics, decades, counts } = found;
  const hasMore = isChosen || topics.length > 1 || decades.length > 1 || counts.stories > 0;
  const there = kinds.filter((one) => found.counts[one] > 0 || one === kind);
  return (
    <div className="mb-8 grid gap-4 empty:hidden">
      <Choice label={t`What`} isOpen={there.length > 1 || kind !== undefined}>
        {chip({ kind: undefined }, <Trans>Everything</Trans>)}
        {there.map((one) => chip({ kind: one }, `${kindWords[one]} (${found.counts[one]})`))}
      </Choice>
      <Choice label={t`Told by`} isOpen={found.sharers.length > 1 || sharer !== undefined}>
        {chip({ sharer: undefined }, <Trans>Everybody</Trans>)}
        {of(found.sharers, 'sharer')}
      </Choice>
      {hasMore && (
        // On a phone all of them would push what was found off the screen.
        <details open={isChosen}>
          <summary className="flex min-h-12 cursor-pointer items-center gap-2 font-semibold text-thread underline underline-offset-4">
            <Trans>More choices</Trans>
          </summary>
          <div className="mt-2 grid gap-4">
            <Choice label={t`Topic`} isOpen={found.topics.length > 1 || topic !== undefined}>
              {chip({ topic: undefined }, <Trans>All topics</Trans>)}
              {of(found.topics, 'topic')}
            </Choice>
            <Choice label={t`Years`} isOpen={found.decades.length > 1 || from !== undefined}>
              {chip({ from: undefined, to: undefined }, <Trans>All years</Trans>)}
              {found.decades.map(({ from: first, count }) =>
                chip({ from: first, to: first + 9 }, `${first}–${first + 9} (${count})`),
              )}
            </Choice>
            <Choice label={t`New or watched`} isOpen={found.counts.stories > 0 || unseen === true}>
              {chip({ unseen: undefined }, <Trans>Both</Trans>)}
              {chip({ unseen: true }, <Trans>Only new to me</Trans>)}
            </Choice>
          </div>
        </details>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  /** Whether there is something to choose, or something chosen. */
  isOpen: boolean;
  children: ReactNode;
}

function Choice({ label, isOpen, children }: ChoiceProps) {
  return isOpen && <ChoiceNav label={label}>{children}</ChoiceNav>;
}
