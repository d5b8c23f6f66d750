import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { FeedStory, Found, Paged, Story, WatchedStory } from '../../../web/contract.ts';
import type { Kind, SearchAddress } from './search-address.ts';

const withCursor = (path: string, cursor: string | null) =>
  cursor === null ? path : `${path}?cursor=${encodeURIComponent(cursor)}`;

/** The newest stories of everyone the person follows, page by page. */
export const feedQuery = infiniteQueryOptions({
  queryKey: ['feed'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<FeedStory>>(withCursor('/feed', pageParam), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
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

/** The story that follows in its topic, or null. */
export const nextQuery = (storyId: string) =>
  queryOptions({
    queryKey: ['stories', storyId, 'next'],
    queryFn: ({ signal }) =>
      api.get<{ story: Story | null }>(`/responses/${storyId}/next`, { signal }),
  });

export interface SearchFor extends SearchAddress {
  q: string;
  language: string;
}

/** What matches, the best first; the pages are those of the chosen kind, or of stories. */
export const searchQuery = (asked: SearchFor) =>
  infiniteQueryOptions({
    queryKey: ['search', asked] as const,
    queryFn: ({ signal, pageParam }) => {
      const given = Object.entries({ ...asked, cursor: pageParam }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      );
      return api.get<Found>(`/search?${new URLSearchParams(given)}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => nextOf(last, asked.kind) ?? undefined,
    placeholderData: keepPreviousData,
  });

const nextOf = (found: Found, kind: Kind = 'stories') =>
  kind === 'stories' ? found.nextCursor : found[kind].nextCursor;
