import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, type Ref, Suspense, useState } from 'react';
import { Notice } from '../../../web/components/notice.tsx';
import type { Video } from '../../../web/contract.ts';
import { useAway } from '../../../web/kept/away.ts';
import { preferencesQuery } from '../../library/web/preferences.ts';
import { GettingReady } from './getting-ready.tsx';
import type { Moment, PlayerHandle } from './player.tsx';
import { useVideo } from './use-video.ts';

const Player = lazy(() => import('./player.tsx'));

export type { Moment, PlayerHandle };

export interface StoryPlayerProps {
  /** As `GET /videos/{id}` gives it. */
  video: Video;
  /** What the recording is about, usually the question. */
  title?: string;
  /** Where to begin, in seconds. */
  startAt?: number;
  ref?: Ref<PlayerHandle>;
  /** Called when it can be told where to go. */
  onReady?: () => void;
  /** Called a few times a second while it plays, and when it jumps, pauses or ends. */
  onMoment?: (moment: Moment) => void;
}

/** A recording, whatever state it is in: playing, on its way, or failed and safe. */
export function StoryPlayer({ video: first, title, ...rest }: StoryPlayerProps) {
  const { t } = useLingui();
  const video = useVideo(first);
  const preferences = useQuery(preferencesQuery);
  const away = useAway();
  // Whoever watches already goes on with what has arrived; the player says when it has no more.
  const [openedAway] = useState(away);
  if (video.status === 'ERRORED') return <Failed words={video.errorMessage} />;
  if (video.status !== 'READY' || !video.playback) return <GettingReady video={video} />;
  if (openedAway && away) return <NotHere />;
  const shape = <div className="aspect-video rounded-card bg-sunk" aria-hidden="true" />;
  // A player that is there already would show captions to those who do not want any.
  if (preferences.isPending) return shape;
  return (
    <Suspense fallback={shape}>
      <Player {...rest} video={video} playback={video.playback} title={title ?? t`Recording`} />
    </Suspense>
  );
}

function NotHere() {
  return (
    <Notice title={<Trans>Videos are not kept on this device</Trans>}>
      <Trans>You can watch it when you are online again.</Trans>
    </Notice>
  );
}

function Failed({ words }: { words: string | null }) {
  return (
    <Notice tone="careful" title={<Trans>Something went wrong, and your recording is safe</Trans>}>
      {words && <p>{words}</p>}
      <p>
        <Trans>We could not make it ready for watching. What you told is kept as it was.</Trans>
      </p>
    </Notice>
  );
}
