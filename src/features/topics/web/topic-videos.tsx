import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../web/components/section.tsx';
import { useStatusWords } from '../../../web/components/story-words.ts';
import type { TopicVideo } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { topicVideosQuery } from './queries.ts';

/** Topics summed up in one video each: of one topic, or of all. Nothing where there is none. */
export function TopicVideos({ topicId }: { topicId?: string }) {
  const { t } = useLingui();
  const items = useQuery(topicVideosQuery(topicId)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={topicId ? t`This topic, summed up` : t`Topics, summed up`}>
      <ul className="grid gap-6 sm:grid-cols-2">
        {items.map((item) => (
          <li key={item.id} className="grid">
            <TopicVideoCard item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TopicVideoCard({ item }: { item: TopicVideo }) {
  const format = useFormat();
  const title = useTopicVideoTitle()(item);
  const status = useStatusWords()({ ...item, videoStatus: item.status });
  return (
    <article className="hairline group relative flex flex-col overflow-hidden rounded-card bg-card transition-colors duration-150 has-[a:hover]:border-edge">
      {item.poster && (
        <img src={item.poster} alt="" loading="lazy" className="aspect-video object-cover" />
      )}
      <div className="grid content-start gap-2 p-5">
        <h3 className="text-large">
          <Link
            to="/topic-videos/$topicVideoId"
            params={{ topicVideoId: item.id }}
            className="no-underline after:absolute after:inset-0 after:rounded-card group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
          >
            {title}
          </Link>
        </h3>
        <p className="text-ink-soft">
          {item.sharer.name && (
            <span className="font-semibold text-ink">{item.sharer.name} · </span>
          )}
          {format.date(item.dateRecorded ?? item.createdAt)}
          {item.duration !== null && <> · {format.length(item.duration)}</>}
        </p>
        {status && <p className="font-semibold text-careful">{status}</p>}
      </div>
    </article>
  );
}

/** What a topic video is called where nobody gave it a name. */
export function useTopicVideoTitle() {
  const { t } = useLingui();
  return ({ title, topicTitle }: Pick<TopicVideo, 'title' | 'topicTitle'>) => {
    const topic = topicTitle ?? t`A topic`;
    return title ?? t`${topic}, summed up`;
  };
}
