import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { forgetJobs } from '../../worker/testing.ts';
import { adminOf } from '../curating/testing.ts';
import { measureFolders } from './disk.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
});
afterAll(() => server.stop());

const health = async () => (await admin.get('/admin/health')).body;

test('room, database and folders are measured', async () => {
  await mkdir(join(server.dataDir, 'originals', 'one'), { recursive: true });
  await writeFile(join(server.dataDir, 'originals', 'one', 'data'), 'x'.repeat(1234));
  const { disk, database, folders } = await health();
  expect(disk.freeBytes).toBeGreaterThan(0);
  expect(disk.totalBytes).toBeGreaterThan(disk.freeBytes);
  expect(database.bytes).toBeGreaterThan(1_000_000);
  expect(database.version).toMatch(/^1[5-9]/);
  expect(folders).toContainEqual({ name: 'originals', files: 1, bytes: 1234 });
});

test('a folder counts what lies in it, however deep, and follows no links', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'telloom-measure-'));
  await mkdir(join(dir, 'small'));
  await mkdir(join(dir, 'large', 'deep'), { recursive: true });
  await writeFile(join(dir, 'beside'), 'not in a folder');
  await writeFile(join(dir, 'large', 'a'), 'aaaa');
  await writeFile(join(dir, 'large', 'deep', 'b'), 'bb');
  await symlink(join(dir, 'large'), join(dir, 'small', 'link'));
  expect(await measureFolders(dir)).toEqual([
    { name: 'large', files: 2, bytes: 6 },
    { name: 'small', files: 0, bytes: 0 },
  ]);
  await rm(dir, { recursive: true });
});

test('what a storyteller has sent is counted, and who sent most comes first', async () => {
  const [little, much] = [
    await server.member(newEmail('little'), 'Little'),
    await server.member(newEmail('much'), 'Much'),
  ];
  for (const [person, bytes] of [
    [little, 1000],
    [much, 5_000_000_000],
  ] as const) {
    const { sharerId } = (await person.post('/me/sharer')).body;
    await server.owner.query(
      `with video as (insert into public."Video" ("profileSharerId") values ($1) returning id)
       insert into private.upload ("videoId", kind, "contentType", bytes)
       select id, 'video', 'video/webm', $2 from video`,
      [sharerId, bytes],
    );
  }
  const { sharers } = await health();
  expect(sharers).toEqual([
    { id: expect.any(String), name: 'Much', recordings: 1, attachments: 0, bytes: 5_000_000_000 },
    { id: expect.any(String), name: 'Little', recordings: 1, attachments: 0, bytes: 1000 },
  ]);
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
