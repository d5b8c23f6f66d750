import { accessSync, constants, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../db/embedded/problem.ts';
import { writeDurably } from '../../db/embedded/write-durably.ts';
import { embeddedVersion } from '../../db/embedded.ts';
import { holderOf, takeLock } from './lock.ts';

/** The layout of the data folder that this Telloom reads and writes. */
const format = 1;

/**
 * Makes or opens the data folder for one server: it can be written to, is Telloom's and of this
 * format, and nobody else serves it. Nothing is changed in a folder that is refused.
 *
 * @returns what gives the folder back at the end
 * @throws Problem, one sentence
 */
export function openDataFolder(dataDir: string): { release: () => void } {
  makeWritable(dataDir);
  // What is put into it from here on, recordings most of all, is for this OS user alone.
  process.umask(0o077);
  const before = readFormat(dataDir);
  if (before === null) refuseForeign(dataDir);
  const lock = takeLock(lockOf(dataDir));
  if ('heldBy' in lock) {
    throw new Problem(
      `Telloom already runs on ${dataDir} (process ${lock.heldBy}): stop it, or set TELLOOM_DATA to another folder.`,
    );
  }
  if (before === null) {
    const content = `${JSON.stringify({ format, postgres: embeddedVersion })}\n`;
    writeDurably(join(dataDir, 'telloom.json'), content);
  }
  return lock;
}

const lockOf = (dataDir: string) => join(dataDir, 'telloom.lock');

/** Whether a Telloom runs on this data folder now. */
export const isServed = (dataDir: string): boolean => holderOf(lockOf(dataDir)) !== null;

function makeWritable(dataDir: string): void {
  try {
    // Started by root, PostgreSQL runs as another OS user, who has to pass through this folder.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    readdirSync(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOTDIR' || code === 'EEXIST'
        ? 'is not a folder'
        : `cannot be written to (${code})`;
    throw new Problem(
      `The data folder ${dataDir} ${why}: set TELLOOM_DATA to a folder that this user may write to.`,
      { cause },
    );
  }
}

/** Checks `telloom.json`; null when there is none. */
function readFormat(dataDir: string): number | null {
  const path = join(dataDir, 'telloom.json');
  let found: { format?: unknown; postgres?: unknown };
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Problem(`The file ${path} cannot be read: bring it back from a backup.`, { cause });
  }
  if (found.format !== format) {
    const age = Number(found.format) > format ? 'a newer' : 'an older';
    throw new Problem(
      `The data folder ${dataDir} was written by ${age} Telloom (format ${found.format}, this one reads ${format}): start it with the Telloom that made it, or set TELLOOM_DATA to another folder.`,
    );
  }
  if (found.postgres !== embeddedVersion) {
    throw new Problem(
      `The data folder ${dataDir} was made with PostgreSQL ${found.postgres}, and this Telloom brings PostgreSQL ${embeddedVersion}: start it with the Telloom that made it, or bring it over with pg_dump.`,
    );
  }
  return format;
}

/** A first start must not spread itself over somebody's files because of a typing mistake. */
function refuseForeign(dataDir: string): void {
  const ours = /^(keys|lost\+found|telloom\.(lock|json).*|\..*)$/;
  const foreign = readdirSync(dataDir).find((name) => !ours.test(name));
  if (foreign === undefined) return;
  throw new Problem(
    `The folder ${dataDir} is not empty and holds no Telloom data ("${foreign}"): set TELLOOM_DATA to an empty or a new folder.`,
  );
}
