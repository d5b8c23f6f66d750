import type HlsClass from 'hls.js';
import type { ErrorData } from 'hls.js';
import type { Video } from '../../../web/contract.ts';

export type Playback = NonNullable<Video['playback']>;

/** Why nothing plays: `player.tsx` has the words. */
export type PlaybackProblem =
  /** No network: it carries on by itself. */
  | 'offline'
  /** The server does not answer: Play tries again. */
  | 'unreachable'
  | 'gone'
  | 'unplayable';

export interface PlaybackParts {
  media: HTMLVideoElement;
  playback: Playback;
  /** Where to begin, in seconds. */
  startAt?: number;
  /** hls.js, loaded only now; null where this browser plays HLS by itself or not at all. */
  Hls: typeof HlsClass | null;
  /** Fresh addresses for the same recording, or null when there are none any more. */
  renew: () => Promise<Playback | null>;
  onProblem: (problem: PlaybackProblem | null) => void;
  network: Network;
}

/** What the browser says about the network. */
export interface Network {
  isOn: () => boolean;
  /** Tells `online` when it is back. */
  events: EventTarget;
}

const NATIVE = 'application/vnd.apple.mpegurl';

/** Seconds fetched ahead: a page that is only looked at should not cost a phone its data. */
const WAITING_S = 4;
const PLAYING_S = 60;

/** An address that the server no longer knows, that has expired at Mux, or of an ended session. */
const isOutdated = (status: number | undefined) =>
  status === 401 || status === 403 || status === 404;

/**
 * Plays a recording and keeps it playing: addresses expire after a while, and the fresh ones go
 * on at the same second. Returns how to let go of it.
 */
export function attachPlayback(parts: PlaybackParts): () => void {
  const { media, Hls, renew, onProblem, network } = parts;
  const ended = new AbortController();
  let playback = parts.playback;
  let hls: HlsClass | null = null;
  let renewing = false;
  /** True from a renewal until something plays: a second refusal then is the last. */
  let untried = false;
  let recovered = false;
  let stopped = false;
  /** What to do when the network is back; null where it is not to blame. */
  let whenBack: (() => void) | null = null;

  /** Paused, so that the button says Play, which is what tries again. */
  function stop(problem: PlaybackProblem) {
    stopped = true;
    media.pause();
    onProblem(problem);
  }

  function loseTouch() {
    const [at, wasPlaying] = [media.currentTime, !media.paused];
    whenBack = () => (wasPlaying ? resumeAt(at) : load(at));
    stop(network.isOn() ? 'unreachable' : 'offline');
  }

  function load(at: number) {
    hls?.destroy();
    hls = null;
    stopped = false;
    whenBack = null;
    onProblem(null);
    if (playback.hls && Hls) return loadHls(Hls, playback.hls, at);
    const native = playback.hls && media.canPlayType(NATIVE) !== '' ? playback.hls : null;
    loadPlain(native ?? playback.file ?? playback.original, at);
  }

  function loadHls(Engine: typeof HlsClass, address: string, at: number) {
    hls = new Engine({ startPosition: at, maxBufferSize: 0, maxBufferLength: WAITING_S });
    hls.on(Engine.Events.ERROR, (_event, data) => onHlsError(Engine, data));
    hls.loadSource(address);
    hls.attachMedia(media);
  }

  function loadPlain(address: string | null, at: number) {
    if (!address) return onProblem('unplayable');
    media.src = address;
    if (at > 0) media.currentTime = at;
  }

  function onHlsError(Engine: typeof HlsClass, { fatal, type, response }: ErrorData) {
    if (isOutdated(response?.code)) return void startAgain();
    if (!fatal) return;
    if (type === Engine.ErrorTypes.NETWORK_ERROR) return loseTouch();
    if (type === Engine.ErrorTypes.MEDIA_ERROR && !recovered) {
      recovered = true;
      return hls?.recoverMediaError();
    }
    hls?.destroy();
    hls = null;
    loadPlain(playback.original, media.currentTime);
  }

  /** The element itself does not say which status it met, so it is asked for. */
  async function onMediaError() {
    if (hls || !media.currentSrc) return;
    const options = { method: 'HEAD', signal: ended.signal } as const;
    const reply = await fetch(media.currentSrc, options).catch(() => null);
    if (ended.signal.aborted) return;
    if (!reply) return loseTouch();
    if (isOutdated(reply.status)) return startAgain();
    stop('unplayable');
  }

  async function startAgain() {
    if (renewing) return;
    if (untried) return stop('gone');
    renewing = true;
    const at = media.currentTime;
    const wasPlaying = !media.paused;
    const fresh = await renew().catch(() => null);
    renewing = false;
    if (ended.signal.aborted) return;
    if (!fresh) return stop('gone');
    playback = fresh;
    untried = true;
    // A new source would fall back to the ordinary speed.
    media.defaultPlaybackRate = media.playbackRate;
    if (wasPlaying) resumeAt(at);
    else load(at);
  }

  function resumeAt(at: number) {
    load(at);
    // Refused when the browser wants a tap first; the play button is there for that.
    media.play().catch(() => undefined);
  }

  const listen = (type: string, listener: () => void) =>
    media.addEventListener(type, listener, { signal: ended.signal });
  listen('error', onMediaError);
  listen('playing', () => {
    untried = false;
    onProblem(null);
  });
  listen('play', () => {
    if (Date.parse(playback.expiresAt) <= Date.now()) return void startAgain();
    if (stopped) return resumeAt(media.currentTime);
    if (hls) hls.config.maxBufferLength = PLAYING_S;
    hls?.startLoad();
  });

  listen('waiting', () => {
    if (!network.isOn()) onProblem('offline');
  });
  network.events.addEventListener('online', () => whenBack?.(), { signal: ended.signal });

  load(parts.startAt ?? 0);
  return () => {
    ended.abort();
    hls?.destroy();
    media.removeAttribute('src');
    media.load();
  };
}
