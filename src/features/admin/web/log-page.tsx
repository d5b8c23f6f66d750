import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { PagedRows } from '../../../web/components/paged-rows.tsx';
import { Row } from '../../../web/components/rows.tsx';
import type { AdminAct } from '../../../web/contract.ts';
import { useFormat } from '../../../web/format.ts';
import { AdminPage } from './admin-page.tsx';
import { useActWords, useThingWords } from './log-words.ts';
import { logQuery } from './queries.ts';

/** `/admin/log`: who of the admins did what, and when. */
export function LogPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(logQuery);
  return (
    <AdminPage title={t`What admins did`}>
      <PagedRows
        list={list}
        empty={
          <EmptyState title={t`Nothing yet`}>
            <p>
              <Trans>Whatever admins change is written down here. Nobody can change that.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(act) => <Act key={act.id} act={act} />}
      </PagedRows>
    </AdminPage>
  );
}

function Act({ act: { actorName, action, thing, name, changed, createdAt } }: { act: AdminAct }) {
  const { t } = useLingui();
  const format = useFormat();
  const thingWords = useThingWords();
  const actWords = useActWords();
  const isAct = action === 'ACT';
  const what = isAct ? actWords(thing) : thingWords(thing);
  const done = { INSERT: t`added`, UPDATE: t`changed`, DELETE: t`deleted`, ACT: null }[action];
  return (
    <Row
      title={isAct ? what : (name ?? what)}
      about={
        <>
          {[name !== null && (isAct ? name : what), done].filter(Boolean).join(' · ')}
          {changed.length > 0 && ` (${changed.join(', ')})`}
          {(name !== null || done !== null) && ' · '}
          {actorName ?? <Trans>somebody who has left</Trans>}
          {' · '}
          {format.dateTime(createdAt)}
        </>
      }
    />
  );
}
