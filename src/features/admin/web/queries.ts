import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  AdminAct,
  Jobs,
  KeptMail,
  Overview,
  Paged,
  SystemHealth,
} from '../../../web/contract.ts';

/** Numbers and tools of this Telloom; admins alone. */
export const overviewQuery = queryOptions({
  queryKey: ['admin', 'overview'],
  queryFn: ({ signal }) => api.get<Overview>('/admin/overview', { signal }),
});

/** Room, work and what takes the room; admins alone. */
export const healthQuery = queryOptions({
  queryKey: ['admin', 'health'],
  queryFn: ({ signal }) => api.get<SystemHealth>('/admin/health', { signal }),
});

/** E-mails, newest first, with their text; admins alone. */
export const mailQuery = infiniteQueryOptions({
  queryKey: ['admin', 'mail'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<KeptMail>>(
      `/admin/mail${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** Work in the background; it moves while it is looked at. Admins alone. */
export const jobsQuery = queryOptions({
  queryKey: ['admin', 'jobs'],
  queryFn: ({ signal }) => api.get<Jobs>('/admin/jobs', { signal }),
  refetchInterval: 10_000,
});

/** What admins did, newest first; admins alone. */
export const logQuery = infiniteQueryOptions({
  queryKey: ['admin', 'log'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<AdminAct>>(
      `/admin/log${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});
