import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink, LinkButton } from '../../../web/components/links.tsx';
import { Loading } from '../../../web/components/loading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Toggle } from '../../../web/components/toggle.tsx';
import type { Found } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { useRoles } from '../../../web/layout/use-roles.ts';
import { useStoriesTitle } from '../../responses/web/stories-title.ts';
import { BackToFeed } from './back-to-feed.tsx';
import { DidYouMean } from './did-you-mean.tsx';
import { useFoundWords } from './found-words.ts';
import { OfPerson } from './of-person.tsx';
import { searchQuery } from './queries.ts';
import { isNarrow, type SearchAddress } from './search-address.ts';
import { SearchFilters } from './search-filters.tsx';
import { useSearchKeySwitch } from './search-key.ts';
import { SearchResults } from './search-results.tsx';
import { TypingBox } from './typing-box.tsx';

/** Everything that was told, shown and named, by its words. */
export function SearchPage() {
  const { t } = useLingui();
  const address = useSearch({ from: '/app/search' });
  const { q, person } = address;
  const isEmpty = q === undefined && person === undefined;
  return (
    <Page title={t`Search`} back={<BackFromSearch />} ownFocus={isEmpty}>
      <TypingBox q={q} />
      {isEmpty ? <Help /> : <Results address={address} />}
    </Page>
  );
}

/** To the stories that one tells, or to those that one watches. */
function BackFromSearch() {
  const { current } = useRoles();
  const mine = useStoriesTitle();
  return current === 'tell' ? <BackLink to="/stories">{mine}</BackLink> : <BackToFeed />;
}

function Help() {
  const [isOn, setOn] = useSearchKeySwitch();
  return (
    <div className="mt-6 grid gap-4 text-ink-soft">
      <p>
        <Trans>
          Type a word that was said, or a name. You hear it at the very second it was said.
        </Trans>
      </p>
      <p>
        <Trans>
          Photos, papers and things are found too. Names are found even when they are spelt in
          another way.
        </Trans>
      </p>
      <div className="hidden [@media(hover:hover)]:block">
        <Toggle isSelected={isOn} onChange={setOn}>
          <Trans>The key / opens the search on every page</Trans>
        </Toggle>
      </div>
    </div>
  );
}

function Results({ address }: { address: SearchAddress }) {
  const { i18n } = useLingui();
  const list = useInfiniteQuery(searchQuery({ ...address, language: i18n.locale }));
  const foundWords = useFoundWords();
  const pages = list.data?.pages ?? [];
  const [first] = pages;
  const isOld = list.isPlaceholderData;
  return (
    <>
      {/* Always there, so that what is put into it is read out. */}
      <p role="status" className="mt-8 mb-4 text-ink-soft">
        {first && !isOld && !list.isError && foundWords(first, address.kind)}
      </p>
      {list.isError && <Failed error={list.error} onAgain={() => list.refetch()} />}
      {!first && !list.isError && (
        <Loading what={<Trans>Still searching. There is much to look through.</Trans>} />
      )}
      {first && !list.isError && (
        // While one types, what was found before stays, paler.
        <div aria-busy={isOld} className={isOld ? 'opacity-60' : ''}>
          {first.person && <OfPerson person={first.person} address={address} />}
          {address.q !== undefined && findsLittle(first) && !isOld && (
            <DidYouMean q={address.q} language={i18n.locale} address={address} />
          )}
          {(isNarrow(address) || !isEmpty(first)) && (
            <SearchFilters found={first} address={address} />
          )}
          {isEmpty(first) || (address.kind && first.counts[address.kind] === 0) ? (
            <Nothing found={first} address={address} />
          ) : (
            <SearchResults pages={pages} address={address} list={list} />
          )}
        </div>
      )}
    </>
  );
}

const isEmpty = ({ counts }: Found) => Object.values(counts).every((count) => count === 0);

/** Next to nothing: another word may have been meant. People are found by names that are only alike. */
const findsLittle = ({ counts: { people: _, ...counts }, hasWords }: Found) =>
  hasWords && Object.values(counts).reduce((sum, count) => sum + count, 0) < 3;

function Nothing({ found, address }: { found: Found; address: SearchAddress }) {
  const { t } = useLingui();
  const { q = '' } = address;
  if (!found.hasWords) {
    return (
      <EmptyState title={t`Which word do you look for?`}>
        <p>
          <Trans>
            “{q}” alone cannot be searched for. Add a word that is only in what you look for.
          </Trans>
        </p>
      </EmptyState>
    );
  }
  if (isNarrow(address)) {
    return (
      <EmptyState
        title={t`Nothing here for “${q}”`}
        action={
          <LinkButton to="/search" search={{ q: address.q }} variant="secondary">
            <Trans>Search in everything</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>There may be more without the choices above.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t`Nothing was found for “${q}”`}>
      <p>
        <Trans>Try another word, or only one of them. Look at how it is spelt.</Trans>
      </p>
      <p>
        <Trans>Only what you may see is searched.</Trans>
      </p>
    </EmptyState>
  );
}

function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const words = useErrorWords();
  return (
    <div className="grid justify-items-start gap-4">
      <Notice live tone="stop" title={<Trans>The search did not work</Trans>}>
        <p>{words(error)}</p>
      </Notice>
      <Button variant="secondary" onPress={onAgain}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  );
}
