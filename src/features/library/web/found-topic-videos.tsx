import { Link } from '@tanstack/react-router';
import type { Found } from '../../../web/contract.ts';
import { useTopicVideoTitle } from '../../topics/web/topic-videos.tsx';
import { FoundTelling, type LinkProps } from './found-telling.tsx';
import { Marked } from './marked.tsx';

type FoundTopicVideo = Found['topicVideos']['items'][number];

/** Topics summed up that were found, with the words that were searched for marked. */
export function FoundTopicVideos({ items, level }: { items: FoundTopicVideo[]; level: 2 | 3 }) {
  return (
    <ul className="grid gap-6">
      {items.map((found) => (
        <FoundOne key={found.topicVideo.id} found={found} level={level} />
      ))}
    </ul>
  );
}

function FoundOne({ found, level }: { found: FoundTopicVideo; level: 2 | 3 }) {
  const { topicVideo, hits } = found;
  const title = useTopicVideoTitle()(topicVideo);
  const named = hits.find(({ field }) => field === 'title');
  const toTopicVideo = ({ t, ...rest }: LinkProps) => (
    <Link
      to="/topic-videos/$topicVideoId"
      params={{ topicVideoId: topicVideo.id }}
      search={{ t }}
      {...rest}
    />
  );
  return (
    <FoundTelling
      level={level}
      of={topicVideo}
      title={named ? <Marked parts={named.parts} /> : title}
      hits={hits.filter((hit) => hit !== named)}
      link={toTopicVideo}
    />
  );
}
