import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { actingFor } from '../../../web/acting-for.ts';
import { Avatar } from '../../../web/components/avatar.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Row, Rows } from '../../../web/components/rows.tsx';
import { useFormat } from '../../../web/format.ts';
import { useLogWords } from './log-words.ts';
import { logQuery } from './queries.ts';

/** What others did with the storyteller's things; to a keeper, what they did themselves. */
export function LogPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(logQuery);
  const format = useFormat();
  const words = useLogWords();
  const entries = list.data.pages.flatMap((page) => page.items);
  const isKeeper = actingFor !== null;
  return (
    <Page
      storyteller={!isKeeper}
      title={isKeeper ? t`What you did here` : t`What others did for you`}
      back={
        <BackLink to="/family">
          <Trans>Family and friends</Trans>
        </BackLink>
      }
    >
      {entries.length === 0 ? (
        <EmptyState title={t`Nothing so far`}>
          <p>
            {isKeeper ? (
              <Trans>What you change here is written down, and its storyteller can read it.</Trans>
            ) : (
              <Trans>When somebody changes something of yours, you read it here.</Trans>
            )}
          </p>
        </EmptyState>
      ) : (
        <Rows>
          {entries.map((entry) => (
            <Row
              key={entry.id}
              picture={<Avatar name={entry.actorName} url={entry.actorAvatarUrl} />}
              title={words(entry)}
              about={format.dateTime(entry.createdAt)}
            />
          ))}
        </Rows>
      )}
      <More list={list} />
    </Page>
  );
}
