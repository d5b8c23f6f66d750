import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Heart } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import { FilledHeart } from '../../../web/components/filled-heart.tsx';
import { offerUndo } from '../../../web/components/undo.ts';
import type { StoryDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { storyQuery } from '../../responses/web/queries.ts';

/** Keeps a story among one's favourites, or no longer: shown at once, and turned back where it did not work. */
export function FavoriteButton({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const words = useErrorWords();
  const change = useFavorite(story.id);
  const press = () => {
    const favorite = !story.favorite;
    change.mutate(favorite);
    if (favorite) return;
    offerUndo({
      words: t`It is no longer one of your favourites.`,
      undo: () => change.mutate(true),
    });
  };
  return (
    <div className="grid gap-2 max-sm:w-full">
      <Button
        variant="secondary"
        icon={story.favorite ? FilledHeart : Heart}
        aria-pressed={story.favorite}
        onPress={press}
      >
        {story.favorite ? <Trans>One of my favourites</Trans> : <Trans>Add to my favourites</Trans>}
      </Button>
      {change.isError && <p role="alert">{words(change.error)}</p>}
    </div>
  );
}

function useFavorite(storyId: string) {
  const client = useQueryClient();
  const { queryKey } = storyQuery(storyId);
  const path = `/responses/${storyId}/favorite`;
  const show = (favorite: boolean) =>
    client.setQueryData(queryKey, (old) => old && { ...old, favorite });
  return useMutation({
    mutationFn: (favorite: boolean) => (favorite ? api.post<void>(path) : api.delete(path)),
    // one after the other, so that the last press is what holds
    scope: { id: path },
    onMutate: show,
    onError: () => client.invalidateQueries({ queryKey, exact: true }),
    onSettled: () => client.invalidateQueries({ queryKey: ['shelves', 'favorites'] }),
  });
}
