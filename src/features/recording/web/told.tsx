import { Trans, useLingui } from '@lingui/react/macro';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useWhose } from '../../../web/whose-context.ts';

/** The page of a question that has its story already. */
export function Told({ question, storyId }: { question: string; storyId: string }) {
  const { t } = useLingui();
  const whose = useWhose();
  const back = <BackLink to="/">{t`Back`}</BackLink>;
  return (
    <Page storyteller title={question} heading="question" back={back}>
      <div className="grid gap-6">
        <Notice title={whose({ own: t`You have told this one`, theirs: t`This one is told` })}>
          {whose({
            own: t`A question has one story. Yours is safe.`,
            theirs: t`A question has one story. It is safe.`,
          })}
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
