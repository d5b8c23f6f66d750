import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readUntil } from './read-until.ts';

const program = fileURLToPath(new URL('../bin/telloom.mjs', import.meta.url));

/** The line with the one-time link that makes the first admin. */
const setupLinkLine = /https?:\S+\/setup\?token=\S+/;

/** The real program on one data folder, which may die and be started again. */
export interface RunningTelloom {
  /** The address people type. */
  url: string;
  port: number;
  /** The one-time link that makes the first admin. */
  setupLink: string;
  dataDir: string;
  /** `kill -9` of API and worker, which are one process. PostgreSQL is left alone. */
  kill: () => Promise<void>;
  /** `kill -9` of PostgreSQL, whose end ends the rest. */
  killDatabase: () => Promise<void>;
  /** After it was killed. */
  start: () => Promise<void>;
  /** In order, and without a trace. */
  stop: () => Promise<void>;
}

/**
 * The real program, as `npm start` runs it, with its own PostgreSQL and a new data folder.
 * @param log a file for what it writes to stderr in all its lives, which is our own stderr otherwise
 */
export async function startTelloom(log?: string): Promise<RunningTelloom> {
  const dataDir = mkdtempSync(join(tmpdir(), 'telloom-e2e-'));
  const port = await freePort();
  const stderr = log === undefined ? 'inherit' : openSync(log, 'a');
  let child: ChildProcess;
  const start = (until: RegExp) => {
    child = spawn(process.execPath, [program, 'serve'], {
      env: { ...process.env, PORT: String(port), TELLOOM_DATA: dataDir, LOG_LEVEL: 'warn' },
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
    setupLink,
    dataDir,
    kill: () => end('SIGKILL'),
    killDatabase: () => end('SIGKILL', postmasterOf(dataDir)),
    start: async () => void (await start(/^Telloom is ready/)),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await end('SIGINT');
      rmSync(dataDir, { recursive: true });
    },
  };
}

const postmasterOf = (dataDir: string) =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
