import { join } from 'node:path';
import type { BytesStep, Journal, NamesStep } from './disk-journal.ts';

/** Chooses whether something is there that was not synced. */
export type Chance = () => boolean;

/** A disk keeps or loses this many bytes as one. */
const SECTOR = 4096;

/**
 * The files that may be found under their paths when the power is cut at this moment. What was synced
 * is there. Of all else a disk keeps what it likes, in any order: a name without its bytes, the end of
 * a file without its middle, half a piece; `chance` says what. A file is found where its name is kept,
 * and the names of the folders above it.
 */
export function afterPowerCut(
  { bytes, names }: Pick<Journal, 'bytes' | 'names'>,
  root: string,
  moment: number,
  chance: Chance,
): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const contents = new Map<number, Buffer>();
  for (const step of kept(bytes, ({ file }) => String(file), moment, chance)) {
    contents.set(step.file, change(contents.get(step.file) ?? Buffer.alloc(0), step, chance));
  }
  const paths = new Map<string, number>();
  for (const step of kept(names, ({ folder }) => folder, moment, chance)) rename(paths, step);
  for (const [path, file] of paths) {
    if (isReachable(paths, root, path)) found.set(path, contents.get(file) ?? Buffer.alloc(0));
  }
  return found;
}

/** The steps that were begun before the moment and are on the disk, in their order, but for syncs. */
function* kept<S extends BytesStep | NamesStep>(
  steps: S[],
  of: (step: S) => string,
  moment: number,
  chance: Chance,
): Generator<S & { isSure: boolean }> {
  const syncs = steps.filter(({ kind, done }) => kind === 'sync' && done < moment);
  for (const step of steps) {
    if (step.kind === 'sync' || step.begun > moment) continue;
    const isSure = syncs.some((sync) => of(sync) === of(step) && step.done < sync.begun);
    if (isSure || chance()) yield { ...step, isSure };
  }
}

function change(was: Buffer, step: BytesStep & { isSure: boolean }, chance: Chance): Buffer {
  if (step.kind === 'sync') return was;
  if (step.kind === 'truncate') return resized(was, step.size);
  const { at, bytes, isSure } = step;
  const now = Buffer.from(resized(was, Math.max(was.length, at + bytes.length)));
  for (let from = 0; from < bytes.length; from += SECTOR) {
    if (isSure || chance()) bytes.copy(now, at + from, from, from + SECTOR);
  }
  return now;
}

function resized(was: Buffer, size: number): Buffer {
  if (size <= was.length) return was.subarray(0, size);
  return Buffer.concat([was, Buffer.alloc(size - was.length)]);
}

function rename(paths: Map<string, number>, step: NamesStep): void {
  if (step.kind === 'sync') return;
  const path = join(step.folder, step.name);
  if (step.kind === 'name') paths.set(path, step.file);
  if (step.kind === 'remove') paths.delete(path);
  if (step.kind !== 'rename') return;
  const from = join(step.folder, step.from);
  const file = paths.get(from);
  if (file === undefined) return;
  paths.delete(from);
  paths.set(path, file);
}

function isReachable(paths: Map<string, number>, root: string, path: string): boolean {
  const parts = path.slice(root.length + 1).split('/');
  return parts.slice(0, -1).every((_, n) => paths.has(join(root, ...parts.slice(0, n + 1))));
}
