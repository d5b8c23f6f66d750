import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Work in progress, beside what is finished: the machine's and the process' it belongs to. */
const PREFIX = '.partial-';
const MACHINE = hostname().replace(/[^A-Za-z0-9]/g, '');
const OURS = `${PREFIX}${MACHINE}-${process.pid}-`;
/** No run takes longer; of processes on another machine nothing else is known. */
const LONGEST_MS = 7 * 24 * 3600_000;

const open = new Set<string>();

/** A new folder for work in progress in `outDir`, after those of killed processes are removed. */
export async function openPartial(outDir: string): Promise<string> {
  await mkdir(outDir, { recursive: true });
  for (const name of await readdir(outDir)) {
    const path = join(outDir, name);
    if (name.startsWith(PREFIX) && (await isAbandoned(path, name))) await remove(path);
  }
  const dir = join(outDir, `${OURS}${randomUUID()}`);
  open.add(dir); // before it is there, or another step would take it for abandoned
  await mkdir(dir);
  return dir;
}

export async function closePartial(dir: string): Promise<void> {
  await remove(dir);
  open.delete(dir);
}

async function isAbandoned(path: string, name: string): Promise<boolean> {
  if (open.has(path)) return false;
  // An earlier process that had our number, as the first of a container always has.
  if (name.startsWith(OURS)) return true;
  const [machine, pid] = name.slice(PREFIX.length).split('-');
  if (machine === MACHINE) return !isAlive(Number(pid));
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > LONGEST_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const remove = (dir: string) => rm(dir, { recursive: true, force: true });
