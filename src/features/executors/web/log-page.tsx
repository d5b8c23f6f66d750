import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { actingFor } from '../../../web/acting-for.ts';
import { Avatar } from '../../../web/components/avatar.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { PagedRows } from '../../../web/components/paged-rows.tsx';
import { Row } from '../../../web/components/rows.tsx';
import { useFormat } from '../../../web/format.ts';
import { useLogWords } from './log-words.ts';
import { logQuery } from './queries.ts';

/** What others did with the storyteller's things; to a keeper, what they did themselves. */
export function LogPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(logQuery);
  const format = useFormat();
  const words = useLogWords();
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
      <PagedRows
        list={list}
        empty={
          <EmptyState title={t`Nothing so far`}>
            <p>
              {isKeeper ? (
                <Trans>
                  What you change here is written down, and its storyteller can read it.
                </Trans>
              ) : (
                <Trans>When somebody changes something of yours, you read it here.</Trans>
              )}
            </p>
          </EmptyState>
        }
      >
        {(entry) => (
          <Row
            key={entry.id}
            picture={<Avatar name={entry.actorName} url={entry.actorAvatarUrl} />}
            title={words(entry)}
            about={format.dateTime(entry.createdAt)}
          />
        )}
      </PagedRows>
    </Page>
  );
}
