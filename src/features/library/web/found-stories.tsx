import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { FoundStory } from '../../../web/contract.ts';
import { FoundTelling, type LinkProps } from './found-telling.tsx';
import { Marked } from './marked.tsx';

/** Stories that were found, with the words that were searched for marked. */
export function FoundStories({ items, level }: { items: FoundStory[]; level: 2 | 3 }) {
  return (
    <ul className="grid gap-6">
      {items.map((found) => (
        <Found key={found.story.id} found={found} level={level} />
      ))}
    </ul>
  );
}

function Found({ found: { story, hits }, level }: { found: FoundStory; level: 2 | 3 }) {
  const asked = hits.find(({ field }) => field === 'question');
  const toStory = ({ t, ...rest }: LinkProps) => (
    <Link to="/stories/$storyId" params={{ storyId: story.id }} search={{ t }} {...rest} />
  );
  return (
    <FoundTelling
      level={level}
      of={story}
      title={asked ? <Marked parts={asked.parts} /> : (story.question ?? <Trans>A story</Trans>)}
      hits={hits.filter((hit) => hit !== asked)}
      link={toStory}
    />
  );
}
