import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Files, Plus, Sheet } from 'lucide-react';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { AboutPrompt } from './about-prompt.tsx';
import { PromptFilters } from './prompt-filters.tsx';
import { promptsQuery } from './queries.ts';

/** `/admin/questions`: every question of this Telloom, for whoever looks after them. */
export function PromptsPage() {
  const { t } = useLingui();
  const filter = useSearch({ from: '/app/own/admin/questions' });
  const list = useSuspenseInfiniteQuery(promptsQuery(filter));
  const prompts = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total ?? 0;
  return (
    <Page
      title={t`Questions`}
      width="wide"
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
      <nav aria-label={t`What to do with questions`} className="mb-10 flex flex-wrap gap-4">
        <LinkButton to="/admin/questions/new" search={{ topic: filter.category }} icon={Plus}>
          <Trans>Add a question</Trans>
        </LinkButton>
        <LinkButton to="/admin/questions/alike" variant="secondary" icon={Files}>
          <Trans>Find doubles</Trans>
        </LinkButton>
        <LinkButton to="/admin/sheets" variant="secondary" icon={Sheet}>
          <Trans>To and from a spreadsheet</Trans>
        </LinkButton>
      </nav>
      <PromptFilters filter={filter} />
      <p role="status" className="mt-8 mb-4 text-ink-soft">
        <Plural value={total} one="# question" other="# questions" />
      </p>
      {prompts.length === 0 ? (
        <EmptyState title={t`No question is like this`}>
          <p>
            <Trans>Take a filter away, or add the question.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Rows>
          {prompts.map((prompt) => (
            <Row
              key={prompt.id}
              title={
                <Link
                  to="/admin/questions/$promptId"
                  params={{ promptId: prompt.id }}
                  className="prose-link"
                >
                  {prompt.text}
                </Link>
              }
              about={<AboutPrompt prompt={prompt} />}
            />
          ))}
        </Rows>
      )}
      <More list={list} />
    </Page>
  );
}
