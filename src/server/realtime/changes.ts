import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HearingDatabase, ServiceDatabase } from '../../../db/session.ts';
import type { Channel } from './channel.ts';
import type { Hub } from './hub.ts';
import { limits } from './limits.ts';
import type { SqlMessage } from './topics.ts';

/** The first number of the advisory lock that a living server holds; see private.release_lost_changes(). */
const LOCK_SPACE = 7355608;
/** How long a database that fails is left alone. */
const AGAIN_MS = 1000;
/** Changes that are read and judged in one transaction: few enough for its time limit. */
const TOGETHER = 20;

interface NewChanges {
  snapshot: string;
  /** null: more than are delivered. */
  changes: object[] | null;
  messages: SqlMessage[];
}

export interface Feed {
  /** The number by which the database knows this server's subscriptions. */
  server: number;
  /** Settles when changes are heard of for the first time. */
  opened: Promise<void>;
  /** Whether they are heard of now. */
  isOpen: () => boolean;
  close: () => Promise<void>;
}

export interface FeedOptions {
  database: HearingDatabase & ServiceDatabase;
  hub: Hub;
  /** Sends a message that came from SQL to whoever may hear it. */
  onMessage: (message: SqlMessage) => Promise<void>;
  /** A session of this person ended: their sockets are looked at before anything else is sent. */
  onSessionEnd: (person: string) => Promise<void>;
  log: (what: string, error: unknown) => void;
}

/**
 * Brings what is committed to the channels that subscribe to it. One round at a time: whatever is
 * told meanwhile is done by the next one, so that a busy database makes rounds larger and not more.
 */
export function openFeed({ database, hub, onMessage, onSessionEnd, log }: FeedOptions): Feed {
  const server = randomInt(1, 2 ** 31 - 1);
  const ended = new Set<string>();
  let seen: string | null = null;
  let told = false;
  let round: Promise<void> | null = null;
  let hearing = false;
  const closing = new AbortController();
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });

  function wake(): void {
    told = true;
    round ??= run();
  }

  async function run(): Promise<void> {
    while (told && !closing.signal.aborted) {
      told = false;
      try {
        await endSessions();
        await deliverNew();
      } catch (error) {
        log('changes could not be delivered', error);
        await beginAgain();
      }
    }
    round = null;
  }

  async function endSessions(): Promise<void> {
    const people = [...ended];
    ended.clear();
    for (const person of people) await onSessionEnd(person);
  }

  async function deliverNew(): Promise<void> {
    const since = seen;
    const [next] = await database.asService(
      (sql) => sql<NewChanges>`
        select snapshot, changes, messages from private.new_changes(${since}, ${limits.changesAtOnce})`,
    );
    if (!next) return;
    seen = next.snapshot;
    open();
    if (since === null) return; // everybody has yet to join, and fetches then
    if (next.changes === null) return hub.resetAll('too many changes at once');
    for (let at = 0; at < next.changes.length; at += TOGETHER) {
      await deliver(next.changes.slice(at, at + TOGETHER));
    }
    for (const message of next.messages) {
      await onMessage(message).catch((error) => log('a message could not be delivered', error));
    }
  }

  async function deliver(changes: object[]): Promise<void> {
    const judged = await database.asService(
      (sql) => sql<{ data: string; subscriptions: string[] }>`
        select data, subscriptions::text[]
        from private.changes_for_subscribers(${JSON.stringify(changes)})`,
    );
    await endSessions(); // of those that ended meanwhile
    for (const { data, subscriptions } of judged) sendChange(hub, data, subscriptions);
  }

  /** What could not be delivered belongs to whoever fetches; what comes after is heard again. */
  async function beginAgain(): Promise<void> {
    seen = null;
    told = true;
    hub.resetAll('changes were missed');
    await wait(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => {}); // closed meanwhile
  }

  const listener = database.listen({
    channels: ['telloom_changes', 'telloom_sessions'],
    lock: [LOCK_SPACE, server],
    on: {
      ready: () => {
        hearing = true;
        seen = null;
        wake();
        releaseLost(database, log);
      },
      told: (channel, payload) => {
        if (channel === 'telloom_sessions') ended.add(payload);
        wake();
      },
      lost: (error) => {
        log('the database is away', error);
        hearing = false;
        hub.resetAll('changes were missed');
      },
    },
  });

  return {
    server,
    opened,
    isOpen: () => hearing && seen !== null,
    close: async () => {
      closing.abort();
      open(); // nobody waits for what is over
      await listener.close();
      await round;
    },
  };
}

/** One message for each channel, which names the subscriptions that it is for. */
function sendChange(hub: Hub, data: string, subscriptions: string[]): void {
  const numbers = new Map<Channel, number[]>();
  for (const id of subscriptions) {
    const channel = hub.channelOf(id);
    const number = channel?.subscriptions.get(id);
    if (channel === undefined || number === undefined) continue; // left meanwhile, or another server's
    numbers.set(channel, [...(numbers.get(channel) ?? []), number]);
  }
  for (const [{ connection, topic }, ids] of numbers) {
    const payload = `{"ids":${JSON.stringify(ids)},"data":${data}}`;
    connection.send({ joinRef: null, ref: null, topic }, 'postgres_changes', payload);
  }
}

function releaseLost(database: ServiceDatabase, log: FeedOptions['log']): void {
  database
    .asService((sql) => sql`select private.release_lost_changes()`)
    .catch((error) => log('subscriptions of an earlier server stay', error));
}
