import type { Mark, SliceStore } from './slice-store.ts';
import type { ByteSource } from './tus-upload.ts';

/**
 * A recording as a row of bytes that may still grow. The bytes are read from the disk when somebody
 * wants them; only slices that the disk did not take stay in memory.
 */
export interface Tape extends ByteSource {
  readonly seconds: number;
  /** All of it is on this device's disk. */
  readonly kept: boolean;
  /** Puts a slice at the end; `inMemory` where the store does not have it. */
  append: (size: number, seconds: number, inMemory: Blob | null) => void;
  /** It is whole and wanted: its length may be told. */
  end: () => void;
  /** All of it, as a Blob that points to the disk. */
  blob: (type: string) => Promise<Blob>;
  secondsAt: (end: number) => number;
  /** Resolves when it has grown or ended. */
  changed: () => Promise<void>;
}

export function createTape(id: string, store: Pick<SliceStore, 'slice'>, marks: Mark[] = []): Tape {
  const slices: (Mark & { blob: Blob | null })[] = marks.map((mark) => ({ ...mark, blob: null }));
  let ended = false;
  let waiting: (() => void)[] = [];

  const size = () => {
    const last = slices.at(-1);
    return last ? last.start + last.size : 0;
  };
  const tell = () => {
    const told = waiting;
    waiting = [];
    for (const resolve of told) resolve();
  };
  const read = async (start: number, end: number) => {
    const wanted = slices.filter((slice) => slice.start < end && slice.start + slice.size > start);
    return Promise.all(
      wanted.map(async (slice) => {
        const blob = slice.blob ?? (await store.slice(id, slice.start));
        return blob.slice(Math.max(0, start - slice.start), end - slice.start);
      }),
    );
  };
  return {
    get size() {
      return size();
    },
    get ended() {
      return ended;
    },
    get seconds() {
      return slices.at(-1)?.seconds ?? 0;
    },
    get kept() {
      return slices.every(({ blob }) => blob === null);
    },
    append(bytes, seconds, blob) {
      slices.push({ start: size(), size: bytes, seconds, blob });
      tell();
    },
    end() {
      ended = true;
      tell();
    },
    slice: async (start, end) => new Blob(await read(start, end)),
    blob: async (type) => new Blob(await read(0, size()), { type }),
    // A slice counts when all of it is there: nobody is told of more than is safe.
    secondsAt: (end) => slices.findLast((slice) => slice.start + slice.size <= end)?.seconds ?? 0,
    changed: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

/** The tape of a recording that an earlier visit left. */
export const tapeFromStore = async (id: string, store: SliceStore): Promise<Tape> =>
  createTape(id, store, await store.marks(id));
