import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type {
  May,
  Paged,
  PrivacyLevel,
  Story,
  StoryAudience,
  StoryDetail,
} from '../../../web/contract.ts';
import { pollEvery } from '../../../web/live/polling.ts';

/** How often a story that is getting ready is asked after, in milliseconds, unless its changes arrive. */
const WHILE_PREPARING = 4000;

const isMoving = (story: Pick<Story, 'videoStatus'>) =>
  story.videoStatus !== 'READY' && story.videoStatus !== 'ERRORED';

/** The person's own stories, newest first. */
export const storiesQuery = infiniteQueryOptions({
  queryKey: ['stories'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<Story>>(
      `/responses${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: (query) =>
    query.state.data?.pages.some((page) => page.items.some(isMoving))
      ? pollEvery(WHILE_PREPARING)
      : false,
});

/** One story with its video; asked again while the video is getting ready. */
export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['stories', id],
    queryFn: ({ signal }) => api.get<StoryDetail>(`/responses/${id}`, { signal }),
    refetchInterval: (query) =>
      query.state.data && isMoving(query.state.data) ? pollEvery(WHILE_PREPARING) : false,
  });

/** Who of the listeners sees a story, and who has watched it. */
export const audienceQuery = (id: string) =>
  queryOptions({
    queryKey: ['stories', id, 'audience'],
    queryFn: ({ signal }) => api.get<StoryAudience>(`/responses/${id}/audience`, { signal }),
  });

/** Who may watch a story: its level and, unless they stay as they were, what each person named may do. */
export interface Sharing {
  privacyLevel: PrivacyLevel;
  people?: { listenerId: string; may: May }[];
}

/** Saves who may watch a story, in place of what the version was; resolves when every list shows it. */
export function useShareStory(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...sharing }: Sharing & { version: string }) =>
      api.put<StoryAudience>(`/responses/${id}/audience`, sharing, {
        headers: { 'if-match': `"${version}"` },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['stories'] }),
  });
}

export interface StoryChange {
  summary?: string;
  responseNotes?: string;
}

/** Saves a change to a story; resolves when every list shows it. */
export function useChangeStory(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: StoryChange) => api.patch<Story>(`/responses/${id}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['stories'] }),
  });
}

/** Deletes a story with its recordings, for good. */
export function useDeleteStory(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(`/responses/${id}`),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['stories', id] });
      await Promise.all(
        [['stories'], ['topics'], ['prompts']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
