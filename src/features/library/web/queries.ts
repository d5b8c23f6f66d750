import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { FeedStory, Paged } from '../../../web/contract.ts';

/** The newest stories of everyone the person follows, page by page. */
export const feedQuery = infiniteQueryOptions({
  queryKey: ['feed'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<FeedStory>>(
      `/feed${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});
