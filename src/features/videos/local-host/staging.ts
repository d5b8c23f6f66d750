import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Makes a folder whole or not at all: `fill` writes into `<outDir>.partial`, which then takes the
 * name. What stood there is replaced; what an earlier, killed try left behind is cleared away.
 * On failure the partial folder is removed and an older `outDir` stays as it was.
 */
export async function placeWhole<T>(
  outDir: string,
  fill: (partialDir: string) => Promise<T>,
): Promise<T> {
  const partial = `${outDir}.partial`;
  const old = `${outDir}.old`;
  const remove = (dir: string) => rm(dir, { recursive: true, force: true });
  await Promise.all([remove(partial), remove(old)]);
  await mkdir(partial, { recursive: true });
  try {
    const result = await fill(partial);
    await rename(outDir, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(partial, outDir);
    await remove(old);
    return result;
  } catch (error) {
    await remove(partial);
    throw error;
  }
}
