import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { LinkButton } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { StoryCard } from '../../../web/components/story-card.tsx';
import { meQuery } from '../../people/web/queries.ts';
import { feedQuery } from './queries.ts';

/** What is new from everyone the person follows. */
export function WatchPage() {
  const { t } = useLingui();
  const feed = useSuspenseInfiniteQuery(feedQuery);
  const stories = feed.data.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Your family’s stories`} width="wide">
      {stories.length === 0 ? (
        <Nothing />
      ) : (
        <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {stories.map((story) => (
            <li key={story.id} className="grid">
              <StoryCard story={story} showSharer isNew={!story.seen} />
            </li>
          ))}
        </ul>
      )}
      <More list={feed} />
    </Page>
  );
}

function Nothing() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  if (me.followsCount > 0) {
    return (
      <EmptyState title={t`No stories yet`}>
        <p>
          <Trans>As soon as someone shares a story with you, it is here.</Trans>
        </p>
      </EmptyState>
    );
  }
  const email = me.email;
  return (
    <EmptyState
      title={t`Nobody has invited you yet`}
      action={
        me.sharerId === null && (
          <LinkButton to="/welcome" variant="secondary">
            <Trans>Tell my own stories</Trans>
          </LinkButton>
        )
      }
    >
      <p>
        <Trans>Stories are only for people who are invited.</Trans>
      </p>
      <p>
        <Trans>
          Ask the person who tells them to invite <strong>{email}</strong>. Then open the link in
          the e-mail.
        </Trans>
      </p>
    </EmptyState>
  );
}
