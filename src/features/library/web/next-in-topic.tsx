import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Section } from '../../../web/components/section.tsx';
import { StoryCard } from '../../../web/components/story-card.tsx';
import type { Story, StoryDetail } from '../../../web/contract.ts';
import { feedQuery, nextQuery } from './queries.ts';

/** At the end of a recording: what follows in its topic. Nothing starts by itself. */
export function NextInTopic({ story }: { story: StoryDetail }) {
  const next = useQuery(nextQuery(story.id)).data?.story;
  const topic = story.topicTitle;
  if (!next) return null;
  return (
    <div className="grid gap-4 border-l-4 border-thread pl-5">
      <p className="font-heading text-large">
        <Trans>That was this story. Next in “{topic}”:</Trans>
      </p>
      <div className="max-w-md">
        <StoryCard story={next} level={2} />
      </div>
    </div>
  );
}

/** Below a story: the next of its topic, or else the one after it in what is new. */
export function NextStory({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const next = useQuery(nextQuery(story.id));
  const feed = useInfiniteQuery(feedQuery);
  const stories = feed.data?.pages.flatMap((page) => page.items) ?? [];
  const at = stories.findIndex(({ id }) => id === story.id);
  const after: Story | undefined = next.isPending
    ? undefined
    : (next.data?.story ?? (at < 0 ? undefined : stories[at + 1]));
  if (!after) return null;
  return (
    <Section title={next.data?.story ? t`Next in this topic` : t`Next story`}>
      <div className="max-w-md">
        <StoryCard story={after} level={3} showSharer isNew={!after.seen} />
      </div>
    </Section>
  );
}
