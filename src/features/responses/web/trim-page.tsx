import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Trimming } from '../../videos/web/trimming/trimming.tsx';
import { storyQuery } from './queries.ts';

/** Where a story begins and ends. */
export function TrimPage() {
  const { storyId } = useParams({ from: '/app/stories/$storyId/trim' });
  const { question } = useSuspenseQuery(storyQuery(storyId)).data;
  const { t } = useLingui();
  return (
    <Page
      storyteller
      title={t`Where it begins and ends`}
      eyebrow={question}
      back={
        <BackLink to="/stories/$storyId" params={{ storyId }}>
          <Trans>Back to the story</Trans>
        </BackLink>
      }
    >
      <Trimming teller={{ kind: 'stories', id: storyId }} title={question ?? t`A story`} />
    </Page>
  );
}
