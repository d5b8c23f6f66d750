import type { Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** How long a file stays open for whoever asks next: a player asks for piece after piece. */
const HOLD_MS = 1000;

/** A file that others may be reading too. */
export interface OpenFile {
  file: FileHandle;
  stat: Stats;
  /** Once, when no more of it is read. */
  release: () => Promise<void>;
}

interface Held {
  file: FileHandle;
  stat: Stats;
  readers: number;
  /** Nobody new gets it. */
  over: boolean;
}

const held = new Map<string, Promise<Held>>();

/**
 * Opens a file, or gives the one that somebody opened within the last second: to open it, to ask how
 * long it is and to close it takes longer than to read a piece of it.
 */
export async function openFile(path: string): Promise<OpenFile> {
  const one = await (held.get(path) ?? hold(path));
  one.readers += 1;
  const release = async () => {
    one.readers -= 1;
    await closeIfDone(one);
  };
  return { file: one.file, stat: one.stat, release };
}

function hold(path: string): Promise<Held> {
  const opening = openAndLook(path);
  held.set(path, opening);
  opening.then(
    (one) => {
      setTimeout(() => {
        held.delete(path);
        one.over = true;
        void closeIfDone(one);
      }, HOLD_MS);
    },
    () => held.delete(path),
  );
  return opening;
}

async function openAndLook(path: string): Promise<Held> {
  const file = await open(path, 'r');
  try {
    return { file, stat: await file.stat(), readers: 0, over: false };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function closeIfDone(one: Held): Promise<void> {
  if (one.over && one.readers === 0) await one.file.close();
}
