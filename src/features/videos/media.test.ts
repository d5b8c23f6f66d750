import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { videoFiles } from './files.ts';

const bytes = randomBytes(1000);
/** More than is sent at once. */
const many = randomBytes(1_500_000).toString('hex');
let server: TestServer;
let rosa: Browser;
let base: string;
const segment = () => `${base}480p/seg_00000.m4s`;
const ask = (headers: Record<string, string>, method = 'GET') =>
  rosa.fetch(segment(), { method, headers });

beforeAll(async () => {
  server = await startTestServer();
  const question = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    question,
  ]);
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  const start = { promptId: question, kind: 'video', contentType: 'video/webm' };
  const { videoId } = (await rosa.post('/recordings', start)).body;
  const folder = videoFiles(server.dataDir).playable(videoId);
  mkdirSync(join(folder, '480p'), { recursive: true });
  writeFileSync(join(folder, 'master.m3u8'), '#EXTM3U\n');
  writeFileSync(join(folder, '480p/seg_00000.m4s'), bytes);
  writeFileSync(join(folder, 'highest.mp4'), many);
  await server.owner.query(
    `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8' where id = $1`,
    [videoId],
  );
  const { playback } = (await rosa.get(`/videos/${videoId}`)).body;
  base = playback.hls.replace('master.m3u8', '');
});
afterAll(() => server.stop());

test('what never changes may be kept by the browser that may see it; playlists are asked for', async () => {
  const piece = await ask({});
  expect(piece.headers.get('cache-control')).toBe('private, max-age=3600, immutable');
  expect(piece.headers.get('accept-ranges')).toBe('bytes');
  const list = await rosa.fetch(`${base}master.m3u8`);
  expect(list.headers.get('cache-control')).toBe('private, no-cache');
  for (const [path, answer] of [
    [segment(), piece],
    [`${base}master.m3u8`, list],
  ] as const) {
    const tag = answer.headers.get('etag') ?? '';
    // As browsers ask again; without the second, fetch adds a refusal of everything kept.
    const headers = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    const again = await rosa.fetch(path, { headers });
    expect([path, again.status]).toEqual([path, 304]);
  }
});

test.each([
  ['bytes=0-99', 206, 'bytes 0-99/1000', 100],
  ['bytes=0-', 206, 'bytes 0-999/1000', 1000],
  ['bytes=900-', 206, 'bytes 900-999/1000', 100],
  ['bytes=-1', 206, 'bytes 999-999/1000', 1],
  ['bytes=1000-', 416, 'bytes */1000', null],
])('a range of %s is answered with %i', async (range, status, contentRange, length) => {
  const answer = await ask({ range });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
  if (length !== null) expect(answer.headers.get('content-length')).toBe(String(length));
});

test('large pieces arrive whole too', async () => {
  const address = `${base}highest.mp4`;
  const whole = await rosa.fetch(address);
  expect(whole.body === many).toBe(true);
  const piece = await rosa.fetch(address, { headers: { range: 'bytes=500000-2499999' } });
  expect(piece.body === many.slice(500_000, 2_500_000)).toBe(true);
});

test('somebody who goes away in the middle takes the file from nobody', async () => {
  const address = `${base}highest.mp4`;
  const cookie = [...rosa.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const all = Array.from({ length: 12 }, async (_, index) => {
    if (index % 2 === 0) return (await rosa.fetch(address)).body === many;
    const left = await fetch(rosa.server + address, { headers: { cookie } });
    await left.body?.cancel();
    return left.status === 200;
  });
  expect(await Promise.all(all)).toEqual(all.map(() => true));
});

test('a range of another version is not mixed in: the whole comes instead', async () => {
  const etag = (await ask({})).headers.get('etag') ?? '';
  const range = 'bytes=0-9';
  expect((await ask({ range, 'if-range': etag })).status).toBe(206);
  expect((await ask({ range, 'if-range': '"another"' })).status).toBe(200);
});

test('HEAD tells the same without the bytes', async () => {
  const answer = await ask({}, 'HEAD');
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '1000']);
});
