import { Trans } from '@lingui/react/macro';
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Video } from '../../../web/contract.ts';
import { ReadAlong } from './read-along.tsx';
import { ResumeOffer } from './resume-offer.tsx';
import { type Moment, type PlayerHandle, StoryPlayer } from './story-player.tsx';
import { useVideo } from './use-video.ts';

export interface StoryWatchProps {
  video: Video;
  title?: string;
  /** Where to begin, in seconds: where something was said that was searched for. */
  startAt?: number;
  /** Where the person left off, in seconds; offered in words. */
  resumeAt?: number | null;
  onMoment?: (moment: Moment) => void;
  /** Shown when it has been watched to the end. */
  afterwards?: ReactNode;
  ref?: Ref<Pick<PlayerHandle, 'seek'>>;
}

/** A recording and what is said in it, side by side in time: press a sentence, hear it. */
export function StoryWatch(props: StoryWatchProps) {
  const { startAt, resumeAt, onMoment, afterwards, ref, ...rest } = props;
  const player = useRef<PlayerHandle>(null);
  const [moment, setMoment] = useState<Moment>();
  const [begun, setBegun] = useState(false);
  const { transcript, status } = useVideo(props.video);
  const { seek, onReady } = useEarlySeek(player);
  useImperativeHandle(ref, () => ({ seek }));
  const hear = (heard: Moment) => {
    setMoment(heard);
    if (heard.what === 'time') setBegun(true);
    onMoment?.(heard);
  };
  const resumes = startAt === undefined && resumeAt ? resumeAt : null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 has-[>:nth-child(2)]:lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-6">
        {resumes !== null && !begun && status === 'READY' && (
          <ResumeOffer at={resumes} onSeek={seek} />
        )}
        <StoryPlayer
          {...rest}
          ref={player}
          startAt={startAt ?? resumes ?? 0}
          onReady={onReady}
          onMoment={hear}
        />
        <div role="status">{moment?.what === 'end' && afterwards}</div>
      </div>
      {transcript && (
        <div className="grid gap-3">
          <h2 className="text-title">
            <Trans>In words</Trans>
          </h2>
          <ReadAlong transcript={transcript} time={moment?.at ?? startAt} onSeek={seek} />
        </div>
      )}
    </div>
  );
}

/** Whoever presses before the player has come gets what they asked for when it has. */
function useEarlySeek(player: RefObject<PlayerHandle | null>) {
  const early = useRef<number | null>(null);
  const ready = useRef(false);
  return {
    seek(seconds: number) {
      if (ready.current) player.current?.seek(seconds);
      else early.current = seconds;
    },
    onReady() {
      ready.current = true;
      if (early.current !== null) player.current?.seek(early.current);
      early.current = null;
    },
  };
}
