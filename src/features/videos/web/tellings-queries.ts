import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { EarlierTelling } from '../../../web/contract.ts';

/** What shows one recording, and showed others before. */
export interface Teller {
  kind: 'stories' | 'topic-videos';
  id: string;
}

const paths = { stories: '/responses', 'topic-videos': '/topic-videos' };
export const pathOf = ({ kind, id }: Teller) => `${paths[kind]}/${id}`;

/** What it showed before, for those who manage it. */
export const tellingsQuery = (teller: Teller) =>
  queryOptions({
    queryKey: [teller.kind, teller.id, 'tellings'],
    queryFn: ({ signal }) =>
      api.get<{ items: EarlierTelling[] }>(`${pathOf(teller)}/tellings`, { signal }),
  });

/** Puts another recording in the place of the one that is shown. */
export function useShowRecording(teller: Teller) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (videoId: string) => api.put(`${pathOf(teller)}/recording`, { videoId }),
    onSuccess: () => client.invalidateQueries({ queryKey: [teller.kind] }),
  });
}
