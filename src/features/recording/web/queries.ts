import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { Got, PrivacyLevel, PromptDetail } from '../../../web/contract.ts';

export const promptQuery = (id: string) =>
  queryOptions({
    queryKey: ['prompts', id],
    queryFn: ({ signal }) => api.get<PromptDetail>(`/prompts/${id}`, { signal }),
  });

export interface NewStory {
  promptId: string;
  videoId: string;
  privacyLevel: PrivacyLevel;
}

/** Makes a story of a recording that has arrived. Lists of questions and stories change with it. */
export function useTellStory(onTold: (storyId: string) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (story: NewStory) => api.post<{ id: string }>('/responses', story),
    onSuccess: async ({ id }) => {
      await onTold(id);
      await client.invalidateQueries({ refetchType: 'none' });
    },
  });
}

export type UntoldRecording = Got<'/recordings'>['items'][number];

/** What the server has of recordings that are no story yet, from this device or another. */
export const untoldQuery = queryOptions({
  queryKey: ['recordings'],
  queryFn: ({ signal }) => api.get<Got<'/recordings'>>('/recordings', { signal }),
});

/** Keeps what has arrived of a recording whose device does not come back. */
export function useKeepArrived() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ videoId, bytes }: UntoldRecording) =>
      api.post(`/recordings/${videoId}/finish`, { bytes }),
    onSettled: () => client.invalidateQueries({ queryKey: untoldQuery.queryKey }),
  });
}

export function useDropArrived() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ videoId }: UntoldRecording) => dropVideo(videoId),
    onSettled: () => client.invalidateQueries({ queryKey: untoldQuery.queryKey }),
  });
}

/** Gives up a recording on the server that no story uses. */
export const dropVideo = (videoId: string) => api.delete(`/videos/${videoId}`);
