import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { actingFor } from '../../../web/acting-for.ts';
import { api } from '../../../web/api.ts';
import type { Got, PromptDetail } from '../../../web/contract.ts';
import type { Sharing } from '../../responses/web/queries.ts';
import type { Subject } from './kept-recording.ts';
import type { Telling } from './use-telling.ts';

export const promptQuery = (id: string) =>
  queryOptions({
    queryKey: ['prompts', id],
    queryFn: ({ signal }) => api.get<PromptDetail>(`/prompts/${id}`, { signal }),
  });

/** A recording that has arrived, and who may watch it, which is of a new story alone. */
export interface Arrival extends Partial<Sharing> {
  videoId: string;
}

/** Makes of a recording that has arrived what it was told for. Many lists change with it. */
export function useTell(telling: Telling, onTold: (id: string) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (arrival: Arrival) => tell(telling, arrival),
    onSuccess: async ({ id }) => {
      // First, so that the page it leads to asks anew; this one stays as it is until then.
      await client.invalidateQueries({ refetchType: 'none' });
      await onTold(id);
    },
  });
}

function tell({ subject, storyId }: Telling, { videoId, ...sharing }: Arrival) {
  if (subject.topicId) return api.post<{ id: string }>('/topic-videos', { ...subject, videoId });
  if (storyId === null) {
    return api.post<{ id: string }>('/responses', { ...subject, videoId, ...sharing });
  }
  return api.put<{ id: string }>(`/responses/${storyId}/recording`, { videoId });
}

export type UntoldRecording = Got<'/recordings'>['items'][number];

/** A nullable field of the API is an absent one here. */
export const subjectOfUntold = ({ promptId, topicId }: UntoldRecording): Subject =>
  topicId === null ? { promptId: promptId ?? undefined } : { topicId };

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
export const dropVideo = (videoId: string, sharerId = actingFor) =>
  api.delete(`/videos/${videoId}`, { actingFor: sharerId });
