import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Runner } from './os-user.ts';
import { Problem } from './problem.ts';

export interface Cluster {
  binaries: Binaries;
  runner: Runner;
  /** PostgreSQL's own folder. */
  pgdata: string;
  /** An existing folder for the socket that only this process and PostgreSQL may enter. */
  socketDir: string;
  log: (line: string) => void;
}

export interface Running {
  pid: number;
  /**
   * Waits `patience` milliseconds (0 when not given) for open connections to end, then rolls their
   * transactions back. Everything committed is on disk.
   */
  stop: (options?: { patience?: number }) => Promise<void>;
  /** Settles with the reason when the server ends without `stop`. */
  died: Promise<string>;
}

/**
 * Text is UTF-8; letters, case and words follow Unicode (which full text search needs), and order
 * is by code point, which no upgrade of an operating system changes under an index.
 */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** Makes a new cluster with the superuser `postgres`; a half-made one is never left in place. */
export async function initCluster(
  { binaries, runner, pgdata, socketDir }: Cluster,
  options: { password: string; builtinLocale: boolean; flags?: string[] },
): Promise<void> {
  const fresh = `${pgdata}.new`;
  const passwordFile = join(socketDir, 'password');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  for (const path of runner.owner ? [fresh, passwordFile] : []) {
    chownSync(path, runner.owner?.uid as number, runner.owner?.gid as number);
  }
  const provider = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = [
    ...['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C', '--data-checksums'],
    ...(options.builtinLocale ? provider : []),
    ...(options.flags ?? []),
  ];
  try {
    const [file, wrapped] = runner.command(binaries.initdb, args);
    const child = spawn(file, wrapped, { cwd: socketDir, stdio: ['ignore', 'ignore', 'pipe'] });
    const output = tail(child);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Problem(`PostgreSQL could not be set up: ${output() || code}`);
    renameSync(fresh, pgdata);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Starts the server and waits until it takes connections.
 * @throws Problem with PostgreSQL's own reason
 */
export async function startCluster(
  cluster: Cluster,
  settings: Record<string, string>,
): Promise<Running> {
  // Backends of a server that was killed may outlive it by a moment and hold its shared memory.
  for (let tries = 100; ; tries--) {
    const attempt = await tryStart(cluster, settings);
    if (typeof attempt !== 'string') return attempt;
    if (tries === 0 || !/shared memory block/.test(attempt)) {
      throw new Problem(`PostgreSQL does not start: ${attempt}`);
    }
    await wait(100);
  }
}

async function tryStart(
  { binaries, runner, pgdata, socketDir, log }: Cluster,
  settings: Record<string, string>,
): Promise<Running | string> {
  const all = { unix_socket_directories: socketDir, lc_messages: 'C', ...settings };
  const flags = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [file, args] = runner.command(binaries.postgres, ['-D', pgdata, ...flags]);
  // In a process group of its own: a Ctrl-C in the terminal must reach Telloom first, which then
  // stops PostgreSQL as the last of its parts.
  const child = spawn(file, args, {
    cwd: dirname(pgdata),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const output = tail(child, log);
  const exited = once(child, 'exit').then(
    ([code, signal]) => String(signal ?? `code ${code}`),
    (error: Error) => error.message,
  );
  const ready = new Promise<true>((resolve) => {
    child.stderr?.on('data', () => {
      if (output().includes('ready to accept connections')) resolve(true);
    });
  });
  const first = await Promise.race([ready, exited]);
  if (first !== true) return reason(output()) || first;
  return running(child, exited, output);
}

function running(child: ChildProcess, exited: Promise<string>, output: () => string): Running {
  let stopping = false;
  const died = new Promise<string>((resolve) => {
    exited.then((how) => {
      // The others' FATAL lines are only their farewell to a server that is gone.
      const panic = output()
        .match(/PANIC: .*/g)
        ?.at(-1);
      const why = panic ? `: ${panic}` : '';
      if (!stopping) resolve(`PostgreSQL ended by itself (${how})${why}; start Telloom again.`);
    });
  });
  // A smart shutdown lets connections that are just closing end in peace; the fast one ends the rest:
  // https://www.postgresql.org/docs/17/server-shutdown.html
  const stop = async ({ patience = 0 } = {}) => {
    stopping = true;
    if (patience > 0) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGINT'), patience);
    await exited;
    clearTimeout(timer);
  };
  return { pid: child.pid as number, stop, died };
}

/** The last fatal line, without its time and process number, and the hint that follows it. */
function reason(output: string): string {
  const lines = output.trim().split('\n');
  const fatal = lines.findLast((line) => /(FATAL|PANIC|ERROR):/.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

/** The last 8 kB that a program wrote to stderr. */
function tail(child: ChildProcess, log?: (line: string) => void): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-8192);
    if (log) for (const line of chunk.trimEnd().split('\n')) log(line);
  });
  return () => text.trim();
}

export const isInitialised = (pgdata: string) => existsSync(join(pgdata, 'PG_VERSION'));
