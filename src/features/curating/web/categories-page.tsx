import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import type { CuratedCategory } from '../../../web/contract.ts';
import { CategoryFields, categoryWords } from './category-fields.tsx';
import { OrderList } from './order-list.tsx';
import { categoriesQuery, useAddCategory, useOrder } from './queries.ts';
import { useThemeWords } from './words.ts';

/** `/admin/topics`: the topics, in the order that storytellers meet them. */
export function CategoriesPage() {
  const { t } = useLingui();
  const topics = useSuspenseQuery(categoriesQuery).data.items;
  const order = useOrder(null);
  return (
    <Page
      title={t`Topics`}
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
      {topics.length === 0 ? (
        <EmptyState title={t`No topics yet`}>
          <p>
            <Trans>Add the first one below.</Trans>
          </p>
        </EmptyState>
      ) : (
        <OrderList
          items={topics}
          name={({ category }) => category}
          title={(topic) => (
            <Link to="/admin/topics/$topicId" params={{ topicId: topic.id }} className="prose-link">
              {topic.category || '…'}
            </Link>
          )}
          about={(topic) => <About topic={topic} />}
          onOrder={order.mutateAsync}
        />
      )}
      <Section title={t`Add a topic`}>
        <Add />
      </Section>
    </Page>
  );
}

function About({ topic: { asked, retired, theme } }: { topic: CuratedCategory }) {
  const themes = useThemeWords();
  return (
    <>
      {theme !== null && `${themes[theme]} · `}
      <Plural value={asked} one="# question" other="# questions" />
      {retired > 0 && (
        <>
          {' · '}
          <Plural value={retired} one="# not asked any more" other="# not asked any more" />
        </>
      )}
    </>
  );
}

function Add() {
  const { t } = useLingui();
  const add = useAddCategory();
  return (
    <Form
      clears
      required={{ category: t`Say what the topic is called.` }}
      onSubmit={async (values) => {
        await add.mutateAsync(categoryWords(values));
      }}
    >
      <CategoryFields />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pendingLabel={t`Saving…`}>
          <Trans>Add this topic</Trans>
        </Button>
        <p role="status" className="text-good">
          {add.isSuccess && <Trans>Added, as the last one.</Trans>}
        </p>
      </div>
    </Form>
  );
}
