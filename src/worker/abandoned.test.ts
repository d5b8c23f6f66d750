import { makeWorkerUtils } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing/database.ts';
import { makePresence, type Presence } from './abandoned.ts';
import { prepareQueue } from './worker.ts';

let database: TestDatabase;
let living: Presence;
let finder: Presence;
beforeAll(async () => {
  database = await testDatabase();
  await prepareQueue(database.ownerUrl);
  living = makePresence(database.ownerUrl);
  finder = makePresence(database.ownerUrl);
});
afterAll(async () => {
  await living.end();
  await finder.end();
  await database.drop();
});

const lockedBy = async () => {
  const rows = await database.sql<{ locked_by: string | null }>`
    select locked_by from graphile_worker._private_jobs order by id`;
  return rows.map((row) => row.locked_by);
};

test('the jobs of a killed worker are free at once, those of a living one are left alone', async () => {
  const utils = await makeWorkerUtils({ connectionString: database.ownerUrl });
  await utils.addJob('film', {});
  await utils.addJob('film', {});
  await utils.release();
  await database.sql`
    update graphile_worker._private_jobs set locked_at = now(),
      locked_by = case when id = (select min(id) from graphile_worker._private_jobs)
        then 'worker-living' else 'worker-killed' end`;
  living.join('worker-living');
  await living.sweep(); // on the same connection, so the lock is held by now
  expect(await lockedBy()).toEqual(['worker-living', null]);
  await finder.sweep();
  expect(await lockedBy()).toEqual(['worker-living', null]);
  await living.end();
  await finder.sweep();
  expect(await lockedBy()).toEqual([null, null]);
});
