import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { Details, Me, Paged, Session } from '../../../web/contract.ts';
import { queryClient } from '../../../web/query.tsx';

/** The person who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/me', { signal }),
  staleTime: 60_000,
});

/** The person who is signed in, asked once a minute at most. Rejects with ApiError 401 if nobody is. */
export const loadMe = () => queryClient.fetchQuery(meQuery);

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => api.get<Paged<Session>>('/me/sessions', { signal }),
});

export const saveName = (name: { firstName: string; lastName: string }) =>
  api.patch<Me>('/me', name);

export const detailsQuery = queryOptions({
  queryKey: ['me', 'details'],
  queryFn: ({ signal }) => api.get<Details>('/me/details', { signal }),
});

export const saveDetails = (changes: Partial<Details>) =>
  api.patch<Details>('/me/details', changes);

/** Makes the person a storyteller; doing it again changes nothing. */
export function useBecomeSharer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<{ sharerId: string }>('/me/sharer'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/me/sessions/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me', 'sessions'] }),
  });
}
