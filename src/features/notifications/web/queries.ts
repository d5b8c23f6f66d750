import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  Following,
  NewsLine,
  NotificationSettings,
  NotificationSwitch,
  Paged,
} from '../../../web/contract.ts';

/** How much is unread: asked for on each focus and once a minute, while the page is seen. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: ({ signal }) => api.get<{ count: number }>('/notifications/unread', { signal }),
  refetchInterval: 60_000,
  // whoever is writing something is not sent away because their session ended
  meta: { inBackground: true },
});

/** What the person was told of, page by page. */
export const newsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ signal, pageParam }) => {
    const cursor = pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`;
    return api.get<Paged<NewsLine>>(`/notifications${cursor}`, { signal });
  },
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** Marks one line as read. It goes out even while its link leads away. */
export function useReadLine() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.post<{ count: number }>(`/notifications/${id}/read`, {}, { keepalive: true }),
    onSuccess: (unread) => {
      client.setQueryData(unreadQuery.queryKey, unread);
      return client.invalidateQueries({ queryKey: newsQuery.queryKey });
    },
  });
}

/** Marks as read all that is on the page; what has come since stays new. */
export function useReadAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => api.post<void>('/notifications/read', { upTo }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
}

/** Lets somebody who asked watch, or not. */
export function useAnswerRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, approve }: { id: string; approve: boolean }) =>
      api.post<void>(`/follow-requests/${id}/answer`, { approve }),
    onSuccess: async () => {
      await Promise.all(
        [['notifications'], ['listeners'], ['follow-requests']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}

export const settingsQuery = queryOptions({
  queryKey: ['me', 'notifications'],
  queryFn: ({ signal }) => api.get<NotificationSettings>('/me/notifications', { signal }),
});

/** Switches something on or off. What is on the screen follows at once. */
export function useSwitch() {
  const client = useQueryClient();
  const { queryKey } = settingsQuery;
  const isSame = (a: NotificationSwitch, b: NotificationSwitch) =>
    a.about === b.about && a.channel === b.channel;
  return useMutation({
    mutationFn: (change: NotificationSwitch) =>
      api.patch<NotificationSettings>('/me/notifications', { switches: [change] }),
    onMutate: (change) =>
      client.setQueryData(
        queryKey,
        (before) =>
          before && {
            ...before,
            switches: before.switches.map((one) => (isSame(one, change) ? change : one)),
          },
      ),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved);
      return client.invalidateQueries({ queryKey: ['notifications'] });
    },
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** The storytellers whom the person follows. */
export const followingQuery = queryOptions({
  queryKey: ['following'],
  queryFn: ({ signal }) => api.get<{ items: Following[] }>('/following', { signal }),
});

/** Whether the person is told of what one storyteller tells. */
export function useHearOf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, notifications }: Pick<Following, 'id' | 'notifications'>) =>
      api.patch<Following>(`/following/${id}`, { notifications }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: followingQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['notifications'] }),
      ]),
  });
}
