import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Decided } from './decided.tsx';
import { type Decision, LastStep } from './last-step.tsx';
import { useTell } from './queries.ts';
import { SendingStatus } from './sending.tsx';
import type { SendingState } from './use-sending.ts';
import type { Telling } from './use-telling.ts';

export interface SendAndShareProps {
  telling: Telling;
  state: SendingState;
  /** True when a copy stays on this device whatever happens. */
  kept: boolean;
  onRetry: () => void;
  /** The story is made: what was kept for it may go. */
  onTold: () => void;
  /** Below the progress, while it is under way. */
  children?: ReactNode;
}

/**
 * The last steps of every recording: it arrives, its teller says who may watch, it is a story. They may
 * say so while it is on its way.
 */
export function SendAndShare(props: SendAndShareProps) {
  const { telling, state, kept, onRetry, onTold, children } = props;
  const navigate = useNavigate();
  const tell = useTell(telling, async (id) => {
    onTold();
    if (telling.subject.topicId) {
      await navigate({ to: '/topic-videos/$topicVideoId', params: { topicVideoId: id } });
    } else {
      await navigate({ to: '/stories/$storyId', params: { storyId: id } });
    }
  });
  const [decision, setDecision] = useState<Decision | null>(null);
  const [again, setAgain] = useState(false);
  const videoId = state.phase === 'safe' ? state.videoId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once both are there
  useEffect(() => {
    if (!videoId || !decision) return;
    tell.mutate({ videoId, ...decision }, { onError: () => setDecision(null) });
  }, [videoId, decision]);
  return (
    <div className="grid max-w-2xl gap-8">
      <SendingStatus state={state} kept={kept} decided={decision !== null} onRetry={onRetry} />
      {decision && !videoId ? (
        <Decided
          decision={decision}
          onChange={() => {
            setDecision(null);
            setAgain(true);
          }}
        />
      ) : (
        <LastStep
          telling={telling}
          busy={tell.isPending || tell.isSuccess}
          error={tell.error}
          again={again}
          onChoose={setDecision}
        />
      )}
      {!videoId && children}
    </div>
  );
}
