import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { AskFirst } from '../../../web/components/ask-first.tsx';
import { Editable } from '../../../web/components/editable.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { CuratedCategory } from '../../../web/contract.ts';
import { AboutPrompt } from './about-prompt.tsx';
import { CategoryFields, categoryWords } from './category-fields.tsx';
import { EmptyTopic } from './empty-topic.tsx';
import { OrderList } from './order-list.tsx';
import {
  categoryQuery,
  questionsQuery,
  useChangeCategory,
  useOrder,
  useRemoveCategory,
} from './queries.ts';
import { useThemeWords } from './words.ts';

/** `/admin/topics/$topicId`: a topic, and its questions in their order. */
export function CategoryPage() {
  const { t } = useLingui();
  const { topicId } = useParams({ from: '/app/own/admin/topics/$topicId' });
  const topic = useSuspenseQuery(categoryQuery(topicId)).data;
  const isEmpty = topic.asked + topic.retired === 0;
  return (
    <Page
      key={topicId}
      title={topic.category || '…'}
      back={
        <BackLink to="/admin/topics">
          <Trans>Topics</Trans>
        </BackLink>
      }
    >
      <Section title={t`About it`}>
        <Words topic={topic} />
      </Section>
      <Section title={t`Its questions`}>
        <Questions topicId={topicId} />
      </Section>
      {!isEmpty && (
        <Section title={t`Move all questions`}>
          <EmptyTopic topic={topic} />
        </Section>
      )}
      <Section title={t`Delete`}>
        {isEmpty && topic.topicVideos === 0 ? <Delete topic={topic} /> : <Stays topic={topic} />}
      </Section>
    </Page>
  );
}

function Words({ topic }: { topic: CuratedCategory }) {
  const { t } = useLingui();
  const themes = useThemeWords();
  const change = useChangeCategory(topic.id);
  return (
    <Editable
      name={t`About it`}
      value={
        <>
          <p>{topic.description ?? <Trans>Nothing written yet.</Trans>}</p>
          <p className="text-ink-soft">
            {topic.theme === null ? <Trans>Without a theme</Trans> : themes[topic.theme]}
          </p>
        </>
      }
      required={{ category: t`Say what the topic is called.` }}
      onSave={async (values) => {
        await change.mutateAsync(categoryWords(values));
      }}
    >
      <CategoryFields category={topic} />
    </Editable>
  );
}

function Questions({ topicId }: { topicId: string }) {
  const questions = useSuspenseQuery(questionsQuery(topicId)).data.items;
  const order = useOrder(topicId);
  return (
    <div className="grid gap-5">
      {questions.length > 0 && (
        <OrderList
          items={questions}
          name={({ text }) => text}
          title={({ id, text }) => (
            <Link to="/admin/questions/$promptId" params={{ promptId: id }} className="prose-link">
              {text}
            </Link>
          )}
          about={(prompt) => <AboutPrompt prompt={prompt} withTopic={false} />}
          group={({ isContextEstablishing }) => isContextEstablishing}
          onOrder={order.mutateAsync}
        />
      )}
      <div>
        <LinkButton
          to="/admin/questions/new"
          search={{ topic: topicId }}
          variant="secondary"
          icon={Plus}
        >
          <Trans>Add a question</Trans>
        </LinkButton>
      </div>
    </div>
  );
}

function Stays({ topic: { asked, retired, topicVideos } }: { topic: CuratedCategory }) {
  const { t } = useLingui();
  return (
    <Notice title={t`This topic stays`}>
      {asked + retired > 0 && (
        <p>
          <Plural
            value={asked + retired}
            one="# question belongs to it. Move it first."
            other="# questions belong to it. Move them first."
          />
        </p>
      )}
      {topicVideos > 0 && (
        <p>
          <Plural
            value={topicVideos}
            one="# storyteller has summed it up, and would lose its name."
            other="# storytellers have summed it up, and would lose its name."
          />
        </p>
      )}
    </Notice>
  );
}

function Delete({ topic }: { topic: CuratedCategory }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const remove = useRemoveCategory();
  return (
    <AskFirst
      label={<Trans>Delete this topic</Trans>}
      question={t`Delete this topic?`}
      keep={<Trans>Keep it</Trans>}
      confirm={<Trans>Delete it for good</Trans>}
      pendingLabel={t`Deleting…`}
      onConfirm={async () => {
        await remove.mutateAsync(topic.id);
        await navigate({ to: '/admin/topics', replace: true });
      }}
    >
      <Trans>It has no questions. It leaves the lists of those who marked it.</Trans>
    </AskFirst>
  );
}
