import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { WatchingPreferences } from '../../../web/contract.ts';

/** How this person likes to watch, on every device. */
export const preferencesQuery = queryOptions({
  queryKey: ['watching-preferences'],
  queryFn: ({ signal }) => api.get<WatchingPreferences>('/me/watching', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Changes it. What is on the screen follows at once. */
export function useChangePreferences() {
  const client = useQueryClient();
  const { queryKey } = preferencesQuery;
  return useMutation({
    mutationFn: (change: Partial<WatchingPreferences>) =>
      api.patch<WatchingPreferences>('/me/watching', change),
    onMutate: (change) =>
      client.setQueryData(queryKey, (before) => before && { ...before, ...change }),
    onSuccess: (saved) => client.setQueryData(queryKey, saved),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}
