import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Loading } from '../../../web/components/loading.tsx';
import { More } from '../../../web/components/more.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useErrorWords } from '../../../web/error-words.ts';
import { BackToFeed } from './back-to-feed.tsx';
import { FoundStories } from './found-stories.tsx';
import { searchQuery } from './queries.ts';
import { SearchBox } from './search-box.tsx';
import { SearchFilters } from './search-filters.tsx';

/** Everything that was told, by its words. */
export function SearchPage() {
  const { t } = useLingui();
  const { q } = useSearch({ from: '/app/search' });
  return (
    <Page title={t`Search`} back={<BackToFeed />}>
      <SearchBox query={q} />
      {q === undefined ? (
        <p className="mt-6 text-ink-soft">
          <Trans>
            Type a word that was said, or a name. You hear it at the very second it was said.
          </Trans>
        </p>
      ) : (
        <Results q={q} />
      )}
    </Page>
  );
}

function Results({ q }: { q: string }) {
  const { i18n, t } = useLingui();
  const { sharer, topic } = useSearch({ from: '/app/search' });
  const found = useInfiniteQuery(searchQuery({ q, sharer, topic, language: i18n.locale }));
  const first = found.data?.pages[0];
  if (found.isError) return <Failed error={found.error} onAgain={() => found.refetch()} />;
  if (!first) {
    return (
      <div className="mt-8">
        <Loading what={<Trans>Still searching. There is much to look through.</Trans>} />
      </div>
    );
  }
  const isNarrow = sharer !== undefined || topic !== undefined;
  if (first.total === 0 && !isNarrow) {
    return (
      <div className="mt-8" role="status">
        <EmptyState title={t`Nothing was found for “${q}”`}>
          <p>
            <Trans>Try another word, or only a part of what you look for.</Trans>
          </p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <p role="status" className="mt-8 mb-4 text-ink-soft">
        <Plural value={first.total} one="# story was found." other="# stories were found." />
      </p>
      <SearchFilters found={first} />
      <FoundStories items={found.data?.pages.flatMap((page) => page.items) ?? []} />
      <More list={found} />
    </>
  );
}

function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const words = useErrorWords();
  return (
    <div className="mt-8 grid justify-items-start gap-4">
      <Notice live tone="stop" title={<Trans>The search did not work</Trans>}>
        <p>{words(error)}</p>
      </Notice>
      <Button variant="secondary" onPress={onAgain}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  );
}
