import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTellStory } from './queries.ts';
import { SendingStatus } from './sending.tsx';
import type { SendingState } from './use-sending.ts';
import { WhoMayWatch } from './who-may-watch.tsx';

export interface SendAndShareProps {
  promptId: string;
  state: SendingState;
  /** True when a copy stays on this device whatever happens. */
  kept: boolean;
  onRetry: () => void;
  /** The story is made: what was kept for it may go. */
  onTold: () => Promise<void>;
  /** Below the progress, while it is under way. */
  children?: ReactNode;
}

/** The last steps of every recording: it arrives, its teller says who may watch, it is a story. */
export function SendAndShare(props: SendAndShareProps) {
  const { promptId, state, kept, onRetry, onTold, children } = props;
  const navigate = useNavigate();
  const tell = useTellStory(async (storyId) => {
    await onTold();
    await navigate({ to: '/stories/$storyId', params: { storyId } });
  });
  return (
    <div className="grid max-w-2xl gap-8">
      <SendingStatus state={state} kept={kept} onRetry={onRetry} />
      {state.phase === 'safe' ? (
        <WhoMayWatch
          busy={tell.isPending || tell.isSuccess}
          error={tell.error}
          onChoose={(privacyLevel) =>
            tell.mutate({ promptId, videoId: state.videoId, privacyLevel })
          }
        />
      ) : (
        children
      )}
    </div>
  );
}
