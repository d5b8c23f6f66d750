import { Trans, useLingui } from '@lingui/react/macro';
import { Mic, Play } from 'lucide-react';
import 'media-chrome/dist/lang/es.js';
import type { MediaController as MediaControllerElement } from 'media-chrome';
import { MediaController, MediaPlayButton } from 'media-chrome/react';
import {
  type CSSProperties,
  type Ref,
  type SyntheticEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { Notice } from '../../../web/components/notice.tsx';
import type { Video } from '../../../web/contract.ts';
import { loadHls } from './load-hls.ts';
import { attachPlayback, type Playback, type PlaybackProblem } from './playback.ts';
import './player.css';
import { KeyboardHelp } from './keyboard-help.tsx';
import { playPart } from './play-part.ts';
import { PlayerControls } from './player-controls.tsx';
import { useCaptions } from './use-captions.ts';
import { useRenew } from './use-video.ts';

/** What happens to a recording while it is watched, and at which second. */
export interface Moment {
  what: 'time' | 'seek' | 'pause' | 'end';
  at: number;
}

export interface PlayerHandle {
  /** Goes to a second of the recording and plays from there. */
  seek: (seconds: number) => void;
  /** Plays from one second to another, and stops there. */
  playPart: (from: number, to: number) => void;
  pause: () => void;
  /** At which second it is. */
  now: () => number;
}

export interface PlayerProps {
  video: Video;
  playback: Playback;
  /** The name of the player for those who cannot see it. */
  title: string;
  /** Where to begin, in seconds. */
  startAt?: number;
  ref?: Ref<PlayerHandle>;
  /** Called when it can be told where to go. */
  onReady?: () => void;
  /** Called a few times a second while it plays, and when it jumps, pauses or ends. */
  onMoment?: (moment: Moment) => void;
}

/** Controls never hide, and the keys are told below them rather than in a dialog. */
const CONTROLLER: Record<string, string> = { autohide: '-1', hotkeys: 'noshift+/' };

/** The player itself. Its own bundle: load it with `lazy`, as `story-player.tsx` does. */
export default function Player(props: PlayerProps) {
  const { video, title, ref, onMoment } = props;
  const { i18n, t } = useLingui();
  const id = useId();
  const [rate, setRate] = useState(1);
  const [whole, setWhole] = useState<HTMLDivElement | null>(null);
  const { media, problem, playback } = usePlayback(props);
  const captionsWanted = useCaptions(whole, media);
  useImperativeHandle(ref, () => ({
    seek(seconds) {
      if (!media.current) return;
      media.current.currentTime = seconds;
      media.current.play().catch(() => undefined);
    },
    playPart(from, to) {
      if (media.current) playPart(media.current, from, to);
    },
    pause: () => media.current?.pause(),
    now: () => media.current?.currentTime ?? 0,
  }));
  const audio = video.hasPicture === false;
  // They may come later than the picture, while it plays.
  const captions = playback.captions ?? video.playback?.captions ?? null;
  const tell = (what: Moment['what']) => (event: SyntheticEvent<HTMLVideoElement>) =>
    onMoment?.({ what, at: event.currentTarget.currentTime });
  const style = { '--ratio': ratio(video.aspectRatio) } as CSSProperties;
  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hands on keys that its controls pass up */}
      <div
        ref={setWhole}
        className="player"
        data-audio={audio || undefined}
        style={style}
        onKeyUp={(event) => forwardHotkey(event.nativeEvent, id)}
      >
        <MediaController
          {...CONTROLLER}
          defaultSubtitles={captionsWanted}
          id={id}
          lang={i18n.locale}
          aria-label={title}
          fullscreenElement={whole ?? undefined}
          defaultDuration={video.duration ?? undefined}
        >
          {/* biome-ignore lint/a11y/useMediaCaption: captions come when there are any */}
          <video
            ref={media}
            slot="media"
            playsInline
            preload="metadata"
            // pictures along the time that lie at Mux are a track of another site, which needs it
            crossOrigin="anonymous"
            poster={audio ? undefined : (playback.poster ?? undefined)}
            onRateChange={(event) => setRate(event.currentTarget.playbackRate)}
            onTimeUpdate={(event) => event.currentTarget.paused || tell('time')(event)}
            onSeeked={tell('seek')}
            onPause={tell('pause')}
            onEnded={tell('end')}
          >
            {captions && (
              <track
                key={captions}
                default={captionsWanted}
                kind="captions"
                src={captions}
                srcLang={video.transcript?.language ?? i18n.locale}
                label={t`Captions`}
              />
            )}
            {playback.storyboard && (
              <track default kind="metadata" label="thumbnails" src={playback.storyboard} />
            )}
          </video>
          {audio && <VoiceCard />}
          <MediaPlayButton slot="centered-chrome" className="player-big" noTooltip>
            <span slot="play">
              <Play aria-hidden="true" fill="currentColor" className="ml-1 size-12" />
            </span>
          </MediaPlayButton>
        </MediaController>
        <PlayerControls controller={id} captions={captions !== null} picture={!audio} rate={rate} />
      </div>
      {problem && <ProblemWords problem={problem} />}
      <KeyboardHelp captions={captions !== null} picture={!audio} />
    </div>
  );
}

