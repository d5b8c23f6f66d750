import { Trans, useLingui } from '@lingui/react/macro';
import { Pause, Play } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../../web/components/button.tsx';
import { clockWords } from './clock.ts';
import { Desk, Frame, ratioOf, VoiceFrame } from './preview.tsx';
import type { RecorderState } from './recorder-state.ts';

export interface WatchBackProps extends Pick<RecorderState, 'kind' | 'seconds'> {
  blob: Blob;
  children: ReactNode;
}

/** What was just recorded, with one button to watch it; what can be done with it goes beside it. */
export function WatchBack(props: WatchBackProps) {
  const { blob, kind, seconds } = props;
  const { t } = useLingui();
  const media = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [ratio, setRatio] = useState<number>();
  const [time, setTime] = useState(0);

  useEffect(() => {
    const url = URL.createObjectURL(blob);
    if (media.current) media.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [blob]);

  const toggle = () => (playing ? media.current?.pause() : media.current?.play());
  const video = (
    // biome-ignore lint/a11y/useMediaCaption: it was told a moment ago, nobody has written it down
    <video
      ref={media}
      aria-label={t`Your recording`}
      playsInline
      preload="auto"
      onPlay={() => setPlaying(true)}
      onPause={() => setPlaying(false)}
      onResize={(event) => setRatio(ratioOf(event.currentTarget))}
      onTimeUpdate={(event) => setTime(event.currentTarget.currentTime)}
      className={kind === 'video' ? 'size-full object-contain' : 'sr-only'}
    />
  );
  // What the browser recorded has no length written in it, so the recorder's own count is shown.
  const at = clockWords(Math.min(time, seconds));
  const all = clockWords(seconds);
  const picture =
    kind === 'video' ? (
      <Frame ratio={ratio}>{video}</Frame>
    ) : (
      <VoiceFrame words={<Trans>Your voice</Trans>}>{video}</VoiceFrame>
    );
  return (
    <Desk picture={picture}>
      <div className="grid gap-5">
        <div className="grid grid-cols-[1fr_auto] items-center gap-4 sm:flex">
          <Button variant="secondary" icon={playing ? Pause : Play} onPress={toggle}>
            {playing ? (
              <Trans>Pause</Trans>
            ) : kind === 'video' ? (
              <Trans>Watch it</Trans>
            ) : (
              <Trans>Listen to it</Trans>
            )}
          </Button>
          <p className="tabular-nums text-ink-soft">
            <Trans>
              {at} of {all}
            </Trans>
          </p>
        </div>
        {props.children}
      </div>
    </Desk>
  );
}
