import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  FeedStory,
  FeedTopic,
  Found,
  Got,
  Paged,
  Story,
  WatchedStory,
} from '../../../web/contract.ts';
import type { ListWatched } from './list-watched.ts';
import type { Kind, SearchAddress } from './search-address.ts';

const withCursor = (path: string, cursor: string | null) =>
  cursor === null ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;

/** What is given, as the query of an address, its question mark included. */
function queryOf(given: object): string {
  const entries = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}

export interface FeedFilter {
  sharer?: string;
  topic?: string;
}

/** The newest stories of everyone the person follows, or of one storyteller or topic, page by page. */
export const feedQuery = ({ sharer, topic }: FeedFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['feed', { sharer, topic }],
    queryFn: ({ signal, pageParam }) =>
      api.get<Paged<FeedStory>>(`/feed${queryOf({ sharer, topic, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** The topics of the feed, and how much is new in each. */
export const feedTopicsQuery = queryOptions({
  queryKey: ['feed', 'topics'],
  queryFn: ({ signal }) => api.get<{ items: FeedTopic[] }>('/feed/topics', { signal }),
});

/** What the person watched lately. */
export const watchedQuery = infiniteQueryOptions({
  queryKey: ['shelves', 'watched'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<WatchedStory>>(withCursor('/recently-watched', pageParam), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** What the person wants to find again. */
export const favoritesQuery = infiniteQueryOptions({
  queryKey: ['shelves', 'favorites'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<Story>>(withCursor('/favorites', pageParam), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
});

/** The story that follows in the list that this one is watched in, or in its topic; null after the last. */
export const nextQuery = (storyId: string, list: ListWatched = {}) =>
  queryOptions({
    queryKey: ['stories', storyId, 'next', list],
    queryFn: ({ signal }) =>
      api.get<{ story: Story | null }>(`/responses/${storyId}/next${queryOf(list)}`, { signal }),
  });

export interface SearchFor extends SearchAddress {
  language: string;
}

/** What matches, the best first; the pages are those of the chosen kind, or of stories. */
export const searchQuery = (asked: SearchFor) =>
  infiniteQueryOptions({
    queryKey: ['search', asked] as const,
    queryFn: ({ signal, pageParam }) => {
      return api.get<Found>(`/search${queryOf({ ...asked, cursor: pageParam })}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => nextOf(last, asked.kind) ?? undefined,
    placeholderData: keepPreviousData,
  });

const nextOf = (found: Found, kind: Kind = 'stories') =>
  kind === 'stories' ? found.nextCursor : found[kind].nextCursor;

/** How a search may have been meant that finds little. */
export const spellingQuery = (q: string, language: string) =>
  queryOptions({
    queryKey: ['search', 'spelling', q, language],
    queryFn: ({ signal }) =>
      api.get<Got<'/search/spelling'>>(`/search/spelling${queryOf({ q, language })}`, { signal }),
  });
