import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { actingFor } from '../../../web/acting-for.ts';
import { BackLink, TextLink } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { useStatusWords } from '../../../web/components/story-words.ts';
import type { StoryDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { BesideStory } from '../../attachments/web/beside-story.tsx';
import { KeepACopy } from '../../downloads/web/keep-a-copy.tsx';
import { useTheirPages } from '../../executors/web/use-their-pages.ts';
import { BackToFeed } from '../../library/web/back-to-feed.tsx';
import { FavoriteButton } from '../../library/web/favorite-button.tsx';
import { Afterwards, NextStory } from '../../library/web/next-story.tsx';
import { useWatchLog } from '../../library/web/use-watch-log.ts';
import { RecordingActions } from '../../videos/web/recording-actions.tsx';
import type { PlayerHandle } from '../../videos/web/story-player.tsx';
import { StoryWatch } from '../../videos/web/story-watch.tsx';
import { storyQuery } from './queries.ts';
import { SeenAs } from './seen-as.tsx';
import { useStoriesTitle } from './stories-title.ts';
import { StorySettings } from './story-settings.tsx';
import { Summary } from './summary.tsx';
import { WrittenFields } from './written-fields.tsx';

type Seekable = Pick<PlayerHandle, 'seek'>;

/** One story: the question, the recording, what was written about it, and for its owner who may watch. */
export function StoryPage() {
  const { storyId } = useParams({ from: '/app/stories/$storyId' });
  const { as } = useSearch({ from: '/app/stories/$storyId' });
  const told = useSuspenseQuery(storyQuery(storyId)).data;
  const isPreview = told.canManage && as !== undefined;
  // What a listener has of it is the same page, without what its managers alone can do.
  const story = isPreview ? { ...told, canManage: false } : told;
  const { t } = useLingui();
  const player = useRef<Seekable>(null);
  const onSeek = (seconds: number) => player.current?.seek(seconds);
  if (useTheirPages({ ...told, sharerId: story.sharer.id })) return <LoadingPage />;
  const content = (
    <>
      <Byline story={story} />
      <Recording story={story} player={player} />
      {/* of somebody else's page these would act for whoever looks at it */}
      {!isPreview && (
        <>
          {story.videoStatus === 'READY' && story.video && <WordsLink story={story} />}
          <RecordingActions>
            {actingFor === null && <FavoriteButton story={story} />}
            {story.video && <KeepACopy of={{ videoId: story.video.id }} video={story.video} />}
          </RecordingActions>
        </>
      )}
      <BesideStory story={story} />
      <div className="mt-14 max-w-3xl">
        {story.canManage ? (
          <StorySettings story={story} onSeek={onSeek} />
        ) : (
          <Written story={story} onSeek={onSeek} />
        )}
        {!told.canManage && <NextStory story={story} />}
      </div>
    </>
  );
  return (
    <Page
      key={storyId}
      storyteller={story.canManage}
      width="wide"
      heading="question"
      title={story.question ?? t`A story`}
      back={told.canManage ? <BackToMine /> : <BackToFeed />}
      eyebrow={story.topicTitle}
    >
      {isPreview ? (
        <SeenAs story={told} as={as}>
          {content}
        </SeenAs>
      ) : (
        content
      )}
    </Page>
  );
}

const BackToMine = () => <BackLink to="/stories">{useStoriesTitle()}</BackLink>;

function Byline({ story }: { story: StoryDetail }) {
  const format = useFormat();
  return (
    <p className="-mt-3 mb-6 text-ink-soft">
      {story.sharer.name && (
        <span className="font-semibold text-ink max-sm:block">
          {story.sharer.name}
          <span className="max-sm:hidden"> · </span>
        </span>
      )}
      <span className="whitespace-nowrap">
        {format.date(story.dateRecorded ?? story.createdAt)}
      </span>
      {story.duration !== null && (
        <span className="whitespace-nowrap"> · {format.length(story.duration)}</span>
      )}
    </p>
  );
}

/** The player, or in words how far the recording is. */
function Recording({ story, player }: { story: StoryDetail; player: RefObject<Seekable | null> }) {
  const status = useStatusWords()(story);
  const { t: startAt, playing } = useSearch({ from: '/app/stories/$storyId' });
  const resumeAt = useFirst(story.position);
  const hear = useWatchLog(story.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where the story before led here by itself
  useEffect(() => {
    if (playing) player.current?.seek(startAt ?? resumeAt ?? 0);
  }, []);
  if (story.videoStatus === 'ERRORED') {
    return (
      <Notice tone="careful" title={status}>
        {story.errorMessage && <p>{story.errorMessage}</p>}
        {story.canManage && (
          <p>
            <Trans>You can wait, or tell it again below. This recording is kept.</Trans>
          </p>
        )}
      </Notice>
    );
  }
  if (!story.video) return null;
  return (
    <StoryWatch
      // another recording, or another place that was searched for, is another start
      key={`${story.video.id} ${startAt}`}
      ref={player}
      video={story.video}
      title={story.question ?? undefined}
      startAt={startAt}
      resumeAt={resumeAt}
      onMoment={hear}
      afterwards={<Afterwards story={story} />}
    />
  );
}

/** What held when the page was opened: the place moves on while one watches. */
const useFirst = <T,>(value: T): T => useState(value)[0];

/** To the page where words are mended, or others suggested. */
const WordsLink = ({ story }: { story: StoryDetail }) => (
  <p className="no-print mt-4">
    <TextLink to="/stories/$storyId/words" params={{ storyId: story.id }}>
      {story.canManage ? <Trans>Mend the words</Trans> : <Trans>Suggest other words</Trans>}
    </TextLink>
  </p>
);

function Written({ story, onSeek }: { story: StoryDetail; onSeek: (seconds: number) => void }) {
  const { t } = useLingui();
  if (!story.mayWrite && !story.summary && !story.responseNotes) return null;
  return (
    <Section title={t`About this story`}>
      {story.mayWrite ? (
        <WrittenFields story={story} onSeek={onSeek} />
      ) : (
        <>
          {story.summary && <Summary story={story} onSeek={onSeek} />}
          {story.responseNotes && (
            <p className="mt-4 whitespace-pre-line text-ink-soft">{story.responseNotes}</p>
          )}
        </>
      )}
    </Section>
  );
}
