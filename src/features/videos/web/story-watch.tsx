import { Trans } from '@lingui/react/macro';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { Video } from '../../../web/contract.ts';
import { Transcript } from '../../transcripts/web/transcript.tsx';
import { type PlayerHandle, StoryPlayer } from './story-player.tsx';
import { useVideo } from './use-video.ts';

/** A recording and what is said in it, side by side in time: press a sentence, hear it. */
export function StoryWatch(props: {
  video: Video;
  title?: string;
  startAt?: number;
  /** Called a few times a second while it plays, with the second it is at. */
  onTime?: (seconds: number) => void;
  ref?: Ref<Pick<PlayerHandle, 'seek'>>;
}) {
  const player = useRef<PlayerHandle>(null);
  // The player itself comes later than this, and may be another after a while.
  useImperativeHandle(props.ref, () => ({ seek: (seconds) => player.current?.seek(seconds) }));
  const [time, setTime] = useState<number>();
  const { transcript } = useVideo(props.video);
  const onTime = (seconds: number) => {
    setTime(seconds);
    props.onTime?.(seconds);
  };
  return (
    <div className="grid gap-8">
      <StoryPlayer {...props} ref={player} onTime={onTime} />
      {transcript && (
        <div className="grid gap-3">
          <h2 className="text-title">
            <Trans>In words</Trans>
          </h2>
          <Transcript
            {...transcript}
            currentTime={time}
            onSeek={(seconds) => player.current?.seek(seconds)}
          />
        </div>
      )}
    </div>
  );
}
