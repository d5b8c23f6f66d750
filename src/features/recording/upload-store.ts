import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';

/**
 * The library's file store, with the promise that it does not make: what a PATCH has acknowledged
 * is on the disk, not in the memory of the operating system.
 */
export class DurableFileStore extends FileStore {
  override async write(readable: Parameters<FileStore['write']>[0], id: string, offset: number) {
    try {
      return await super.write(readable, id, offset);
    } finally {
      // also after a connection that broke: the next HEAD vouches for what has come so far
      await sync(join(this.directory, id));
    }
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes the empty upload of this id; one that is there already stays as it is.
 * @param size bytes, where they are known: more than these are then not taken
 */
export async function openUpload(store: FileStore, id: string, size?: number): Promise<void> {
  const there = await stat(join(store.directory, id)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (!there) await store.create(new Upload({ id, size, offset: 0, metadata: {} }));
  await sync(store.directory);
}
