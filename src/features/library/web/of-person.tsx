import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Avatar } from '../../../web/components/avatar.tsx';
import { About, type FoundPerson, plain } from './found-people.tsx';
import type { SearchAddress } from './search-address.ts';

interface OfPersonProps {
  person: FoundPerson;
  address: SearchAddress;
}

/** Above what there is of one person: who it is, and the way back to what there is of all. */
export function OfPerson({ person, address }: OfPersonProps) {
  const name = plain(person);
  return (
    <section className="hairline mb-8 flex flex-wrap items-center gap-4 rounded-card bg-card p-[min(1.25rem,5vw)]">
      <Avatar name={name} url={person.avatarUrl} />
      <div className="min-w-0 flex-1 basis-40">
        <h2 className="text-large break-words">
          {person.role === 'storyteller' ? (
            <Trans>Everything told by {name}</Trans>
          ) : (
            <Trans>Everything with {name}</Trans>
          )}
        </h2>
        <p className="text-ink-soft">
          <About person={person} />
        </p>
      </div>
      <Link
        to="/search"
        search={{ ...address, person: undefined }}
        className="prose-link inline-flex min-h-12 items-center"
      >
        <Trans>Search in everything</Trans>
      </Link>
    </section>
  );
}
