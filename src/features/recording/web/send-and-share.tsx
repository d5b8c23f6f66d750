import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LastStep } from './last-step.tsx';
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

/** The last steps of every recording: it arrives, its teller says who may watch, it is a story. */
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
  return (
    <div className="grid max-w-2xl gap-8">
      <SendingStatus state={state} kept={kept} onRetry={onRetry} />
      {state.phase === 'safe' ? (
        <LastStep
          telling={telling}
          busy={tell.isPending || tell.isSuccess}
          error={tell.error}
          onChoose={(privacyLevel) => tell.mutate({ videoId: state.videoId, privacyLevel })}
        />
      ) : (
        children
      )}
    </div>
  );
}
