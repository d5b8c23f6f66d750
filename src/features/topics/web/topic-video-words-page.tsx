import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useTheirPages } from '../../executors/web/use-their-pages.ts';
import { Words } from '../../transcripts/web/words.tsx';
import { topicVideoQuery } from './queries.ts';
import { useTopicVideoTitle } from './topic-videos.tsx';

/** The words of a topic summed up. */
export function TopicVideoWordsPage() {
  const { t } = useLingui();
  const { topicVideoId } = useParams({ from: '/app/topic-videos/$topicVideoId/words' });
  const item = useSuspenseQuery(topicVideoQuery(topicVideoId)).data;
  const title = useTopicVideoTitle()(item);
  if (useTheirPages({ ...item, sharerId: item.sharer.id })) return <LoadingPage />;
  return (
    <Page
      title={t`The words of this video`}
      eyebrow={title}
      back={
        <BackLink to="/topic-videos/$topicVideoId" params={{ topicVideoId }}>
          <Trans>Back to the video</Trans>
        </BackLink>
      }
    >
      {item.video ? (
        <Words key={item.video.id} video={item.video} title={title} />
      ) : (
        <p>
          <Trans>This video has no recording.</Trans>
        </p>
      )}
    </Page>
  );
}
