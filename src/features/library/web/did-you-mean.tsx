import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { spellingQuery } from './queries.ts';
import type { SearchAddress } from './search-address.ts';

interface DidYouMeanProps {
  q: string;
  language: string;
  address: SearchAddress;
}

/** The nearest words that would find something, each a link. Nothing where there are none. */
export function DidYouMean({ q, language, address }: DidYouMeanProps) {
  const items = useQuery(spellingQuery(q, language)).data?.items ?? [];
  return (
    // Always there, so that what is put into it is read out.
    <p role="status" className="text-large">
      {items.length > 0 && (
        <>
          <Trans>Perhaps you meant:</Trans>{' '}
          {items.map((item) => (
            <Link
              key={item.q}
              to="/search"
              search={{ ...address, q: item.q }}
              className="prose-link mr-4 mb-4 inline-flex min-h-12 items-center"
            >
              {item.q}
            </Link>
          ))}
        </>
      )}
    </p>
  );
}
