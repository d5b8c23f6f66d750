import type { ServiceDatabase } from '../../../db/session.ts';

/** So many closed tabs at once make one statement. */
const TOGETHER_MS = 100;

/** Ends subscriptions that nobody needs any more; what fails is tried again with the next ones. */
export function makeReleaser(
  service: ServiceDatabase,
  log: (what: string, error: unknown) => void,
) {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const ids = waiting;
    waiting = [];
    if (ids.length === 0) return;
    try {
      await service.asService((sql) => sql`select private.release_changes(${ids})`);
    } catch (error) {
      log('subscriptions could not be ended', error);
      waiting = [...ids, ...waiting];
    }
  }

  return {
    release(ids: string[]): void {
      waiting.push(...ids);
      timer ??= setTimeout(() => void flush(), TOGETHER_MS);
    },
    close: flush,
  };
}
