import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configstore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { sync } from './sync.ts';

/**
 * What is known of each upload, beside its bytes. The library's own store overwrites the file in
 * place: a server that is killed meanwhile leaves half of it, and with it an upload that nobody can
 * read any more. Here it is replaced as a whole.
 */
export class DurableConfigs implements Configstore {
  readonly #directory: string;
  constructor(directory: string) {
    this.#directory = directory;
  }

  #path = (id: string) => join(this.#directory, `${id}.json`);

  async get(id: string): Promise<Upload | undefined> {
    try {
      return new Upload(JSON.parse(await readFile(this.#path(id), 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async set(id: string, upload: Upload): Promise<void> {
    const draft = `${this.#path(id)}.${randomUUID()}`;
    try {
      await writeFile(draft, JSON.stringify(upload));
      await sync(draft);
      await rename(draft, this.#path(id));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await sync(this.#directory);
  }

  async delete(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }
}
