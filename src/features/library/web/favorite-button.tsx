import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Heart } from 'lucide-react';
import { api } from '../../../web/api.ts';
import { Button } from '../../../web/components/button.tsx';
import type { StoryDetail } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { storyQuery } from '../../responses/web/queries.ts';

/** Keeps a story among one's favourites, or no longer. */
export function FavoriteButton({ story }: { story: StoryDetail }) {
  const client = useQueryClient();
  const words = useErrorWords();
  const path = `/responses/${story.id}/favorite`;
  const change = useMutation({
    mutationFn: (favorite: boolean) => (favorite ? api.post<void>(path) : api.delete(path)),
    onSuccess: (_, favorite) => {
      client.setQueryData(storyQuery(story.id).queryKey, (old) => old && { ...old, favorite });
      return client.invalidateQueries({ queryKey: ['shelves', 'favorites'] });
    },
  });
  return (
    <div className="no-print mt-6 grid justify-items-start gap-2">
      <Button
        variant="secondary"
        icon={story.favorite ? FilledHeart : Heart}
        aria-pressed={story.favorite}
        isPending={change.isPending}
        onPress={() => change.mutate(!story.favorite)}
      >
        {story.favorite ? <Trans>One of my favourites</Trans> : <Trans>Add to my favourites</Trans>}
      </Button>
      {change.isError && <p role="alert">{words(change.error)}</p>}
    </div>
  );
}

const FilledHeart = (props: { className?: string }) => <Heart {...props} fill="currentColor" />;
