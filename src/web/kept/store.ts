import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What the API answered, for whom the page was, and when. */
export interface KeptAnswer {
  /** A sharerId, or `own`. */
  scope: string;
  /** TanStack Query's hash of the key. */
  hash: string;
  data: unknown;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * Whose answers these are: one person's at a time. The epoch ends whenever it may be another's, so
 * that what was asked for before and comes afterwards is not kept.
 */
interface Owner {
  personId: string | null;
  epoch: number;
}

interface Schema extends DBSchema {
  answers: { key: [string, string]; value: KeptAnswer; indexes: { at: number } };
  owner: { key: string; value: Owner };
}

/** Apart from the recordings that are not sent yet: to clear this away never touches those. */
const NAME = 'telloom-kept';
const OWNER = 'owner';
const NOBODY: Owner = { personId: null, epoch: 0 };

/** As long as a session lasts without being used. */
export const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
/** More than anybody looks at in a month; the oldest go first. */
const MOST = 500;

let opening: Promise<IDBPDatabase<Schema>> | undefined;
const db = () => {
  opening ??= openDB<Schema>(NAME, 1, {
    upgrade(database) {
      const answers = database.createObjectStore('answers', { keyPath: ['scope', 'hash'] });
      answers.createIndex('at', 'at');
      database.createObjectStore('owner');
    },
  });
  return opening;
};

const writing = async () => {
  const tx = (await db()).transaction(['answers', 'owner'], 'readwrite');
  return { tx, answers: tx.objectStore('answers'), owner: tx.objectStore('owner') };
};

/** To be asked for before a question is sent, and given with its answer. */
export async function epochNow(): Promise<number> {
  return ((await (await db()).get('owner', OWNER)) ?? NOBODY).epoch;
}

/** Keeps an answer, unless somebody else may have come since `epoch`. */
export async function keep(epoch: number, answer: KeptAnswer): Promise<void> {
  const { tx, answers, owner } = await writing();
  const now = (await owner.get(OWNER)) ?? NOBODY;
  if (now.epoch === epoch && now.personId !== null) await answers.put(answer);
  await tx.done;
}

/** Notes who is here, by an answer that was asked for in `epoch`; another's answers go. */
export async function keepFor(epoch: number, personId: string, answer: KeptAnswer): Promise<void> {
  const { tx, answers, owner } = await writing();
  const now = (await owner.get(OWNER)) ?? NOBODY;
  if (now.epoch === epoch) {
    if (now.personId !== personId) {
      await answers.clear();
      await owner.put({ personId, epoch: epoch + 1 }, OWNER);
    }
    await answers.put(answer);
  }
  await tx.done;
}

export async function findKept(scope: string, hash: string): Promise<KeptAnswer | null> {
  const found = await (await db()).get('answers', [scope, hash]);
  return found && found.at > Date.now() - KEPT_MS ? found : null;
}

/** Forgets one answer, or all that are for one storyteller. */
export async function forget(scope: string, hash?: string): Promise<void> {
  const all = () => IDBKeyRange.bound([scope], [scope, []]);
  await (await db()).delete('answers', hash === undefined ? all() : [scope, hash]);
}

/** Forgets everything, and whose it was. */
export async function forgetAll(): Promise<void> {
  const { tx, answers, owner } = await writing();
  const { epoch } = (await owner.get(OWNER)) ?? NOBODY;
  await answers.clear();
  await owner.put({ personId: null, epoch: epoch + 1 }, OWNER);
  await tx.done;
}

/** Forgets what is too old, and the oldest of what is too much. */
export async function tidy(): Promise<void> {
  const tx = (await db()).transaction('answers', 'readwrite');
  let tooMany = (await tx.store.count()) - MOST;
  let cursor = await tx.store.index('at').openCursor();
  while (cursor && (tooMany > 0 || cursor.value.at < Date.now() - KEPT_MS)) {
    await cursor.delete();
    tooMany -= 1;
    cursor = await cursor.continue();
  }
  await tx.done;
}
