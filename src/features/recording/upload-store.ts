import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS, Upload } from '@tus/server';
import { writeDurably } from './durable-write.ts';
import { sync } from './sync.ts';
import { DurableConfigs } from './upload-configs.ts';

/** What lies on the disk under the id of an upload. */
export interface Arrived {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * The library's file store, with the promise that it does not make: what a PATCH has acknowledged
 * is on the disk, not in the memory of the operating system.
 */
export class DurableFileStore extends FileStore {
  /** Whose bytes this process has seen to the disk: what an earlier one left may be in memory alone. */
  readonly #synced = new Set<string>();

  constructor(directory: string) {
    super({ directory, configstore: new DurableConfigs(directory) });
  }

  #path = (id: string) => join(this.directory, id);

  override async write(readable: Parameters<FileStore['write']>[0], id: string, offset: number) {
    try {
      // also after a connection that broke: the next HEAD vouches for what has come so far
      return await writeDurably(this.#path(id), readable, offset);
    } catch (error) {
      // the disk's, and not that somebody went out of reach
      if (error instanceof Error && 'syscall' in error) {
        process.stderr.write(`upload: ${error.message}\n`);
      }
      throw ERRORS.FILE_WRITE_ERROR;
    }
  }

  /** Before it is said how much has arrived, that is on the disk. */
  override async getUpload(id: string): Promise<Upload> {
    const upload = await super.getUpload(id);
    if (this.#synced.has(id)) return upload;
    await sync(this.#path(id));
    this.#synced.add(id);
    return upload;
  }

  /**
   * Makes the empty upload of this id; one that is there already stays as it is.
   * @param size bytes, where they are known: more than these are then not taken
   */
  async open(id: string, size?: number): Promise<void> {
    if (!(await this.configstore.get(id))) {
      const bytes = await this.bytes(id);
      const upload = new Upload({ id, size, offset: 0, metadata: {} });
      // Killed between the two: the bytes are there, and what is known of them is not.
      if (bytes === null) await this.create(upload);
      else await this.configstore.set(id, upload);
    }
    // Also for whoever comes again while the first is about to. Of the folder its own name too.
    await sync(this.directory);
    await sync(dirname(this.directory));
  }

  /** How much has arrived, or null where there is no such file. */
  async bytes(id: string): Promise<number | null> {
    return (await this.#stat(id))?.size ?? null;
  }

  /** When the last byte arrived. */
  async lastArrival(id: string): Promise<Date | null> {
    return (await this.#stat(id))?.mtime ?? null;
  }

  async #stat(id: string) {
    try {
      return await stat(this.#path(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Reads back what is on the disk, data and name both synced before: what a receipt says is so. */
  async seal(id: string): Promise<Arrived> {
    await sync(this.#path(id));
    await sync(this.directory);
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(
      createReadStream(this.#path(id), { highWaterMark: 1024 ** 2 }),
      async (chunks) => {
        for await (const chunk of chunks as AsyncIterable<Buffer>) {
          hash.update(chunk);
          bytes += chunk.length;
        }
      },
    );
    return { bytes, sha256: hash.digest('hex') };
  }
}
