import { readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { UnplayableError } from './errors.ts';
import { boxesFit } from './iso-boxes.ts';
import { readSegments } from './playlist.ts';

/** What is left for uploads, the database and all else, whatever is made here. */
const KEPT_FREE = 256 * 1024 ** 2;

/** Recordings that arrive need the room more than another quality does. Throws UnplayableError. */
export async function expectRoom(dir: string, bytes: number): Promise<void> {
  if ((await freeBytes(dir)) < bytes + KEPT_FREE) throw new UnplayableError('no_room');
}

/**
 * ffmpeg's HLS muxer says nothing of a disk that was full, and ends as if all were well: so what it
 * wrote is looked at. Throws UnplayableError (no_room), or Error when there is room enough.
 */
export async function expectWritten(folder: string): Promise<void> {
  const playlist = await readFile(join(folder, 'index.m3u8'), 'utf8');
  const segments = await readSegments(folder);
  const files = ['init.mp4', ...segments.map(({ name }) => name)];
  const fit = await Promise.all(files.map((name) => boxesFit(join(folder, name))));
  if (playlist.includes('#EXT-X-ENDLIST') && segments.length > 0 && fit.every(Boolean)) return;
  if ((await freeBytes(folder)) < KEPT_FREE) throw new UnplayableError('no_room', folder);
  throw new Error(`ffmpeg left something incomplete in ${folder}.`);
}

async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}
