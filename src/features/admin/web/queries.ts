import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { KeptMail, Overview, Paged } from '../../../web/contract.ts';

/** Numbers and tools of this Telloom; admins alone. */
export const overviewQuery = queryOptions({
  queryKey: ['admin', 'overview'],
  queryFn: ({ signal }) => api.get<Overview>('/admin/overview', { signal }),
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
