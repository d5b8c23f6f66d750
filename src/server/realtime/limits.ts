/** What one socket, and one person, may ask of this server. Wide for a page, narrow for a flood. */
export const limits = {
  sockets: 5000,
  socketsOfPerson: 20,
  channels: 50,
  /** Tables that one socket subscribes to, as often as it does: each is judged at every change. */
  subscriptions: 100,
  /** Bytes of one message; ws closes the socket (1009) over a longer one. */
  messageBytes: 256 * 1024,
  /** Bytes that may wait for a socket that reads slowly. */
  waitingBytes: 4 * 1024 * 1024,
  messages: { burst: 200, perSecond: 50 },
  joins: { burst: 100, perSecond: 2 },
  /** A client sends a heartbeat every 25 s; one that is silent for longer than this is gone. */
  silentMs: 75_000,
  /** How long a socket may stay open without a channel. */
  emptyMs: 30_000,
  /** How old the last look at a session may get; a sign-out is heard of at once. */
  sessionMs: 30_000,
  /** How long a right on a topic is trusted. */
  rightsMs: 1000,
  /** More changes than this at once are not delivered: everybody fetches anew instead. */
  changesAtOnce: 2000,
} as const;

/** A token bucket: `take` says whether one more is all right now. */
export function makeBucket({ burst, perSecond }: { burst: number; perSecond: number }) {
  let level = burst;
  let filledAt = performance.now();
  return {
    take(): boolean {
      const now = performance.now();
      level = Math.min(burst, level + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (level < 1) return false;
      level -= 1;
      return true;
    },
  };
}
