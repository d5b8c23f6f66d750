import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import type { AdminAct } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { logQuery } from './queries.ts';

/** `/admin/log`: who of the admins did what, and when. */
export function LogPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(logQuery);
  const acts = list.data.pages.flatMap((page) => page.items);
  return (
    <Page
      title={t`What admins did`}
      back={
        <BackLink to="/admin">
          <Trans>Running Telloom</Trans>
        </BackLink>
      }
    >
      {acts.length === 0 ? (
        <EmptyState title={t`Nothing yet`}>
          <p>
            <Trans>Whatever admins change is written down here. Nobody can change that.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Rows>
          {acts.map((act) => (
            <Act key={act.id} act={act} />
          ))}
        </Rows>
      )}
      <More list={list} />
    </Page>
  );
}

function Act({ act: { actorName, action, thing, name, changed, createdAt } }: { act: AdminAct }) {
  const { t } = useLingui();
  const format = useFormat();
  const what = useThingWords()(thing);
  const done = { INSERT: t`added`, UPDATE: t`changed`, DELETE: t`deleted` }[action];
  return (
    <Row
      title={name ?? what}
      about={
        <>
          {name !== null && `${what} · `}
          {done}
          {changed.length > 0 && ` (${changed.join(', ')})`}
          {' · '}
          {actorName ?? <Trans>somebody who has left</Trans>}
          {' · '}
          {format.dateTime(createdAt)}
        </>
      }
    />
  );
}

/** What a table holds; one without words goes by its name. */
function useThingWords(): (thing: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    Prompt: t`A question`,
    PromptCategory: t`A topic`,
    ObjectCategory: t`A kind of things`,
    Profile: t`A person`,
    ProfileRole: t`The role of a person`,
    PromptResponse: t`A story`,
    Video: t`A recording`,
  };
  return (thing) => words[thing] ?? thing;
}
