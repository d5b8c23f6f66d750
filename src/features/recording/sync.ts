import { open } from 'node:fs/promises';

/** Returns when the file, or the names in the folder, are on the disk and not in memory alone. */
export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
