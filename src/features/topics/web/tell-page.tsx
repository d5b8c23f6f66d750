import { Trans, useLingui } from '@lingui/react/macro';
import {
  keepPreviousData,
  usePrefetchQuery,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { BookOpen, Mic, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { Card } from '../../../web/components/card.tsx';
import { LinkButton, TextLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { NextPrompt } from '../../../web/contract.ts';
import { useWhose } from '../../../web/whose-context.ts';
import { promptQuery } from '../../recording/web/queries.ts';
import { useStoriesTitle } from '../../responses/web/stories-title.ts';
import { useRecordingWaits } from '../../subscriptions/web/queries.ts';
import { RecordingWaits } from '../../subscriptions/web/recording-waits.tsx';
import { sortTopics } from './groups.ts';
import { nextPromptQuery, topicsQuery } from './queries.ts';
import { TopicList } from './topic-list.tsx';

/** The first page of a storyteller: one question, one button; the rest lies below. */
export function TellPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string>();
  const first = useSuspenseQuery(nextPromptQuery()).data;
  const next = useQuery({ ...nextPromptQuery(after), placeholderData: keepPreviousData });
  // Past the last question, "Not this one" begins again with the first.
  const prompt = next.data?.prompt ?? first.prompt;
  const whose = useWhose();
  return (
    <Page
      storyteller
      heading={prompt ? 'question' : 'page'}
      title={
        prompt?.text ??
        whose({ own: t`You have told every question`, theirs: t`Every question is told` })
      }
      eyebrow={prompt && <Where prompt={prompt} />}
    >
      {prompt ? (
        <Actions
          prompt={prompt}
          pending={next.isFetching && after !== undefined}
          onSkip={() => setAfter(prompt.id)}
        />
      ) : (
        <p>
          <Trans>All of it is kept. You can watch it, or change who may see it.</Trans>
        </p>
      )}
      <TopicsBelow />
      <MoreBelow />
    </Page>
  );
}

function Where({ prompt: { topicId, topicTitle, number, of } }: { prompt: NextPrompt }) {
  if (topicId === null) return null;
  return (
    <Trans>
      <TextLink to="/topics/$topicId" params={{ topicId }}>
        {topicTitle}
      </TextLink>
      , question {number} of {of}
    </Trans>
  );
}

interface ActionsProps {
  prompt: NextPrompt;
  pending: boolean;
  onSkip: () => void;
}

function Actions({ prompt, pending, onSkip }: ActionsProps) {
  const { t } = useLingui();
  const params = { promptId: prompt.id };
  const whose = useWhose();
  // Fetched before it is wanted: the next page is there at once, and without a connection, too.
  usePrefetchQuery(promptQuery(prompt.id));
  if (useRecordingWaits()) return <RecordingWaits />;
  return (
    <div className="grid justify-items-start gap-4">
      <div className="flex w-full flex-wrap gap-4">
        <LinkButton to="/record/$promptId" params={params} icon={Mic}>
          {whose({ own: t`Record my answer`, theirs: t`Record the answer` })}
        </LinkButton>
        <Button
          variant="secondary"
          onPress={onSkip}
          isPending={pending}
          pendingLabel={t`Fetching another…`}
        >
          <Trans>Not this one</Trans>
        </Button>
      </div>
      <LinkButton to="/upload/$promptId" params={params} variant="quiet">
        <Trans>I have a recording already</Trans>
      </LinkButton>
    </div>
  );
}

/** First the topics to tell next, then those that are begun, favourites, and the others in their order. */
function TopicsBelow() {
  const { t } = useLingui();
  const whose = useWhose();
  const { items } = useSuspenseQuery(topicsQuery).data;
  const { next, begun, favorite, fresh } = sortTopics(items, ({ queuedAt }) => queuedAt !== null);
  return (
    <Section
      title={whose({
        own: t`Your topics`,
        theirs: t`Their topics`,
        named: (name) => t`Topics for ${name}`,
      })}
      aside={
        <TextLink to="/topics">
          <Trans>All topics</Trans>
        </TextLink>
      }
    >
      <TopicList topics={[...next, ...begun, ...favorite, ...fresh].slice(0, 4)} />
    </Section>
  );
}

function MoreBelow() {
  const { t } = useLingui();
  const whose = useWhose();
  return (
    <div className="mt-14 grid gap-5 sm:grid-cols-2">
      <Card className="grid content-between gap-5">
        <p>
          {whose({
            own: t`The stories you have told are kept here.`,
            theirs: t`The stories that are told are kept here.`,
            named: (name) => t`The stories that ${name} told are kept here.`,
          })}
        </p>
        <div>
          <LinkButton to="/stories" variant="secondary" icon={BookOpen}>
            {useStoriesTitle()}
          </LinkButton>
        </div>
      </Card>
      <Card className="grid content-between gap-5">
        <p>
          {whose({
            own: t`Invite family and friends to watch what you tell.`,
            theirs: t`Invite family and friends to watch what is told.`,
            named: (name) => t`Invite family and friends to watch what ${name} tells.`,
          })}
        </p>
        <div>
          <LinkButton to="/family" variant="secondary" icon={UserPlus}>
            <Trans>Invite someone</Trans>
          </LinkButton>
        </div>
      </Card>
    </div>
  );
}
