import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../web/api.ts';

/** Forgets that one story was watched, or all of them. */
export function useForget() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | 'all') =>
      api.delete(id === 'all' ? '/recently-watched' : `/recently-watched/${id}`),
    onSuccess: async () => {
      await Promise.all(
        [['shelves'], ['feed'], ['stories']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
