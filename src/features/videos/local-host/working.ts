/** ffmpeg reports twice a second while it works; silence this long means that it hangs. */
const STALL_MS = 3 * 60_000;
const SLOWEST = 120;

/** How long a run over so many seconds of a recording may take, and how much it may write. */
export function patience(seconds: number, bitsPerSecond: number) {
  return {
    timeoutMs: 10 * 60_000 + seconds * SLOWEST * 1000,
    fileBytes: 64 * 1024 ** 2 + (seconds * bitsPerSecond * 2) / 8,
  };
}

/** For runs that say all the time how far they are. */
export const WATCHED = ['-progress', 'pipe:1'];

/** Reads `-progress` lines (ffmpeg's documentation, "-progress"); out_time_us is microseconds. */
export function watch(seconds: number, onProgress?: (fraction: number) => void) {
  let furthest = 0;
  const onLine = (line: string) => {
    const done = Number(/^out_time_us=(\d+)/.exec(line)?.[1] ?? 0) / 1_000_000;
    if (seconds <= 0 || done / seconds <= furthest) return;
    furthest = Math.min(1, done / seconds);
    onProgress?.(furthest);
  };
  return { onLine, stallMs: STALL_MS };
}
