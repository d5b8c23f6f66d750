import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useWhose } from '../../../../web/whose-context.ts';
import { StoryPlayer } from '../story-player.tsx';
import type { Teller } from '../tellings-queries.ts';
import { trimQuery } from './queries.ts';
import { TrimState } from './trim-state.tsx';
import { Trimmer } from './trimmer.tsx';

/** Where a story or a topic video begins and ends, for those who manage it. */
export function Trimming({ teller, title }: { teller: Teller; title: string }) {
  const trim = useSuspenseQuery(trimQuery(teller)).data;
  const { t } = useLingui();
  const whose = useWhose();
  // what was done is said above: whoever did it is taken there
  const state = useRef<HTMLDivElement>(null);
  const toState = () => state.current?.focus();
  return (
    <div className="grid gap-8">
      <p>
        {whose({
          own: t`Play it, and press where it should start and where it should end. Nothing is thrown away: the whole recording stays, for you and your keeper.`,
          theirs: t`Play it, and press where it should start and where it should end. Nothing is thrown away: the whole recording stays, for you and the storyteller.`,
        })}
      </p>
      <div ref={state} tabIndex={-1}>
        <TrimState teller={teller} trim={trim} onDone={toState} />
      </div>
      {trim.whole.status === 'READY' ? (
        <Trimmer key={trim.whole.id} teller={teller} trim={trim} title={title} onSaved={toState} />
      ) : (
        <StoryPlayer video={trim.whole} />
      )}
    </div>
  );
}