/** Attaches the recording to the video element, and follows its addresses as they are renewed. */
function usePlayback({ video, playback: first, startAt, onReady }: PlayerProps) {
  const media = useRef<HTMLVideoElement>(null);
  const [playback, setPlayback] = useState(first);
  const [problem, setProblem] = useState<PlaybackProblem | null>(null);
  const renew = useRenew(video.id);
  // Only another recording starts anew: fresh addresses of this one are `renew`'s business.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let detach: (() => void) | null = null;
    let left = false;
    loadHls().then((Hls) => {
      if (left || !media.current) return;
      detach = attachPlayback({
        media: media.current,
        playback: first,
        startAt,
        Hls,
        onProblem: setProblem,
        network: { isOn: () => navigator.onLine, events: window },
        renew: async () => {
          const fresh = await renew();
          if (fresh && !left) setPlayback(fresh);
          return fresh;
        },
      });
      onReady?.();
    });
    return () => {
      left = true;
      detach?.();
    };
  }, [video.id]);
  return { media, problem, playback };
}

/** Keys work wherever the focus is in the player, not on the picture alone. */
function forwardHotkey(event: KeyboardEvent, id: string) {
  const controller = document.getElementById(id) as MediaControllerElement | null;
  if (!controller || controller.contains(event.target as Node)) return;
  controller.keyboardShortcutHandler(event);
}

/** "16:9" as CSS wants it. */
function ratio(text: string | null): string {
  return text && /^\d+:\d+$/.test(text) ? text.replace(':', ' / ') : '16 / 9';
}

/** A still, calm picture for a story that is only a voice. */
function VoiceCard() {
  return (
    <div slot="top-chrome" className="player-voice">
      <Mic aria-hidden="true" />
      <Trans>Only the voice</Trans>
    </div>
  );
}

function ProblemWords({ problem }: { problem: PlaybackProblem }) {
  if (problem === 'offline') {
    return (
      <Notice live tone="careful" title={<Trans>The connection was lost</Trans>}>
        <Trans>The recording is safe. It carries on when the connection is back.</Trans>
      </Notice>
    );
  }
  if (problem === 'unreachable') {
    return (
      <Notice live tone="careful" title={<Trans>Telloom cannot be reached</Trans>}>
        <Trans>The recording is safe. Press Play to try again.</Trans>
      </Notice>
    );
  }
  if (problem === 'gone') {
    return (
      <Notice live tone="stop" title={<Trans>This recording cannot be played now</Trans>}>
        <Trans>It may no longer be shared with you. Open the page again to see.</Trans>
      </Notice>
    );
  }
  return (
    <Notice live tone="stop" title={<Trans>This browser cannot play the recording</Trans>}>
      <Trans>The recording is safe. Another browser, or a newer one, may play it.</Trans>
    </Notice>
  );
}
