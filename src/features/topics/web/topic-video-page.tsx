import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { BackLink, TextLink } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { TopicVideoDetail } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { KeepACopy } from '../../downloads/web/keep-a-copy.tsx';
import { useTheirPages } from '../../executors/web/use-their-pages.ts';
import { BackToFeed } from '../../library/web/back-to-feed.tsx';
import { StoryGrid } from '../../library/web/story-grid.tsx';
import { Summary } from '../../responses/web/summary.tsx';
import { RecordingActions } from '../../videos/web/recording-actions.tsx';
import type { PlayerHandle } from '../../videos/web/story-player.tsx';
import { StoryWatch } from '../../videos/web/story-watch.tsx';
import { topicVideoQuery } from './queries.ts';
import { TopicVideoSettings } from './topic-video-settings.tsx';
import { useTopicVideoTitle } from './topic-videos.tsx';

/** A topic summed up: the recording, its words, and the stories it draws on. */
export function TopicVideoPage() {
  const { t } = useLingui();
  const { topicVideoId } = useParams({ from: '/app/topic-videos/$topicVideoId' });
  const { t: startAt } = useSearch({ from: '/app/topic-videos/$topicVideoId' });
  const item = useSuspenseQuery(topicVideoQuery(topicVideoId)).data;
  const title = useTopicVideoTitle()(item);
  const player = useRef<Pick<PlayerHandle, 'seek'>>(null);
  const onSeek = (seconds: number) => player.current?.seek(seconds);
  if (useTheirPages({ ...item, sharerId: item.sharer.id })) return <LoadingPage />;
  return (
    <Page
      key={topicVideoId}
      storyteller={item.canManage}
      width="wide"
      title={title}
      back={<Back item={item} />}
      eyebrow={item.topicTitle}
    >
      <Byline item={item} />
      {item.video && (
        <StoryWatch
          key={item.video.id}
          ref={player}
          video={item.video}
          title={title}
          startAt={startAt}
        />
      )}
      {item.status === 'READY' && <WordsLink item={item} />}
      <RecordingActions>
        {item.video && <KeepACopy of={{ topicVideoId: item.id }} video={item.video} />}
      </RecordingActions>
      <div className="mt-14 max-w-3xl">
        {item.canManage ? (
          <TopicVideoSettings item={item} onSeek={onSeek} />
        ) : (
          item.summary && (
            <Section title={t`In a few words`}>
              <Summary story={item} onSeek={onSeek} />
            </Section>
          )
        )}
      </div>
      {item.stories.length > 0 && (
        <Section title={t`The stories behind it`}>
          <StoryGrid stories={item.stories} card={() => ({ level: 3, showSharer: false })} />
        </Section>
      )}
    </Page>
  );
}

function Back({ item: { canManage, topicId } }: { item: TopicVideoDetail }) {
  if (canManage && topicId !== null) {
    return (
      <BackLink to="/topics/$topicId" params={{ topicId }}>
        <Trans>Back to the topic</Trans>
      </BackLink>
    );
  }
  return <BackToFeed />;
}

/** To the page where words are mended, or others suggested. */
const WordsLink = ({ item }: { item: TopicVideoDetail }) => (
  <p className="no-print mt-4">
    <TextLink to="/topic-videos/$topicVideoId/words" params={{ topicVideoId: item.id }}>
      {item.canManage ? <Trans>Mend the words</Trans> : <Trans>Suggest other words</Trans>}
    </TextLink>
  </p>
);

function Byline({ item }: { item: TopicVideoDetail }) {
  const format = useFormat();
  return (
    <p className="-mt-3 mb-6 text-ink-soft">
      {item.sharer.name && <span className="font-semibold text-ink">{item.sharer.name} · </span>}
      {format.date(item.dateRecorded ?? item.createdAt)}
      {item.duration !== null && <> · {format.length(item.duration)}</>}
    </p>
  );
}
