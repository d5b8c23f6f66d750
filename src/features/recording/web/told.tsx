import { Trans, useLingui } from '@lingui/react/macro';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';

/** The page of a question that has its story already. */
export function Told({ question, storyId }: { question: string; storyId: string }) {
  const { t } = useLingui();
  const back = <BackLink to="/">{t`Back`}</BackLink>;
  return (
    <Page storyteller title={question} heading="question" back={back}>
      <div className="grid gap-6">
        <Notice title={<Trans>You have told this one</Trans>}>
          <Trans>A question has one story. Yours is safe.</Trans>
        </Notice>
        <div>
          <LinkButton to="/stories/$storyId" params={{ storyId }}>
            <Trans>See this story</Trans>
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
