import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../db/session.ts';
import { type TestDatabase, testDatabase } from '../../db/testing/database.ts';
import { parseConfig } from '../config.ts';
import { createUploads } from '../features/recording/uploads.ts';
import { makePresence, type Presence } from './abandoned.ts';
import { prepareQueue, startWorker } from './worker.ts';

let database: TestDatabase;
let db: Database;
let dataDir: string;
/** Holds the recordings, so that work on them takes as long as it likes. */
let holder: pg.Client;
/** Of another worker. */
let other: Presence;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase({ url: database.apiUrl });
  dataDir = mkdtempSync(join(tmpdir(), 'telloom-worker-'));
  holder = new pg.Client({ connectionString: database.ownerUrl });
  await holder.connect();
  await prepareQueue(database.ownerUrl);
  other = makePresence(database.ownerUrl);
});
afterAll(async () => {
  await other.end();
  await holder.end();
  await db.close();
  rmSync(dataDir, { recursive: true });
  await database.drop();
});

function start() {
  const config = parseConfig({ TELLOOM_DATA: dataDir, TELLOOM_TRANSCODES: '1' });
  const uploads = createUploads({ dataDir, maxBytes: config.maxUploadBytes, service: db });
  return startWorker(database.ownerUrl, {
    config,
    secret: 'signs nothing here',
    service: db,
    uploads,
    tools: null,
    engine: null,
  });
}

const add = (task: string) => database.sql`
  select graphile_worker.add_job(${task}, json_build_object('videoId', gen_random_uuid()),
    flags => array[${task}::text])`;
const jobs = (task: string) => database.sql<{ by: string | null }>`
  select p.locked_by as by
  from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
  where j.task_identifier = ${task}`;
/** In whose name films are under way, and how many wait. */
const films = async () => {
  const rows = await jobs('videos.first');
  const underWay = rows.flatMap(({ by }) => by ?? []);
  return { underWay, waiting: rows.length - underWay.length };
};
/** Settles when something is so. */
const seen = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 60_000, interval: 50 });

test('films wait in the queue for their turn, which lasts as long as it takes', async () => {
  await holder.query('begin; lock table public."Video"');
  for (let film = 0; film < 6; film++) await add('videos.first');
  const worker = await start();
  onTestFinished(async () => {
    await holder.query('rollback');
    await worker.stop();
  });
  const one = { underWay: [expect.any(String)], waiting: 5 };
  await seen(async () => expect(await films()).toEqual(one));
  await other.sweep();
  expect(await films()).toEqual(one);

  await add('recording.remove'); // something that is not about films
  await seen(async () => expect(await jobs('recording.remove')).toEqual([]));
  expect(await films()).toEqual(one);

  await holder.query('rollback');
  await seen(async () => expect(await films()).toEqual({ underWay: [], waiting: 0 }));
});
