import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

/** Silence is fine for this long, in milliseconds; after it the page says what goes on. */
const QUIET = 2000;

/** The shape of what comes. `what` says what is being fetched, for example "Fetching the topics". */
export function Loading({ what }: { what?: React.ReactNode }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="grid gap-5" aria-busy="true">
      <div aria-hidden="true" className="grid gap-5">
        <div className="h-9 w-3/5 rounded-lg bg-sunk" />
        <div className="h-5 w-4/5 rounded-lg bg-sunk" />
        <div className="h-40 rounded-card bg-sunk" />
        <div className="h-40 rounded-card bg-sunk" />
      </div>
      <p role="status" className="text-ink-soft">
        {slow && (what ?? <Trans>Still fetching this page. It can take a moment.</Trans>)}
      </p>
    </div>
  );
}

/** A whole page that is on its way. */
export function LoadingPage() {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-3xl px-4 pt-10 pb-28 sm:px-8">
      <h1 className="sr-only">
        <Trans>One moment</Trans>
      </h1>
      <Loading />
    </main>
  );
}
