import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../web/api.ts';
import type { Video } from '../../../web/contract.ts';
import { pollEvery } from '../../../web/live/polling.ts';

const POLL_MS = 2000;

/** Whether it will change by itself: the picture is being prepared, or the words are on their way. */
export const isUnderWay = ({ status, transcriptPending }: Video) =>
  transcriptPending || (status !== 'READY' && status !== 'ERRORED');

export const videoQuery = (id: string) =>
  queryOptions({
    queryKey: ['videos', id],
    queryFn: ({ signal }) => api.get<Video>(`/videos/${id}`, { signal }),
  });

/**
 * A recording as it stands. While it is being prepared its changes arrive by themselves, or it is
 * asked for again every two seconds.
 */
export function useVideo(first: Video): Video {
  const { data } = useQuery({
    ...videoQuery(first.id),
    initialData: first,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) =>
      isUnderWay(query.state.data ?? first) ? pollEvery(POLL_MS) : false,
    // The addresses in it change with every answer; the player asks when it needs fresh ones.
    refetchOnWindowFocus: (query) => isUnderWay(query.state.data ?? first),
  });
  return data;
}

/** Fetches fresh addresses for a recording; null when it is no longer there to be seen. */
export function useRenew(videoId: string) {
  const client = useQueryClient();
  return useCallback(async () => {
    const video = await client.fetchQuery({
      queryKey: ['renewed', videoId],
      queryFn: () => api.get<Video>(`/videos/${videoId}`),
      staleTime: 0,
    });
    return video.playback;
  }, [client, videoId]);
}
