import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { FeedStory, Found, Paged, Story, WatchedStory } from '../../../web/contract.ts';

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

export interface SearchFor {
  q: string;
  language: string;
  sharer?: string;
  topic?: string;
}

/** What was told, by its words; the best match first. */
export const searchQuery = (asked: SearchFor) =>
  infiniteQueryOptions({
    queryKey: ['search', asked] as const,
    queryFn: ({ signal, pageParam }) => {
      const given = Object.entries({ ...asked, cursor: pageParam }).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
      return api.get<Found>(`/search?${new URLSearchParams(given)}`, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // While a filter is applied, what was there stays; another search begins with an empty page.
    placeholderData: (before, query) => (query?.queryKey[1].q === asked.q ? before : undefined),
  });
