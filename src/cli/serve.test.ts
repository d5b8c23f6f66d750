import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive } from '../../db/embedded/process.ts';

const program = new URL('../../bin/telloom.mjs', import.meta.url).pathname;

// Up to three whole starts in one test, on a machine that may be busy with the other tests.

let dataDir: string;
let started: Started[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'telloom-serve-'));
  started = [];
});
afterEach(async () => {
  for (const { child } of started) child.kill('SIGTERM');
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(dataDir, { recursive: true });
});

interface Started {
  child: ChildProcess;
  /** Settles when stdout holds the text; rejects when the process ends without it. */
  says: (text: string) => Promise<void>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function serve(port: number, env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { PATH: process.env.PATH, TELLOOM_DATA: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    text.stdout += chunk;
    child.emit('said');
  });
  child.stderr.on('data', (chunk) => {
    text.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...text }));
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => text.stdout.includes(words) && resolve();
      child.on('said', look);
      ended.then((end) => reject(new Error(`ended: ${JSON.stringify(end)}`)));
      look();
    });
  const process_ = { child, says, ended };
  started.push(process_);
  return process_;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const status = async (port: number) => (await fetch(`http://127.0.0.1:${port}/readyz`)).status;
const postgresPid = () =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);

it('starts from nothing, says where it is, and stops all of it at a signal', async () => {
  const port = await freePort();
  const { child, says, ended } = serve(port);
  await says('Telloom is ready');
  expect(await status(port)).toBe(200);
  const database = postgresPid();
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`http://localhost:${port}/setup\\?token=[\\w-]{43}\n`));
  expect(isAlive(database)).toBe(false);
  expect(readdirSync(dataDir)).not.toContain('telloom.lock');
});

it('recovers from kill -9 of the server and of the database', async () => {
  const port = await freePort();
  const first = serve(port);
  await first.says('Telloom is ready');
  first.child.kill('SIGKILL');
  await first.ended;

  const second = serve(port);
  await second.says('Telloom is ready');
  process.kill(postgresPid(), 'SIGKILL');
  const { code, stderr } = await second.ended;
  expect(code).toBe(1);
  expect(stderr).toContain('PostgreSQL ended by itself (SIGKILL); start Telloom again.\n');

  const third = serve(port);
  await third.says('Telloom is ready');
  expect(await status(port)).toBe(200);
});

it('refuses a second start on the same folder and leaves the first alone', async () => {
  const port = await freePort();
  const first = serve(port);
  await first.says('Telloom is ready');
  const second = await serve(await freePort()).ended;
  expect(second.code).toBe(1);
  expect(second.stderr).toBe(
    `Telloom already runs on ${dataDir} (process ${first.child.pid}): stop it, or set TELLOOM_DATA to another folder.\n`,
  );
  expect(await status(port)).toBe(200);
});

it('refuses a taken port', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, stderr } = await serve(port).ended;
  taken.close();
  expect(code).toBe(1);
  expect(stderr).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program: stop it, or set PORT to a free one.\n`,
  );
  expect(readdirSync(dataDir)).not.toContain('postgres');
});

it('refuses a folder that cannot be written to', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  const { code, stderr } = await serve(await freePort(), { TELLOOM_DATA: join(file, 'data') })
    .ended;
  expect(code).toBe(1);
  expect(stderr).toBe(
    `The data folder ${file}/data is not a folder: set TELLOOM_DATA to a folder that this user may write to.\n`,
  );
});

it.each([
  ['{"format":0,"postgres":17}', 'was written by an older Telloom'],
  ['{"format":2,"postgres":17}', 'was written by a newer Telloom'],
  ['{"format":1,"postgres":16}', 'was made with PostgreSQL 16'],
  ['{"form', 'telloom.json cannot be read: bring it back from a backup'],
])('refuses the data folder of another Telloom: %s', async (content, sentence) => {
  writeFileSync(join(dataDir, 'telloom.json'), content);
  const { code, stderr } = await serve(await freePort()).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr.match(/\n/g)).toHaveLength(1);
  expect(readdirSync(dataDir)).toEqual(['telloom.json']);
});

it("refuses a folder with somebody's files", async () => {
  writeFileSync(join(dataDir, 'thesis.txt'), 'all of it');
  const { code, stderr } = await serve(await freePort()).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('is not empty and holds no Telloom data ("thesis.txt")');
  expect(readdirSync(dataDir)).toEqual(['thesis.txt']);
});

it('says each wrong setting before it touches anything', async () => {
  const { code, stderr } = await serve(0, { LOG_LEVEL: 'loud' }).ended;
  expect(code).toBe(1);
  expect(stderr).toBe(
    'PORT is "0", but it must be a whole number from 1 to 65535.\n' +
      'LOG_LEVEL is "loud", but it must be error, warn, info, debug.\n',
  );
  expect(readdirSync(dataDir)).toEqual([]);
});
