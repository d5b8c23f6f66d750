import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './write-durably.ts';

/** The password of the embedded PostgreSQL's superuser, made once and kept in `<data>/keys`. */
export function databasePassword(dataDir: string): string {
  const path = join(dataDir, 'keys', 'postgres');
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const password = randomBytes(24).toString('base64url');
  writeDurably(path, password);
  return password;
}
