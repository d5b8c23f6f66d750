import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { BackToFeed } from './back-to-feed.tsx';
import { favoritesQuery } from './queries.ts';
import { StoryGrid } from './story-grid.tsx';

/** The stories that somebody wants to find again. */
export function FavoritesPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(favoritesQuery);
  const stories = list.data.pages.flatMap((page) => page.items);
  return (
    <Page title={t`My favourites`} width="wide" back={<BackToFeed />}>
      {stories.length === 0 ? (
        <EmptyState title={t`No favourites yet`}>
          <p>
            <Trans>Open a story and press “Add to my favourites”. Then it is here.</Trans>
          </p>
        </EmptyState>
      ) : (
        <StoryGrid stories={stories} card={() => ({ list: { in: 'favorites' } })} />
      )}
      <More list={list} />
    </Page>
  );
}
