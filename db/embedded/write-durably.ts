import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file so that after a power cut there is either all of it or none of it:
 * a new file beside it is flushed, renamed over it, and the folder is flushed too.
 * Only the owner can read it; a missing folder is made with mode 0700.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}.new`;
  const file = openSync(fresh, 'w', 0o600);
  writeSync(file, content as string);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
  if (process.platform === 'win32') return; // Windows cannot open a folder.
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
}
