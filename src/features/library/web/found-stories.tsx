import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import type { FoundStory } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { clockWords } from '../../recording/web/clock.ts';
import { Marked } from './marked.tsx';

type Hit = FoundStory['hits'][number];

/** What was found, with the words that were searched for marked. */
export function FoundStories({ items, level }: { items: FoundStory[]; level: 2 | 3 }) {
  return (
    <ul className="grid gap-6">
      {items.map(({ story, hits }) => (
        <li key={story.id} className="hairline grid gap-3 rounded-card bg-card p-5 sm:p-6">
          <Heading
            level={level}
            story={story}
            hit={hits.find(({ field }) => field === 'question')}
          />
          {hits.map((hit) => (
            <Passage key={`${hit.field} ${hit.at}`} story={story} hit={hit} />
          ))}
        </li>
      ))}
    </ul>
  );
}

interface HeadingProps {
  level: 2 | 3;
  story: FoundStory['story'];
  hit: Hit | undefined;
}

function Heading({ level, story, hit }: HeadingProps) {
  const format = useFormat();
  const Title = `h${level}` as const;
  return (
    <div className="grid gap-1">
      <Title className="text-large">
        <Link
          to="/stories/$storyId"
          params={{ storyId: story.id }}
          className="no-underline hover:underline hover:decoration-1 hover:underline-offset-4"
        >
          {hit ? <Marked parts={hit.parts} /> : (story.question ?? <Trans>A story</Trans>)}
        </Link>
      </Title>
      <p className="text-ink-soft">
        {story.sharer.name && (
          <span className="font-semibold text-ink">{story.sharer.name} · </span>
        )}
        {format.date(story.dateRecorded ?? story.createdAt)}
      </p>
    </div>
  );
}

/** A place where it was said leads there; what was written is only shown. */
function Passage({ story, hit }: { story: FoundStory['story']; hit: Hit }) {
  if (hit.field === 'question') return null;
  if (hit.at === null) {
    return (
      <p>
        <Marked parts={hit.parts} />
      </p>
    );
  }
  const place = clockWords(hit.at);
  return (
    <Link
      to="/stories/$storyId"
      params={{ storyId: story.id }}
      search={{ t: hit.at }}
      className="flex min-h-12 gap-4 rounded-card border border-line bg-paper px-4 py-3 no-underline hover:border-ink"
    >
      <span className="flex shrink-0 items-center gap-2 self-start font-semibold text-thread tabular-nums">
        <Play aria-hidden="true" fill="currentColor" className="size-[0.9em]" />
        <span className="sr-only">
          <Trans>Play from</Trans>{' '}
        </span>
        {place}
      </span>
      <span className="min-w-0">
        <Marked parts={hit.parts} />
      </span>
    </Link>
  );
}
