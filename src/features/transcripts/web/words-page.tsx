import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../../web/components/links.tsx';
import { LoadingPage } from '../../../web/components/loading.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useTheirPages } from '../../executors/web/use-their-pages.ts';
import { storyQuery } from '../../responses/web/queries.ts';
import { Words } from './words.tsx';

/** The words of a story: mended by those who manage it, corrected by suggestion by the others. */
export function WordsPage() {
  const { storyId } = useParams({ from: '/app/stories/$storyId/words' });
  const story = useSuspenseQuery(storyQuery(storyId)).data;
  const { t } = useLingui();
  if (useTheirPages({ ...story, sharerId: story.sharer.id })) return <LoadingPage />;
  return (
    <Page
      title={t`The words of this story`}
      eyebrow={story.question}
      back={
        <BackLink to="/stories/$storyId" params={{ storyId }}>
          <Trans>Back to the story</Trans>
        </BackLink>
      }
    >
      {story.video ? (
        <Words key={story.video.id} video={story.video} title={story.question ?? t`A story`} />
      ) : (
        <p>
          <Trans>This story has no recording.</Trans>
        </p>
      )}
    </Page>
  );
}
