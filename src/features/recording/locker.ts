import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';

/**
 * One request at a time for each upload. The library's own memory locker polls while it waits;
 * this one waits on promises. A newer request asks the older one to let go: its connection is
 * most likely dead (https://tus.io/protocols/resumable-upload, "Concurrency").
 */
export class PromiseLocker implements Locker {
  readonly #held = new Map<string, { release: RequestRelease; done: Promise<void> }>();

  newLock(id: string): Lock {
    let finish = () => {};
    return {
      lock: async (signal, requestRelease) => {
        for (let held = this.#held.get(id); held; held = this.#held.get(id)) {
          await held.release();
          await Promise.race([held.done, aborted(signal)]);
          if (signal.aborted) throw ERRORS.ERR_LOCK_TIMEOUT;
        }
        const done = new Promise<void>((resolve) => {
          finish = resolve;
        });
        this.#held.set(id, { release: requestRelease, done });
      },
      unlock: async () => {
        this.#held.delete(id);
        finish();
      },
    };
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
