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

const LOOK_EVERY_MS = 1000;
/** The server asks once in ten seconds at the most, so its answer can be that far away, and a little more. */
const LOOK_FOR_MS = 15_000;

/** Has the server fetch it again, and looks until that has changed something. */
export function useRefreshSubscription() {
  const client = useQueryClient();
  // one that is as it was stays the same object
  const known = () => client.getQueryData(subscriptionQuery.queryKey);
  return useMutation({
    mutationFn: async () => {
      const before = known();
      await api.post<void>('/me/subscription/refresh');
      for (let looked = 0; looked < LOOK_FOR_MS && known() === before; looked += LOOK_EVERY_MS) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
        await client.fetchQuery({ ...subscriptionQuery, staleTime: 0 });
      }
    },
  });
}
