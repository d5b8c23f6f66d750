import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readUntil } from './read-until.ts';

const program = fileURLToPath(new URL('../bin/telloom.mjs', import.meta.url));
const failingWrites = new URL('./chaos/failing-writes.mjs', import.meta.url).href;
const watchAnswers = new URL('./watch-answers.mjs', import.meta.url).href;

/** The line with the one-time link that makes the first admin. */
const setupLinkLine = /https?:\S+\/setup\?token=\S+/;
const ready = /^Telloom is ready/;

/** The real program on one data folder, which may die and be started again. */
export interface RunningTelloom {
  /** The address people type. */
  url: string;
  port: number;
  /** The one-time link that makes the first admin. */
  setupLink: string;
  dataDir: string;
  /** Of API and worker, which are one process. */
  pid: () => number;
  /** The file for what is not answered as the OpenAPI document says. */
  answersLog: string;
  /** Lets its writes fail at times, or no longer; where it was told that they may. */
  turnWrites: () => void;
  /** `kill -9` of API and worker. PostgreSQL is left alone. */
  kill: () => Promise<void>;
  /** `kill -9` of PostgreSQL, whose end ends the rest. */
  killDatabase: () => Promise<void>;
  /** After it was killed. */
  start: () => Promise<void>;
  /** In order, and on again with these settings beside its own. */
  restart: (settings: NodeJS.ProcessEnv) => Promise<void>;
  /** In order, and without a trace. Rejects where an answer was not as the OpenAPI document says. */
  stop: () => Promise<void>;
}

export interface TelloomOptions {
  /** A file for what it writes to stderr in all its lives, which is our own stderr otherwise. */
  log?: string;
  /** Settings beside its own. */
  settings?: NodeJS.ProcessEnv;
  /** Loads what makes its writes fail when it is told to. */
  writesMayFail?: boolean;
}

interface SpawnOptions extends TelloomOptions {
  /** Whatever it answers is held against its OpenAPI document; a file for what does not fit. */
  answersLog?: string;
}

/** A process of the program, with this command of its command line and what follows it. */
export function spawnTelloom(command: string[], options: SpawnOptions): ChildProcess {
  const { log, settings, writesMayFail, answersLog } = options;
  const before = [
    ...(writesMayFail ? [failingWrites] : []),
    ...(answersLog === undefined ? [] : [watchAnswers]),
  ];
  const stderr = log === undefined ? 'inherit' : openSync(log, 'a');
  const env = { ...process.env, ...settings, LOG_LEVEL: 'warn', ANSWERS_LOG: answersLog };
  const child = spawn(
    process.execPath,
    [...before.flatMap((file) => ['--import', file]), program, ...command],
    { env, stdio: ['ignore', 'pipe', stderr] },
  );
  if (stderr !== 'inherit') closeSync(stderr); // the child has its own
  return child;
}

/** Ends a process by this signal, and returns when it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** The real program, as `npm start` runs it, with its own PostgreSQL and a new data folder. */
export async function startTelloom(options: TelloomOptions = {}): Promise<RunningTelloom> {
  const dataDir = mkdtempSync(join(tmpdir(), 'telloom-e2e-'));
  const answersLog = `${dataDir}-answers.log`;
  const port = await freePort();
  let { settings } = options;
  let child: ChildProcess;
  const start = (until: RegExp) => {
    const own = { PORT: String(port), TELLOOM_DATA: dataDir };
    child = spawnTelloom(['serve'], { ...options, answersLog, settings: { ...settings, ...own } });
    return readUntil(child.stdout, until, 'Telloom');
  };
  const setupLink = await start(setupLinkLine);
  return {
    url: `http://localhost:${port}`,
    port,
    setupLink,
    dataDir,
    answersLog,
    pid: () => child.pid as number,
    turnWrites: () => void child.kill('SIGUSR2'),
    kill: () => endProcess(child, 'SIGKILL'),
    async killDatabase() {
      const ended = once(child, 'exit');
      process.kill(postmasterOf(dataDir), 'SIGKILL');
      await ended;
    },
    start: async () => void (await start(ready)),
    async restart(others) {
      await endProcess(child, 'SIGINT');
      settings = others;
      await start(ready);
    },
    async stop() {
      await endProcess(child, 'SIGINT');
      rmSync(dataDir, { recursive: true });
      refuseMismatches(answersLog);
    },
  };
}

/** Everything that was answered has to be as the OpenAPI document says. */
function refuseMismatches(log: string): void {
  if (!existsSync(log)) return;
  const mismatches = new Set(readFileSync(log, 'utf8').trim().split('\n'));
  rmSync(log);
  throw new Error(`Not as the OpenAPI document says:\n${[...mismatches].join('\n')}`);
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
