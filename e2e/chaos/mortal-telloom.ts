import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readUntil } from '../read-until.ts';
import { freePort, setupLinkLine } from '../telloom.ts';

const program = fileURLToPath(new URL('../../bin/telloom.mjs', import.meta.url));

/** The real program on one data folder, which may die and be started again. */
export interface MortalTelloom {
  /** The address people type. */
  url: string;
  port: number;
  dataDir: string;
  setupLink: string;
  /** `kill -9` of API and worker, which are one process. PostgreSQL is left alone. */
  kill: () => Promise<void>;
  /** `kill -9` of PostgreSQL, whose end ends the rest. */
  killDatabase: () => Promise<void>;
  start: () => Promise<void>;
  /** In order, and without a trace. */
  stop: () => Promise<void>;
}

/** @param log a file for what it writes to stderr in all its lives */
export async function startMortalTelloom(log?: string): Promise<MortalTelloom> {
  const home = mkdtempSync(join(tmpdir(), 'telloom-chaos-'));
  const dataDir = join(home, 'data');
  const port = await freePort();
  const stderr = log === undefined ? 'ignore' : openSync(log, 'a');
  let child: ChildProcess;
  const start = (until: RegExp) => {
    child = spawn(process.execPath, [program, 'serve'], {
      env: { ...process.env, PORT: String(port), TELLOOM_DATA: dataDir, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', stderr],
    });
    return readUntil(child.stdout, until, 'Telloom');
  };
  const end = async (signal: NodeJS.Signals, pid = child.pid as number) => {
    const ended = once(child, 'exit');
    process.kill(pid, signal);
    await ended;
  };
  const setupLink = await start(setupLinkLine);
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    setupLink,
    kill: () => end('SIGKILL'),
    killDatabase: () => end('SIGKILL', postmasterOf(dataDir)),
    start: async () => void (await start(/^Telloom is ready/)),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await end('SIGINT');
      rmSync(home, { recursive: true });
    },
  };
}

const postmasterOf = (dataDir: string) =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
