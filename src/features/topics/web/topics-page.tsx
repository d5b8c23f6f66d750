import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Topic } from '../../../web/contract.ts';
import { topicsQuery } from './queries.ts';
import { TopicList } from './topic-list.tsx';

const isBegun = (topic: Topic) => topic.told > 0 && topic.told < topic.questions;
const isTold = (topic: Topic) => topic.questions > 0 && topic.told >= topic.questions;

/** Every topic: those that are begun, those that wait, those that are told. */
export function TopicsPage() {
  const { t } = useLingui();
  const { items } = useSuspenseQuery(topicsQuery).data;
  const begun = items.filter(isBegun);
  const told = items.filter(isTold);
  const waiting = items.filter((topic) => !isBegun(topic) && !isTold(topic));
  return (
    <Page
      storyteller
      title={t`Topics`}
      back={
        <BackLink to="/">
          <Trans>Back to the question</Trans>
        </BackLink>
      }
    >
      {items.length === 0 && (
        <EmptyState title={t`No topics yet`}>
          <p>
            <Trans>Whoever looks after this Telloom adds the topics. They appear here.</Trans>
          </p>
        </EmptyState>
      )}
      <Group title={t`You have begun`} topics={begun} />
      <Group
        title={begun.length + told.length > 0 ? t`Still to tell` : t`All topics`}
        topics={waiting}
      />
      <Group title={t`All told`} topics={told} />
    </Page>
  );
}

function Group({ title, topics }: { title: string; topics: Topic[] }) {
  if (topics.length === 0) return null;
  return (
    <Section title={title}>
      <TopicList topics={topics} />
    </Section>
  );
}
