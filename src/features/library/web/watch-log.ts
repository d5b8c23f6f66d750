import type { Moment } from '../../videos/web/story-player.tsx';

/** Seconds after which a story counts as watched. */
const WATCHED_AFTER = 3;
/** While it plays, the place is told this often at the most, in seconds. */
const EVERY_S = 20;
/** Whoever looks for a passage jumps about: not every jump is worth a request. */
const AFTER_JUMP_S = 5;

export interface WatchLogParts {
  /** Tells the server the place; null: watched to the end. */
  send: (position: number | null) => void;
  /** Seconds, from any moment on. */
  now: () => number;
}

/** Decides when the place in a recording is worth telling. */
export function createWatchLog({ send, now }: WatchLogParts) {
  let at = 0;
  let watched = false;
  let told: { at: number; when: number } | null = null;

  function tell(position: number | null) {
    told = { at, when: now() };
    send(position);
  }
  const isNews = () => watched && (told === null || Math.abs(at - told.at) >= 1);
  const isLongAgo = (seconds: number) => told === null || now() - told.when >= seconds;

  return {
    hear({ what, at: where }: Moment) {
      at = where;
      if (what === 'time' && where >= WATCHED_AFTER) watched = true;
      if (what === 'end' && watched) return tell(null);
      if (what === 'pause' && isNews()) return tell(at);
      if (isNews() && isLongAgo(what === 'seek' ? AFTER_JUMP_S : EVERY_S)) tell(at);
    },
    /** The page is hidden or left: the last chance to say it. */
    leave() {
      if (isNews()) tell(at);
    },
  };
}
