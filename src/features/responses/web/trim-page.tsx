import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { BackLink } from '../../../web/components/links.tsx';
import { Page } from '../../../web/components/page.tsx';
import { useWhose } from '../../../web/whose-context.ts';
import { StoryPlayer } from '../../videos/web/story-player.tsx';
import { storyQuery, trimQuery } from './queries.ts';
import { TrimState } from './trim-state.tsx';
import { Trimmer } from './trimmer.tsx';

/** Where a story begins and ends, for those who manage it. */
export function TrimPage() {
  const { storyId } = useParams({ from: '/app/stories/$storyId/trim' });
  const story = useSuspenseQuery(storyQuery(storyId)).data;
  const trim = useSuspenseQuery(trimQuery(storyId)).data;
  const { t } = useLingui();
  const whose = useWhose();
  // what was done is said above: whoever did it is taken there
  const state = useRef<HTMLDivElement>(null);
  const toState = () => state.current?.focus();
  return (
    <Page
      storyteller
      title={t`Where it begins and ends`}
      eyebrow={story.question}
      back={
        <BackLink to="/stories/$storyId" params={{ storyId }}>
          <Trans>Back to the story</Trans>
        </BackLink>
      }
    >
      <div className="grid gap-8">
        <p>
          {whose({
            own: t`Play it, and press where your story starts and where it ends. Nothing is thrown away: the whole recording stays, for you and your keeper.`,
            theirs: t`Play it, and press where the story starts and where it ends. Nothing is thrown away: the whole recording stays, for you and the storyteller.`,
          })}
        </p>
        <div ref={state} tabIndex={-1}>
          <TrimState storyId={storyId} trim={trim} onDone={toState} />
        </div>
        {trim.whole.status === 'READY' ? (
          <Trimmer
            key={trim.whole.id}
            storyId={storyId}
            trim={trim}
            title={story.question ?? t`A story`}
            onSaved={toState}
          />
        ) : (
          <StoryPlayer video={trim.whole} />
        )}
      </div>
    </Page>
  );
}
