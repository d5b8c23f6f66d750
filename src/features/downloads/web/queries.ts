import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import type { Copy, Paged } from '../../../web/contract.ts';

/** What a copy is of. */
export type CopyOf = { videoId: string } | { topicVideoId: string };
export type Quality = Copy['quality'];

/** How soon copies are asked after again, in milliseconds; false when nothing moves by itself. */
function pauseFor(copies: Copy[] = []): number | false {
  if (copies.some(({ status }) => status === 'preparing')) return 2000;
  // until the server has seen the last byte go
  return copies.some(({ status }) => status === 'ready') ? 15_000 : false;
}

/** Every copy that the person asked for. */
export const copiesQuery = infiniteQueryOptions({
  queryKey: ['downloads', 'all'],
  queryFn: ({ signal, pageParam }) =>
    api.get<Paged<Copy>>(
      `/downloads${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: (query) => pauseFor(query.state.data?.pages.flatMap((page) => page.items)),
});

/** Those of one story or topic video. */
export const copiesOfQuery = (of: CopyOf) =>
  queryOptions({
    queryKey: ['downloads', 'of', of],
    queryFn: ({ signal }) =>
      api.get<Paged<Copy>>(`/downloads?${new URLSearchParams(of)}`, { signal }),
    refetchInterval: (query) => pauseFor(query.state.data?.items),
  });

/** Asks for a copy; anew where it failed or is over. */
export function useAskForCopy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: CopyOf & { quality: Quality }) => api.post<Copy>('/downloads', wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: ['downloads'] }),
  });
}

/** Takes a copy off the list. */
export function useTakeOffCopy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/downloads/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['downloads'] }),
  });
}

/** Hands a copy to the browser, which goes on with it by itself, also when the page is left. */
export function useSaveCopy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { url } = await api.get<{ url: string }>(`/downloads/${id}/address`);
      const link = document.createElement('a');
      link.href = url;
      link.download = '';
      link.click();
    },
    // what cannot be fetched any more shows as what it is
    onError: () => client.invalidateQueries({ queryKey: ['downloads'] }),
  });
}
