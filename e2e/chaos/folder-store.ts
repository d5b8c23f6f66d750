import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../db/embedded/write-durably.ts';
import type { KeptRecording } from '../../src/features/recording/web/kept-recording.ts';
import type { Mark, SliceStore } from '../../src/features/recording/web/slice-store.ts';

/**
 * What IndexedDB is for a device without a browser: the same promises, kept by files. Done means on
 * disk, and whoever is killed in between leaves either all of a slice or none of it.
 */
export function createFolderStore(folder: string): SliceStore {
  mkdirSync(folder, { recursive: true });
  const slices = (id: string) => join(folder, id);
  const about = (id: string) => join(folder, `${id}.json`);

  const read = (id: string): KeptRecording | null => {
    if (!existsSync(about(id))) return null;
    return JSON.parse(readFileSync(about(id), 'utf8'));
  };
  const write = (recording: KeptRecording) =>
    writeDurably(about(recording.id), JSON.stringify(recording));
  const change = (id: string, changes: Partial<KeptRecording>) => {
    const recording = read(id);
    if (recording) write({ ...recording, ...changes });
  };

  return {
    async begin(recording) {
      mkdirSync(slices(recording.id));
      write(recording);
    },
    async add(id, { start, size, seconds }, blob) {
      if (!read(id)) return;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      writeDurably(join(slices(id), `${start}-${size}-${seconds}`), bytes);
    },
    change: async (id, changes) => change(id, changes),
    get: async (id) => read(id),
    async list(personId) {
      const ids = readdirSync(folder).filter((name) => name.endsWith('.json'));
      const all = ids.map((name) => read(name.slice(0, -'.json'.length)));
      return all.filter((one) => one !== null && one.personId === personId) as KeptRecording[];
    },
    marks: async (id) => marksIn(slices(id)),
    async slice(id, start) {
      const name = sliceNames(slices(id)).find((one) => one.startsWith(`${start}-`));
      if (!name) throw new Error('a slice of this recording is gone');
      return new Blob([new Uint8Array(readFileSync(join(slices(id), name)))]);
    },
    async removeSlices(id) {
      rmSync(slices(id), { recursive: true, force: true });
    },
    async remove(id) {
      // By its name first: a recording that is listed has its slices.
      renameSync(about(id), `${about(id)}.gone`);
      rmSync(slices(id), { recursive: true, force: true });
      rmSync(`${about(id)}.gone`);
    },
  };
}

/** Without what was half written when its writer was killed. */
const sliceNames = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+-\d+-[\d.e-]+$/.test(name)) : [];

const marksIn = (folder: string): Mark[] =>
  sliceNames(folder)
    .map(
      (name) =>
        name
          .match(/^(\d+)-(\d+)-(.+)$/)
          ?.slice(1)
          .map(Number) ?? [],
    )
    .map(([start = 0, size = 0, seconds = 0]) => ({ start, size, seconds }))
    .sort((one, other) => one.start - other.start);
