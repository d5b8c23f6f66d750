import { access, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { closePartial, openPartial } from './partial.ts';

/**
 * Makes files or folders of `outDir` whole or not at all, and once: what is there is finished, and
 * is not made again. `fill` makes all `names` in a folder of its own; they are flushed to the disk
 * and then take their places, so that neither a kill nor a power cut leaves half of one.
 * What a killed try left behind is cleared away first.
 */
export async function makeOnce(
  outDir: string,
  names: string[],
  fill: (dir: string) => Promise<void>,
): Promise<void> {
  const there = await Promise.all(names.map((name) => isThere(join(outDir, name))));
  if (there.every(Boolean)) return;
  const dir = await openPartial(outDir);
  try {
    await fill(dir);
    for (const name of names) await settle(join(dir, name), join(outDir, name));
    await sync(outDir);
  } finally {
    await closePartial(dir);
  }
}

/** Makes a file and puts it in the place of the one that is there, whole or not at all. */
export async function replace(
  outDir: string,
  name: string,
  fill: (dir: string) => Promise<void>,
): Promise<void> {
  const dir = await openPartial(outDir);
  try {
    await fill(dir);
    await settle(join(dir, name), join(outDir, name));
    await sync(outDir);
  } finally {
    await closePartial(dir);
  }
}

/** Makes a folder whole or not at all; one that stood there is replaced. */
export async function placeWhole<T>(outDir: string, fill: (dir: string) => Promise<T>): Promise<T> {
  const parent = dirname(outDir);
  const partial = await openPartial(parent);
  try {
    const made = join(partial, 'new');
    await mkdir(made);
    const result = await fill(made);
    if (await isThere(outDir)) await rename(outDir, join(partial, 'old'));
    await settle(made, outDir);
    await sync(parent);
    return result;
  } finally {
    await closePartial(partial);
  }
}

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function settle(made: string, place: string): Promise<void> {
  await flush(made);
  try {
    await rename(made, place);
  } catch (error) {
    // A second worker was sooner with the same folder: its result is as good.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Waits until a file, or a folder with the files in it, is on the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    if ((await handle.stat()).isDirectory()) {
      for (const name of await readdir(path)) await sync(join(path, name));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
