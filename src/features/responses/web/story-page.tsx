import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { BackLink } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { useStatusWords } from '../../../web/components/story-words.ts';
import type { StoryDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { FavoriteButton } from '../../library/web/favorite-button.tsx';
import { NextInTopic, NextStory } from '../../library/web/next-in-topic.tsx';
import { useWatchLog } from '../../library/web/use-watch-log.ts';
import { StoryWatch } from '../../videos/web/story-watch.tsx';
import { storyQuery } from './queries.ts';
import { StorySettings } from './story-settings.tsx';

/** One story: the question, the recording, what was written about it, and for its owner who may watch. */
export function StoryPage() {
  const { storyId } = useParams({ from: '/app/stories/$storyId' });
  const story = useSuspenseQuery(storyQuery(storyId)).data;
  const { t } = useLingui();
  return (
    <Page
      key={storyId}
      storyteller={story.canManage}
      width="wide"
      heading="question"
      title={story.question ?? t`A story`}
      back={story.canManage ? <BackToMine /> : <BackToFeed />}
      eyebrow={story.topicTitle}
    >
      <Byline story={story} />
      <Recording story={story} />
      <FavoriteButton story={story} />
      <div className="mt-14 max-w-3xl">
        {story.canManage ? <StorySettings story={story} /> : <Written story={story} />}
        {!story.canManage && <NextStory story={story} />}
      </div>
    </Page>
  );
}

const BackToMine = () => (
  <BackLink to="/stories">
    <Trans>My stories</Trans>
  </BackLink>
);

const BackToFeed = () => (
  <BackLink to="/watch">
    <Trans>All stories</Trans>
  </BackLink>
);

function Byline({ story }: { story: StoryDetail }) {
  const format = useFormat();
  return (
    <p className="-mt-3 mb-6 text-ink-soft">
      {story.sharer.name && <span className="font-semibold text-ink">{story.sharer.name} · </span>}
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
function Recording({ story }: { story: StoryDetail }) {
  const status = useStatusWords()(story);
  const { t: startAt } = useSearch({ from: '/app/stories/$storyId' });
  const resumeAt = useFirst(story.position);
  const hear = useWatchLog(story.id);
  if (story.videoStatus === 'ERRORED') {
    return (
      <Notice tone="careful" title={status}>
        {story.errorMessage && <p>{story.errorMessage}</p>}
        {story.canManage && (
          <p>
            <Trans>You can wait, or delete this story and tell it once more.</Trans>
          </p>
        )}
      </Notice>
    );
  }
  if (!story.video) return null;
  return (
    <StoryWatch
      // another place that was searched for is another start
      key={startAt}
      video={story.video}
      title={story.question ?? undefined}
      startAt={startAt}
      resumeAt={resumeAt}
      onMoment={hear}
      afterwards={<NextInTopic story={story} />}
    />
  );
}

/** What held when the page was opened: the place moves on while one watches. */
const useFirst = <T,>(value: T): T => useState(value)[0];

function Written({ story }: { story: StoryDetail }) {
  const { t } = useLingui();
  if (!story.summary && !story.responseNotes) return null;
  return (
    <Section title={t`About this story`}>
      {story.summary && <p className="whitespace-pre-line">{story.summary}</p>}
      {story.responseNotes && (
        <p className="mt-4 whitespace-pre-line text-ink-soft">{story.responseNotes}</p>
      )}
    </Section>
  );
}
