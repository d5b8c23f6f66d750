import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { adminOf } from '../curating/testing.ts';
import { measureFolders } from './disk.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
});
afterAll(() => server.stop());

const storage = async () => (await admin.get('/admin/storage')).body;

test('folders and buckets are measured', async () => {
  await mkdir(join(server.dataDir, 'originals', 'one'), { recursive: true });
  await writeFile(join(server.dataDir, 'originals', 'one', 'data'), 'x'.repeat(1234));
  await server.owner.query(
    `insert into storage.objects (bucket_id, name, metadata)
     values ('avatars', 'a/1', '{"size": 700}'), ('avatars', 'a/2', '{"size": 50}'), ('avatars', 'a/3', null)`,
  );
  const { folders, buckets } = await storage();
  expect(folders).toContainEqual({ name: 'originals', files: 1, bytes: 1234 });
  expect(buckets).toEqual([
    { name: 'attachments', files: 0, bytes: 0 },
    { name: 'avatars', files: 3, bytes: 750 },
    { name: 'exports', files: 0, bytes: 0 },
    { name: 'videos', files: 0, bytes: 0 },
  ]);
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
  const { sharers } = await storage();
  expect(sharers).toEqual([
    {
      id: expect.any(String),
      profileId: expect.any(String),
      name: 'Much',
      recordings: 1,
      attachments: 0,
      bytes: 5_000_000_000,
    },
    {
      id: expect.any(String),
      profileId: expect.any(String),
      name: 'Little',
      recordings: 1,
      attachments: 0,
      bytes: 1000,
    },
  ]);
});

test('what lost its story is counted until it is cleared away', async () => {
  expect((await storage()).leftovers).toEqual({ recordings: 0, attachments: 0, atMux: 0 });
  await server.owner.query('delete from public."Video"');
  expect((await storage()).leftovers).toMatchObject({ recordings: 2, attachments: 0 });
});

test('it is for admins', async () => {
  const person = await server.member(newEmail('person'));
  expect((await person.get('/admin/storage')).status).toBe(404);
  expect((await server.browser().get('/admin/storage')).status).toBe(401);
});
