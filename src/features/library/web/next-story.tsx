import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Section } from '../../../web/components/section.tsx';
import { StoryCard } from '../../../web/components/story-card.tsx';
import type { Story, StoryDetail } from '../../../web/contract.ts';
import type { ListWatched } from './list-watched.ts';
import { PlaysOn } from './plays-on.tsx';
import { feedQuery, nextQuery } from './queries.ts';

/** The list that the open story is watched in, without what was about this story alone. */
function useList(): ListWatched {
  const search = useSearch({ from: '/app/stories/$storyId' });
  return { in: search.in, sharer: search.sharer, topic: search.topic };
}

/** Below the controls of a phone it would be missed. */
const bringIntoView = (box: HTMLElement | null) => box?.scrollIntoView({ block: 'nearest' });

/** At the end of a recording: what follows, and for those who want that, it starts by itself. */
export function Afterwards({ story }: { story: StoryDetail }) {
  const list = useList();
  const navigate = useNavigate();
  const next = useQuery(nextQuery(story.id, list)).data?.story;
  const topic = story.topicTitle;
  if (!next) return null;
  const goOn = () =>
    void navigate({
      to: '/stories/$storyId',
      params: { storyId: next.id },
      search: { ...list, playing: true },
    });
  return (
    <div
      ref={bringIntoView}
      className="grid scroll-mb-24 gap-4 border-l-4 border-thread pl-5 sm:scroll-mb-6"
    >
      <p className="font-heading text-large">
        {list.in ? (
          <Trans>That was this story. Next:</Trans>
        ) : (
          <Trans>That was this story. Next in “{topic}”:</Trans>
        )}
      </p>
      <div className="max-w-md">
        <StoryCard story={next} level={2} list={list} showSharer={list.in !== undefined} />
      </div>
      <PlaysOn key={next.id} onNext={goOn} />
    </div>
  );
}

/** Below a story: the next of its list or topic, or else the one after it in what is new. */
export function NextStory({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  const list = useList();
  const next = useQuery(nextQuery(story.id, list));
  const feed = useInfiniteQuery({ ...feedQuery(), enabled: list.in === undefined });
  const stories = feed.data?.pages.flatMap((page) => page.items) ?? [];
  const at = stories.findIndex(({ id }) => id === story.id);
  const after: Story | undefined = next.isPending
    ? undefined
    : (next.data?.story ?? (at < 0 ? undefined : stories[at + 1]));
  if (!after) return null;
  const isOfTopic = list.in === undefined && next.data?.story;
  return (
    <Section title={isOfTopic ? t`Next in this topic` : t`Next story`}>
      <div className="max-w-md">
        <StoryCard story={after} level={3} list={list} showSharer isNew={!after.seen} />
      </div>
    </Section>
  );
}
