import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptRecording } from './kept-recording.ts';

/** Where a slice lies in its recording, in bytes, and how much was told with its end. */
export interface Mark {
  start: number;
  size: number;
  seconds: number;
}

interface Slice extends Mark {
  id: string;
  blob: Blob;
}

interface Schema extends DBSchema {
  recordings: { key: string; value: KeptRecording };
  slices: { key: [string, number]; value: Slice };
}

/** Slices of recordings in IndexedDB: what was said outlives a reload and a crash. */
export interface SliceStore {
  begin: (recording: KeptRecording) => Promise<void>;
  /** Resolves when the slice is on disk. Rejects when there is no room. */
  add: (id: string, mark: Mark, blob: Blob) => Promise<void>;
  /** Does nothing to a recording that is not kept. */
  change: (id: string, changes: Partial<KeptRecording>) => Promise<void>;
  get: (id: string) => Promise<KeptRecording | null>;
  /** This person's recordings, and nobody else's. */
  list: (personId: string) => Promise<KeptRecording[]>;
  /** Every slice's mark, in order. */
  marks: (id: string) => Promise<Mark[]>;
  /** The slice that begins at this byte. */
  slice: (id: string, start: number) => Promise<Blob>;
  removeSlices: (id: string) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

const NAME = 'telloom-takes';

/** Opens the database at the first call; a failure to open is met by whoever calls. */
export function createSliceStore(): SliceStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const db = () => {
    opening ??= openDB<Schema>(NAME, 1, {
      upgrade(database) {
        database.createObjectStore('recordings', { keyPath: 'id' });
        database.createObjectStore('slices', { keyPath: ['id', 'start'] });
      },
    });
    return opening;
  };
  // `strict`: done means on disk, not in the browser's buffers.
  const writing = async () =>
    (await db()).transaction(['recordings', 'slices'], 'readwrite', { durability: 'strict' });
  const slicesOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);

  return {
    async begin(recording) {
      const tx = await writing();
      await Promise.all([tx.objectStore('recordings').put(recording), tx.done]);
    },
    async add(id, mark, blob) {
      const tx = await writing();
      const recordings = tx.objectStore('recordings');
      const recording = await recordings.get(id);
      if (recording) {
        await recordings.put({ ...recording, seconds: mark.seconds });
        await tx.objectStore('slices').put({ id, ...mark, blob });
      }
      await tx.done;
    },
    async change(id, changes) {
      const tx = await writing();
      const recordings = tx.objectStore('recordings');
      const recording = await recordings.get(id);
      if (recording) await recordings.put({ ...recording, ...changes });
      await tx.done;
    },
    get: async (id) => (await (await db()).get('recordings', id)) ?? null,
    async list(personId) {
      const all = await (await db()).getAll('recordings');
      return all.filter((recording) => recording.personId === personId);
    },
    async marks(id) {
      const slices = await (await db()).getAll('slices', slicesOf(id));
      return slices.map(({ start, size, seconds }) => ({ start, size, seconds }));
    },
    async slice(id, start) {
      const found = await (await db()).get('slices', [id, start]);
      if (!found) throw new Error('a slice of this recording is gone');
      return found.blob;
    },
    async removeSlices(id) {
      await (await db()).delete('slices', slicesOf(id));
    },
    async remove(id) {
      const tx = await writing();
      await Promise.all([
        tx.objectStore('slices').delete(slicesOf(id)),
        tx.objectStore('recordings').delete(id),
        tx.done,
      ]);
    },
  };
}
