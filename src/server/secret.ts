import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../db/embedded/write-durably.ts';

const bytes = 32;

/**
 * The secret that signs sessions and media addresses: 32 random bytes in `<data>/keys/secret`,
 * made at the first start. Losing it signs everybody out.
 *
 * @throws when the file is there but cannot be read, or is too short to be one
 */
export function loadSecret(dataDir: string): Buffer {
  const path = join(dataDir, 'keys', 'secret');
  const kept = readIfThere(path);
  if (kept === null) {
    const made = randomBytes(bytes);
    writeDurably(path, made);
    return made;
  }
  if (kept.length < bytes) {
    throw new Error(`The file ${path} is damaged: bring it back from a backup, or delete it.`);
  }
  return kept;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
