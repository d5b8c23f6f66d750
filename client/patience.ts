import { ApiError } from './api-error.ts';

/** So often a read waits for its turn, and no longer than so many seconds each time. */
const mostWaits = 3;
const longestWait = 60;

/** Asks again, where more was asked than the server lets one caller ask: as late as it says. */
export async function patiently<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await ask();
    } catch (error) {
      const seconds = error instanceof ApiError && error.status === 429 ? error.retryAfter : null;
      if (seconds === null || seconds > longestWait || waits === mostWaits) throw error;
      await pause(seconds * 1000, signal);
    }
  }
}

/** Rejects as soon as the signal ends the wait. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
