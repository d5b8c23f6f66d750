import { Trans } from '@lingui/react/macro';
import { Heart, ListPlus, ListX } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { FilledHeart } from '../../../web/components/filled-heart.tsx';
import type { TopicDetail } from '../../../web/contract.ts';
import { useFavoriteTopic, useTopicQueue } from './use-topic-lists.ts';

/** Keeps a topic on the list of those to tell next, and among the favourites; or no longer. */
export function ListButtons({ topic, isTold }: { topic: TopicDetail; isTold: boolean }) {
  const { isQueued, add, take } = useTopicQueue();
  const setFavorite = useFavoriteTopic();
  const queued = isQueued(topic);
  return (
    <div className="mt-8 flex flex-wrap gap-4">
      {!isTold && (
        <Button
          variant="secondary"
          icon={queued ? ListX : ListPlus}
          onPress={() => (queued ? take(topic) : add(topic))}
        >
          {queued ? <Trans>Take it off the list</Trans> : <Trans>Tell it next</Trans>}
        </Button>
      )}
      <Button
        variant="secondary"
        icon={topic.favorite ? FilledHeart : Heart}
        aria-pressed={topic.favorite}
        onPress={() => setFavorite(topic, !topic.favorite)}
      >
        {topic.favorite ? <Trans>A favourite topic</Trans> : <Trans>Make it a favourite</Trans>}
      </Button>
    </div>
  );
}
