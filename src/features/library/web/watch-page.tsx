import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { LinkButton, TextLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { meQuery } from '../../people/web/queries.ts';
import { TopicVideos } from '../../topics/web/topic-videos.tsx';
import { FeedChoices } from './feed-choices.tsx';
import { preferencesQuery } from './preferences.ts';
import { feedQuery } from './queries.ts';
import { SearchBox } from './search-box.tsx';
import { StoryGrid } from './story-grid.tsx';

/** What is new from everyone the person follows. */
export function WatchPage() {
  const { t } = useLingui();
  const { sharer, topic } = useSearch({ from: '/app/own/watch' });
  const feed = useSuspenseInfiniteQuery(feedQuery({ sharer, topic }));
  const stories = feed.data.pages.flatMap((page) => page.items);
  const isNarrow = sharer !== undefined || topic !== undefined;
  // Without a memory every story would look new for ever.
  const remembers = useQuery(preferencesQuery).data?.keepsHistory ?? true;
  return (
    <Page title={t`Your family’s stories`} width="wide">
      {(stories.length > 0 || isNarrow) && (
        <>
          <Ways />
          <FeedChoices />
        </>
      )}
      {stories.length === 0 ? (
        isNarrow ? (
          <NothingOfThese />
        ) : (
          <Nothing />
        )
      ) : (
        <StoryGrid
          stories={stories}
          card={({ seen }) => ({
            isNew: remembers && !seen,
            list: { in: 'feed', sharer, topic },
          })}
        />
      )}
      <More list={feed} />
      <TopicVideos />
    </Page>
  );
}

/** Other ways to a story than by its date. */
function Ways() {
  return (
    <div className="mb-8 flex flex-wrap items-end gap-x-8 gap-y-4">
      <SearchBox />
      <p className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-2">
        <TextLink to="/watch/lately">
          <Trans>Watched lately</Trans>
        </TextLink>
        <TextLink to="/watch/favorites">
          <Trans>My favourites</Trans>
        </TextLink>
        <TextLink to="/watch/following">
          <Trans>Whose stories I watch</Trans>
        </TextLink>
        <TextLink to="/downloads">
          <Trans>My copies</Trans>
        </TextLink>
      </p>
    </div>
  );
}

function NothingOfThese() {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`No stories here`}
      action={
        <LinkButton to="/watch" variant="secondary">
          <Trans>See all stories</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>There is nothing that you may watch of these, or not any more.</Trans>
      </p>
    </EmptyState>
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
        <div className="flex flex-wrap gap-4">
          <LinkButton to="/watch/following">
            <Trans>Ask somebody to let me watch</Trans>
          </LinkButton>
          {me.sharerId === null && (
            <LinkButton to="/welcome" variant="secondary">
              <Trans>Tell my own stories</Trans>
            </LinkButton>
          )}
        </div>
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
