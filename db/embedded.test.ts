import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { stopOrphan } from './embedded/postmaster.ts';
import { isAlive } from './embedded/process.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

/** Closed to everybody else, as a home folder often is: PostgreSQL's OS user has to get in all the same. */
let home: string;
let dataDir: string;
let running: Embedded | null = null;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'telloom-embedded-'));
  dataDir = join(home, 'a folder for data');
  mkdirSync(dataDir);
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => rmSync(home, { recursive: true }));

async function start(): Promise<Embedded> {
  running = await startEmbedded({ dataDir, log: () => {} });
  return running;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

it('makes a database on a socket alone, with the settings the system rests on', async () => {
  const { url, socketDir } = await start();
  const [row] = await query(
    url,
    `select current_user, current_database() as database,
       current_setting('server_encoding') as encoding, current_setting('wal_level') as wal,
       current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
       current_setting('full_page_writes') as pages, current_setting('timezone') as timezone,
       current_setting('listen_addresses') as addresses, current_setting('data_checksums') as sums,
       lower('ÀÉ') as lower, 'a' < 'B' as by_language`,
  );
  expect(row).toEqual({
    current_user: 'postgres',
    database: 'telloom',
    encoding: 'UTF8',
    wal: 'logical',
    // what was committed is there after a power cut
    fsync: 'on',
    commits: 'on',
    pages: 'on',
    timezone: 'UTC',
    addresses: '',
    sums: 'on',
    lower: 'àé',
    by_language: false,
  });
  expect(statSync(socketDir).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'keys/postgres')).mode & 0o777).toBe(0o600);
});

it('asks for the password on the socket too', async () => {
  const url = new URL((await start()).url);
  url.password = 'guess';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
});

it('keeps what was committed when everything is killed', async () => {
  const { url, pid, died } = await start();
  await query(url, 'create table kept as select 42 as answer');
  process.kill(pid, 'SIGKILL');
  expect(await died).toBe('PostgreSQL ended by itself (SIGKILL); start Telloom again.');
  expect(await query((await start()).url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

it('stops the server that a killed start left behind', async () => {
  const { pid } = await start();
  expect(await stopOrphan(join(dataDir, 'postgres'))).toBe(true);
  expect(isAlive(pid)).toBe(false);
  running = null;
});

it('leaves another program alone whose process number an old postmaster.pid holds', async () => {
  const pidFile = join(dataDir, 'postgres/postmaster.pid');
  const other = spawn('sleep', ['1000'], { stdio: 'ignore' });
  await once(other, 'spawn');
  writeFileSync(pidFile, `${other.pid}\n${dirname(pidFile)}\n`);
  const { pid } = await start();
  expect(Number.parseInt(readFileSync(pidFile, 'utf8'), 10)).toBe(pid);
  expect(isAlive(other.pid as number)).toBe(true);
  other.kill();
});

it('finds a short place for the socket of a folder with a long name', async () => {
  const long = join(home, 'x'.repeat(120));
  mkdirSync(long);
  running = await startEmbedded({ dataDir: long, log: () => {} });
  expect(await query(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  rmSync(running.socketDir, { recursive: true, force: true });
});

it('refuses the cluster of another PostgreSQL', async () => {
  const old = join(home, 'old');
  mkdirSync(join(old, 'postgres'), { recursive: true });
  writeFileSync(join(old, 'postgres/PG_VERSION'), '16\n');
  await expect(startEmbedded({ dataDir: old, log: () => {} })).rejects.toThrow(
    /holds a PostgreSQL 16 database, and this Telloom brings PostgreSQL 17/,
  );
});
