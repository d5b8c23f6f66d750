import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface Folder {
  name: string;
  files: number;
  /** null: it may not be read. */
  bytes: number | null;
}
interface Sum {
  files: number;
  bytes: number;
}

export async function measureDisk(dir: string) {
  const { bavail, blocks, bsize } = await statfs(dir);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** The folders in a folder, with all that lies in them, the largest first. Links are not followed. */
export async function measureFolders(dir: string): Promise<Folder[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const folders: Folder[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    folders.push({ name, ...(await measure(join(dir, name)).catch(unreadable)) });
  }
  return folders.sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0));
}

/** One folder after the other, so that a large library does not keep the disk from the others. */
async function measure(dir: string): Promise<Sum> {
  const sum = { files: 0, bytes: 0 };
  for (const entry of await readdir(dir, { withFileTypes: true }).catch(unlessGone([]))) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      const inner = await measure(path);
      sum.files += inner.files;
      sum.bytes += inner.bytes;
    } else if (entry.isFile()) {
      sum.files += 1;
      sum.bytes += (await stat(path).catch(unlessGone({ size: 0 }))).size;
    }
  }
  return sum;
}

/** What goes while it is measured takes nothing any more. */
const unlessGone =
  <T>(nothing: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return nothing;
    throw error;
  };

function unreadable(error: NodeJS.ErrnoException): Omit<Folder, 'name'> {
  if (error.code === 'EACCES') return { files: 0, bytes: null };
  throw error;
}
