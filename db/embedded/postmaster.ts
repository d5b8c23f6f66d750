import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from './problem.ts';
import { isAlive } from './process.ts';

/**
 * Stops a PostgreSQL that an earlier, killed Telloom left behind on this folder, and takes away
 * a `postmaster.pid` whose process has ended or is another program by now, which PostgreSQL itself
 * could take for a living server. Call it only while holding the data folder's lock.
 *
 * @returns whether a server was found and stopped
 */
export async function stopOrphan(pgdata: string): Promise<boolean> {
  const pid = readPid(pgdata);
  if (pid === null) return false;
  if (!isAlive(pid) || !runsOn(pid, pgdata)) {
    rmSync(join(pgdata, 'postmaster.pid'));
    return false;
  }
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one, which recovers at next start:
  // https://www.postgresql.org/docs/17/server-shutdown.html
  for (const [signal, seconds] of [['SIGINT', 30] as const, ['SIGQUIT', 10] as const]) {
    kill(pid, signal);
    if (await ended(pid, seconds)) return true;
  }
  throw new Problem(
    `A PostgreSQL that an earlier start left behind on ${pgdata} (process ${pid}) does not stop: end it, then start again.`,
  );
}

function readPid(pgdata: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(pgdata, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the process works in `pgdata`, as every PostgreSQL server does, or names it in its command. */
function runsOn(pid: number, pgdata: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata);
    } catch (error) {
      // Gone meanwhile, or another user's process, which cannot be the server of this user's folder.
      if (['ENOENT', 'EACCES', 'ESRCH'].includes(String((error as NodeJS.ErrnoException).code)))
        return false;
      throw error;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes(`-D ${pgdata}`);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal);
}

async function ended(pid: number, seconds: number): Promise<boolean> {
  for (let tries = seconds * 20; tries > 0; tries--) {
    if (!isAlive(pid)) return true;
    await wait(50);
  }
  return !isAlive(pid);
}
