import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pageOpen } from './acting-for.ts';
import { ApiError } from './api.ts';

/** Where to come back to after signing in: the address now, without its host. */
export const here = () => `${window.location.pathname}${window.location.search}`;

/** A session can end while a page is open. Then the next request leads to the sign-in page. */
function leaveWhenSignedOut(error: Error) {
  if (!(error instanceof ApiError) || error.status !== 401) return;
  const page = pageOpen();
  if (page === '/invitation') return;
  // What is being told goes on, on this device; its page says that sending waits.
  if (page.startsWith('/record/')) return;
  window.location.assign(`/sign-in?to=${encodeURIComponent(here())}`);
}

/** Only a server that is away, or busy, is worth asking again. */
const worthRetrying = (count: number, error: Error) =>
  count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // What is asked for in the background sends nobody away from what they are doing.
    onError: (error, query) => query.meta?.inBackground || leaveWhenSignedOut(error),
  }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000 } },
});

export function WithQueries({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
