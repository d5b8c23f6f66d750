import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pageOpen } from './acting-for.ts';
import { ApiError } from './api.ts';
import { isUnconfirmed } from './kept/away.ts';
import { keeping, worthRetrying } from './kept/keeping.ts';

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

/** How often to ask again for what was shown without the server's word, in milliseconds. */
const ASK_AGAIN_MS = 15_000;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // What is asked for in the background sends nobody away from what they are doing.
    onError: (error, query) => query.meta?.inBackground || leaveWhenSignedOut(error),
  }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      // Without a network, too: then `keeping` has an answer, or says that there is none.
      networkMode: 'always',
      persister: keeping,
      retry: worthRetrying,
      staleTime: 10_000,
      refetchInterval: ({ queryHash }) => isUnconfirmed(queryHash) && ASK_AGAIN_MS,
      refetchOnReconnect: ({ queryHash }) => (isUnconfirmed(queryHash) ? 'always' : true),
    },
    // A button says at once that there is no connection, rather than wait for one.
    mutations: { networkMode: 'always' },
  },
});

export function WithQueries({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
