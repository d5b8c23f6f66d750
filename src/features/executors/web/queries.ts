import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { Got, LogEntry, LookedAfter, Paged } from '../../../web/contract.ts';

/** The storytellers whom the person looks after. */
export const lookedAfterQuery = queryOptions({
  queryKey: ['looked-after'],
  queryFn: ({ signal }) => api.get<Pick<Paged<LookedAfter>, 'items'>>('/looked-after', { signal }),
});

/** Who looks after the person's own stories. */
export const keeperQuery = queryOptions({
  queryKey: ['keeper'],
  queryFn: ({ signal }) => api.get<Got<'/keeper'>>('/keeper', { signal }),
});

/** What others did with what is the storyteller's, newest first. */
export const logQuery = infiniteQueryOptions({
  queryKey: ['log'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<LogEntry>>(
      `/log${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});
