import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../web/api.ts';
import type { Trim } from '../../../../web/contract.ts';
import { pathOf, type Teller } from '../tellings-queries.ts';
import type { Part } from './trim-times.ts';

/** How often a part that is being made is asked after, in milliseconds. */
const WHILE_PREPARING = 4000;

/** Which part of its recording is shown; asked again while another part is being made. */
export const trimQuery = (teller: Teller) =>
  queryOptions({
    queryKey: [teller.kind, teller.id, 'trim'],
    queryFn: ({ signal }) => api.get<Trim>(`${pathOf(teller)}/trim`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.waiting && state.data.waiting.status !== 'ERRORED' ? WHILE_PREPARING : false,
  });

/** Has the recording cut. */
export function useTrim(teller: Teller) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (part: Part) => api.put(`${pathOf(teller)}/trim`, part),
    onSuccess: () => client.invalidateQueries({ queryKey: [teller.kind] }),
  });
}

/** Takes back a part that was asked for and that nobody has seen. */
export function useWithdrawTrim({ kind, id }: Teller) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (videoId: string) => api.delete(`/videos/${videoId}`),
    // also when it was shown meanwhile: the page then says so
    onSettled: () => client.invalidateQueries({ queryKey: [kind, id] }),
  });
}
