import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { More } from '../../../web/components/more.tsx';
import { Page } from '../../../web/components/page.tsx';
import { Section } from '../../../web/components/section.tsx';
import { offerUndo, tellFailure } from '../../../web/components/undo.ts';
import type { WatchedStory } from '../../../web/contract.ts';
import { useErrorWords } from '../../../web/error-words.ts';
import { clockWords } from '../../recording/web/clock.ts';
import { BackToFeed } from './back-to-feed.tsx';
import { HistorySettings } from './history-settings.tsx';
import { PlaysOnSetting } from './plays-on-setting.tsx';
import { watchedQuery } from './queries.ts';
import { StoryGrid } from './story-grid.tsx';
import { useForget, useRestore } from './use-forget.ts';

/** What somebody watched lately, and whether Telloom should remember it. */
export function WatchedPage() {
  const { t } = useLingui();
  const list = useSuspenseInfiniteQuery(watchedQuery);
  const stories = list.data.pages.flatMap((page) => page.items);
  return (
    <Page title={t`Watched lately`} width="wide" back={<BackToFeed />}>
      {stories.length === 0 ? (
        <EmptyState title={t`Nothing here yet`}>
          <p>
            <Trans>Stories that you watch are here, with the place where you left off.</Trans>
          </p>
        </EmptyState>
      ) : (
        <StoryGrid stories={stories} below={(story) => <LeftOff story={story} />} />
      )}
      <More list={list} />
      <Section title={t`From story to story`}>
        <PlaysOnSetting />
      </Section>
      <Section title={t`What is remembered`}>
        <HistorySettings isEmpty={stories.length === 0} />
      </Section>
    </Page>
  );
}

function LeftOff({ story }: { story: WatchedStory }) {
  const { t } = useLingui();
  const forget = useForget();
  const words = useErrorWords();
  const restore = useRestore();
  const place = story.position === null ? null : clockWords(story.position);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <p className="text-ink-soft">
        {place === null ? <Trans>Watched</Trans> : <Trans>You left off at {place}</Trans>}
      </p>
      <Button
        variant="quiet"
        icon={X}
        aria-label={t`Take off this list: ${story.question ?? t`A story`}`}
        isPending={forget.isPending}
        onPress={() =>
          forget.mutate(story.id, {
            onSuccess: () =>
              offerUndo({
                words: t`It is off the list, and counts as new again.`,
                undo: () => restore.mutate(story),
              }),
            onError: (error) => tellFailure(words(error)),
          })
        }
      >
        <Trans>Take off</Trans>
      </Button>
    </div>
  );
}
