import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { actingFor } from '../../../web/acting-for.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { BackLink, LinkButton, TextLink } from '../../../web/components/links.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useWhose } from '../../../web/whose-context.ts';
import { PhotosLink } from '../../attachments/web/photos-link.tsx';
import { SearchBox } from '../../library/web/search-box.tsx';
import { StoryGrid } from '../../library/web/story-grid.tsx';
import { meQuery } from '../../people/web/queries.ts';
import { storiesQuery } from './queries.ts';
import { useStoriesTitle } from './stories-title.ts';

/** What the person has told, newest first. */
export function StoriesPage() {
  const { t } = useLingui();
  const whose = useWhose();
  const me = useSuspenseQuery(meQuery).data;
  const list = useSuspenseInfiniteQuery(storiesQuery);
  const stories = list.data.pages.flatMap((page) => page.items);
  return (
    <Page
      storyteller
      width="wide"
      title={useStoriesTitle()}
      back={
        <BackLink to="/">
          <Trans>Back to the question</Trans>
        </BackLink>
      }
    >
      <PhotosLink />
      {stories.length === 0 ? (
        <EmptyState
          title={whose({
            own: t`Your first story will be here`,
            theirs: t`The first story will be here`,
          })}
          action={
            <LinkButton to="/">
              {whose({ own: t`See my first question`, theirs: t`See the first question` })}
            </LinkButton>
          }
        >
          <p>
            <Trans>Answer one question, and it is kept on this page.</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="mb-8 flex flex-wrap items-end gap-x-8 gap-y-4">
            <SearchBox label={t`Search in these stories`} sharer={me.sharerId ?? undefined} />
            {/* copies are of the person, whoever told what is in them */}
            {actingFor === null && (
              <p className="flex min-h-14 items-center">
                <TextLink to="/downloads">
                  <Trans>My copies</Trans>
                </TextLink>
              </p>
            )}
          </div>
          <StoryGrid stories={stories} card={() => ({ showSharer: false, showPrivacy: true })} />
        </>
      )}
      <More list={list} />
    </Page>
  );
}
