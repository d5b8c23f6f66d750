import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startOf } from '../../db/embedded/process.ts';

interface Holder {
  pid: number;
  /** When that process started: a process number alone may have been given to another since. */
  started: string;
}

/**
 * Takes a lock file that names this process. A file left by a process that no longer lives is
 * taken over, so nothing has to be removed by hand after `kill -9` or a power cut.
 *
 * @returns what gives the lock back, or the process that holds it
 */
export function takeLock(path: string): { release: () => void } | { heldBy: number } {
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    // link(2) makes the lock and its content in one step, and fails if there is one.
    for (;;) {
      try {
        linkSync(draft, path);
        return { release: () => release(path, mine) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(path);
      if (holder && lives(holder)) return { heldBy: holder.pid };
      if (holder) setAside(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The living process that holds a lock; null where none does. */
export function holderOf(path: string): number | null {
  const holder = read(path);
  return holder && lives(holder) ? holder.pid : null;
}

/** Removes a dead process's lock, but not one that another start has put in its place meanwhile. */
function setAside(path: string, dead: Holder): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved && !same(moved, dead)) linkSync(aside, path);
  rmSync(aside);
}

function release(path: string, mine: Holder): void {
  const holder = read(path);
  if (holder && same(holder, mine)) rmSync(path);
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // An empty file after a power cut names nobody.
    if (error instanceof SyntaxError) return { pid: 0, started: '' };
    throw error;
  }
}

const same = (a: Holder, b: Holder) => a.pid === b.pid && a.started === b.started;

const lives = (holder: Holder) =>
  holder.pid > 0 && isAlive(holder.pid) && startOf(holder.pid) === holder.started;
