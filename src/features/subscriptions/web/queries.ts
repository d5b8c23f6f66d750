import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { MySubscription } from '../../../web/contract.ts';

/** What the person who is signed in subscribed to. */
export const subscriptionQuery = queryOptions({
  queryKey: ['me', 'subscription'],
  queryFn: ({ signal }) => api.get<MySubscription>('/me/subscription', { signal }),
  staleTime: 60_000,
});

/** True once it is known that new recordings wait for the subscription. */
export function useRecordingWaits(): boolean {
  return useQuery(subscriptionQuery).data?.mayRecord === false;
}

/** Asks the server to fetch it again; the answer comes a few seconds later. */
export function useRefreshSubscription() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<void>('/me/subscription/refresh'),
    onSuccess: () =>
      new Promise((resolve) => setTimeout(resolve, 4000)).then(() =>
        client.invalidateQueries({ queryKey: subscriptionQuery.queryKey }),
      ),
  });
}
