import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { Topic } from '../../../web/contract.ts';
import { sortTopics } from './groups.ts';
import { topicsQuery } from './queries.ts';
import { TellNext } from './tell-next.tsx';
import { TopicList } from './topic-list.tsx';
import { useTopicQueue } from './use-topic-lists.ts';

/** Every topic once: those to tell next, those that are begun, favourites, those that wait, those that are told. */
export function TopicsPage() {
  const { t } = useLingui();
  const { items } = useSuspenseQuery(topicsQuery).data;
  const { isQueued, take } = useTopicQueue();
  const { next, begun, favorite, fresh, told } = sortTopics(items, isQueued);
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
      {next.length > 0 && (
        <Section title={t`To tell next`}>
          <TellNext topics={next} onTake={take} />
        </Section>
      )}
      <Group title={t`You have begun`} topics={begun} />
      <Group title={t`Favourites`} topics={favorite} />
      <Group
        title={fresh.length < items.length ? t`Still to tell` : t`All topics`}
        topics={fresh}
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
