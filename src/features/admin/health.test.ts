import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { forgetJobs } from '../../worker/testing.ts';
import { adminOf } from '../curating/testing.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
});
afterAll(() => server.stop());

const health = async () => (await admin.get('/admin/health')).body;

test('room and database are measured', async () => {
  const { disk, database } = await health();
  expect(disk.freeBytes).toBeGreaterThan(0);
  expect(disk.totalBytes).toBeGreaterThan(disk.freeBytes);
  expect(database.bytes).toBeGreaterThan(1_000_000);
  expect(database.version).toMatch(/^1[5-9]/);
});

test('work that piles up is seen', async () => {
  await forgetJobs(server.owner);
  expect((await health()).queue).toEqual({ due: 0, failed: 0, oldestSeconds: null });
  await server.owner.query(`
    select graphile_worker.add_job('mail.send', run_at => now() - interval '1 hour'),
      graphile_worker.add_job('mail.send', run_at => now() + interval '1 hour'),
      graphile_worker.add_job('mail.send', max_attempts => 1)`);
  await server.owner.query(`update graphile_worker._private_jobs set attempts = 1
    where max_attempts = 1`);
  const { queue } = await health();
  expect(queue).toMatchObject({ due: 1, failed: 1 });
  expect(queue.oldestSeconds).toBeGreaterThanOrEqual(3600);
});

test('it is for admins', async () => {
  const person = await server.member(newEmail('person'));
  expect((await person.get('/admin/health')).status).toBe(404);
  expect((await server.browser().get('/admin/health')).status).toBe(401);
});
