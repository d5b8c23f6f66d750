import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Runner } from './os-user.ts';
import { Problem } from './problem.ts';

/** A socket's path has at most 107 bytes on Linux and 103 on macOS (unix(7)); the name is PostgreSQL's. */
const longest = 103 - '/.s.PGSQL.5432'.length;

/**
 * Where PostgreSQL's socket is: inside the data folder, or where that path is too long for a socket,
 * in a folder under the temporary one that is named after it.
 */
export function socketDirOf(dataDir: string): string {
  const inside = join(dataDir, 'run');
  const short = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return Buffer.byteLength(inside) <= longest ? inside : join(tmpdir(), `telloom-${short}`);
}

/** Makes the folder of the socket, which nobody else may enter. */
export function makeSocketDir(dataDir: string, owner: Runner['owner']): string {
  const dir = socketDirOf(dataDir);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (owner && process.getuid?.() === lstatSync(dir).uid) chownSync(dir, owner.uid, owner.gid);
  const found = lstatSync(dir);
  const rightOwner = process.getuid === undefined || found.uid === (owner?.uid ?? process.getuid());
  if (!found.isDirectory() || !rightOwner || (found.mode & 0o077) !== 0) {
    throw new Problem(`The folder ${dir} is open to others or belongs to someone else: remove it.`);
  }
  return dir;
}
