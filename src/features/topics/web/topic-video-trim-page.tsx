import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Trimming } from '../../videos/web/trimming/trimming.tsx';
import { topicVideoQuery } from './queries.ts';
import { useTopicVideoTitle } from './topic-videos.tsx';

/** Where a topic summed up begins and ends. */
export function TopicVideoTrimPage() {
  const { topicVideoId } = useParams({ from: '/app/topic-videos/$topicVideoId/trim' });
  const title = useTopicVideoTitle()(useSuspenseQuery(topicVideoQuery(topicVideoId)).data);
  const { t } = useLingui();
  return (
    <Page
      storyteller
      title={t`Where it begins and ends`}
      eyebrow={title}
      back={
        <BackLink to="/topic-videos/$topicVideoId" params={{ topicVideoId }}>
          <Trans>Back to the video</Trans>
        </BackLink>
      }
    >
      <Trimming teller={{ kind: 'topic-videos', id: topicVideoId }} title={title} />
    </Page>
  );
}
