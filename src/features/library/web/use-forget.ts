import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';
import { tellFailure } from '../../../web/components/undo.ts';
import type { WatchedStory } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';

const outdate = (client: QueryClient) =>
  Promise.all(
    [['shelves'], ['feed'], ['stories']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );

/** Forgets that one story was watched, or all of them. */
export function useForget() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | 'all') =>
      api.delete(id === 'all' ? '/recently-watched' : `/recently-watched/${id}`),
    onSuccess: () => outdate(client),
  });
}

/** Puts a story that was forgotten back to its place on the list. */
export function useRestore() {
  const client = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: ({ id, watchedAt, position }: WatchedStory) =>
      api.put<void>(`/recently-watched/${id}`, { watchedAt, position }),
    onSuccess: () => outdate(client),
    onError: (error) => tellFailure(words(error)),
  });
}
