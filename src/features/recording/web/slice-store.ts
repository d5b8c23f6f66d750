import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RecordingKind } from './mime.ts';

/** What is known about a recording that is kept in this browser and not yet told. */
export interface KeptRecording {
  /** `${person}/${question}`: two people may share one tablet. */
  key: string;
  kind: RecordingKind;
  contentType: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Seconds recorded, as of the last slice. */
  seconds: number;
  /** Where it is being sent to, once the server was asked. */
  upload: UploadTicket | null;
}

export interface UploadTicket {
  videoId: string;
  uploadUrl: string;
  /** The largest piece in one request, in bytes. */
  chunkBytes: number;
}

interface Slice {
  key: string;
  number: number;
  blob: Blob;
}

interface Schema extends DBSchema {
  recordings: { key: string; value: KeptRecording };
  slices: { key: [string, number]; value: Slice };
}

/** Slices of recordings in IndexedDB: what was said outlives a reload. */
export interface SliceStore {
  /** Begins anew: whatever was kept under this key is gone. */
  begin: (recording: KeptRecording) => Promise<void>;
  /** Resolves when the slice is on disk. Rejects when there is no room. */
  add: (key: string, number: number, blob: Blob, seconds: number) => Promise<void>;
  setUpload: (key: string, upload: UploadTicket | null) => Promise<void>;
  /** The recording and all of its bytes in order, or null. */
  find: (key: string) => Promise<{ recording: KeptRecording; blob: Blob } | null>;
  remove: (key: string) => Promise<void>;
}

const NAME = 'telloom-recordings';

/** Opens the database at the first call; a failure to open is met by whoever calls. */
export function createSliceStore(): SliceStore {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const db = () => {
    opening ??= openDB<Schema>(NAME, 1, {
      upgrade(database) {
        database.createObjectStore('recordings', { keyPath: 'key' });
        database.createObjectStore('slices', { keyPath: ['key', 'number'] });
      },
    });
    return opening;
  };
  const slicesOf = (key: string) => IDBKeyRange.bound([key, 0], [key, Number.MAX_SAFE_INTEGER]);

  return {
    async begin(recording) {
      const tx = (await db()).transaction(['recordings', 'slices'], 'readwrite');
      await Promise.all([
        tx.objectStore('slices').delete(slicesOf(recording.key)),
        tx.objectStore('recordings').put(recording),
        tx.done,
      ]);
    },
    async add(key, number, blob, seconds) {
      // `strict`: done means on disk, not in the browser's buffers.
      const options = { durability: 'strict' } as const;
      const tx = (await db()).transaction(['recordings', 'slices'], 'readwrite', options);
      const recordings = tx.objectStore('recordings');
      const recording = await recordings.get(key);
      if (recording) await recordings.put({ ...recording, seconds });
      await tx.objectStore('slices').put({ key, number, blob });
      await tx.done;
    },
    async setUpload(key, upload) {
      const tx = (await db()).transaction('recordings', 'readwrite');
      const recording = await tx.store.get(key);
      if (recording) await tx.store.put({ ...recording, upload });
      await tx.done;
    },
    async find(key) {
      const tx = (await db()).transaction(['recordings', 'slices']);
      const recording = await tx.objectStore('recordings').get(key);
      if (!recording) return null;
      const slices = await tx.objectStore('slices').getAll(slicesOf(key));
      if (slices.length === 0) return null;
      const parts = slices.map((slice) => slice.blob);
      return { recording, blob: new Blob(parts, { type: recording.contentType }) };
    },
    async remove(key) {
      const tx = (await db()).transaction(['recordings', 'slices'], 'readwrite');
      await Promise.all([
        tx.objectStore('slices').delete(slicesOf(key)),
        tx.objectStore('recordings').delete(key),
        tx.done,
      ]);
    },
  };
}
