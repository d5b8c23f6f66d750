import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface Listening {
  /** Names given to NOTIFY. */
  channels: readonly string[];
  /**
   * An advisory lock that is held for as long as it listens: others see by it that this one lives.
   * Shared, since a connection that was lost may hold it a little longer than its successor waits.
   */
  lock: readonly [space: number, id: number];
  on: {
    /** It listens, for the first time or again: what was told before is not known. */
    ready: () => void;
    told: (channel: string, payload: string) => void;
    /** The connection is gone; it tries to come back by itself, once a second. */
    lost: (error: Error) => void;
  };
}

export interface Listener {
  close(): Promise<void>;
}

const RETRY_MS = 1000;

/** A connection of its own that hears what the database tells by NOTIFY, until it is closed. */
export function openListener(url: string, { channels, lock, on }: Listening): Listener {
  const closing = new AbortController();
  let client: pg.Client | undefined;

  async function listenOnce(): Promise<Error> {
    client = new pg.Client({
      connectionString: url,
      application_name: 'telloom listener',
      keepAlive: true,
    });
    const ended = new Promise<Error>((resolve) => {
      client?.on('error', resolve);
      client?.on('end', () => resolve(new Error('the connection ended')));
    });
    client.on('notification', ({ channel, payload }) => on.told(channel, payload ?? ''));
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1, $2)', [...lock]);
      for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => {}); // it may never have begun
      return error instanceof Error ? error : new Error(String(error));
    }
    if (!closing.signal.aborted) on.ready();
    return ended;
  }

  const running = (async () => {
    while (!closing.signal.aborted) {
      const error = await listenOnce();
      if (closing.signal.aborted) return;
      on.lost(error);
      await wait(RETRY_MS, undefined, { signal: closing.signal }).catch(() => {}); // closed meanwhile
    }
  })();

  return {
    close: async () => {
      closing.abort();
      await client?.end().catch(() => {}); // it may be gone already
      await running;
    },
  };
}
