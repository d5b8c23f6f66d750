import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { attachmentPlaces } from './places.ts';
import { type Family, makeFamily } from './testing/family.ts';
import { makePhoto, makePngBomb } from './testing/files.ts';

let server: TestServer;
let family: Family;
let photo: Buffer;

beforeAll(async () => {
  server = await startTestServer();
  [family, photo] = await Promise.all([makeFamily(server), makePhoto()]);
});
afterAll(() => server.stop());

const put = (browser: Browser, body: Buffer, type = 'image/jpeg') =>
  browser.fetch('/api/v1/me/avatar', {
    method: 'PUT',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  });

test('a picture of oneself is set, seen by everybody, replaced and taken away', async () => {
  const { rosa, anna, anonymous } = family;
  const first = (await put(rosa, photo, 'text/html')).body.avatarUrl;
  const seen = await anonymous.fetch(first);
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect((await rosa.get('/me')).body.avatarUrl).toBe(first);
  const second = (await put(rosa, photo)).body.avatarUrl;
  expect((await anonymous.fetch(first)).status).toBe(404);
  expect((await anna.get('/following')).body.items[0].avatarUrl).toBe(second);
  const { id } = (await rosa.get('/me')).body;
  const { rows } = await server.owner.query(
    `select name from storage.objects where bucket_id = 'avatars'`,
  );
  expect(rows).toEqual([{ name: second.replace('/media/avatars/', '') }]);
  expect((await rosa.delete('/me/avatar')).status).toBe(204);
  expect((await rosa.get('/me')).body.avatarUrl).toBeNull();
  expect((await anonymous.fetch(second)).status).toBe(404);
  expect(readdirSync(join(attachmentPlaces(server.dataDir).avatars, id))).toEqual([]);
  expect((await rosa.delete('/me/avatar')).status).toBe(204);
});

test.each([
  ['a page', () => Buffer.from('<!doctype html><script>1</script>'), 415],
  ['a letter', () => Buffer.from('Dear Anna'), 415],
  ['nothing', () => Buffer.alloc(0), 415],
  ['a picture that is huge in memory', () => makePngBomb(30_000), 415],
  ['more bytes than are taken', () => Buffer.alloc(21 * 1024 ** 2), 413],
])('%s is refused as a picture of oneself', async (_name, body, status) => {
  expect((await put(family.anna, body())).status).toBe(status);
  expect((await family.anna.get('/me')).body.avatarUrl).toBeNull();
});

test('a picture of nobody is refused before it comes', async () => {
  const headers = { 'content-type': 'image/jpeg', 'content-length': 30 * 1024 ** 2 };
  const sending = request(`${server.url}/api/v1/me/avatar`, { method: 'PUT', headers });
  sending.flushHeaders();
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(401);
  sending.destroy();
});

test('nobody without a session sets a picture', async () => {
  expect((await put(family.anonymous, photo)).status).toBe(401);
  expect((await family.anonymous.fetch('/media/avatars/../keys/secret')).status).toBe(404);
  expect(existsSync(join(server.dataDir, 'avatars', 'undefined'))).toBe(false);
});

test('a picture goes with its person', async () => {
  const { keeper, anonymous } = family;
  const { avatarUrl } = (await put(keeper, photo)).body;
  const { id } = (await keeper.get('/me')).body;
  const sweep = async () => {
    await server.owner.query(`select graphile_worker.add_job('attachments.remove')`);
    await server.runJobs();
    const { rows } = await server.owner.query(
      `select name from storage.objects where bucket_id = 'avatars' and name like $1 || '/%'`,
      [id],
    );
    return [(await anonymous.fetch(avatarUrl)).status, rows.length];
  };
  expect(await sweep()).toEqual([200, 1]);
  await server.owner.query('delete from public."Profile" where id = $1', [id]);
  expect(await sweep()).toEqual([404, 0]);
  expect(existsSync(join(attachmentPlaces(server.dataDir).avatars, id))).toBe(false);
});
