import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { patch } from '../recording/testing.ts';
import { probe } from '../videos/local-host/probe.ts';
import { type Clips, H264, makeClips, picture, tone } from '../videos/local-host/testing/clips.ts';
import { type Circle, makeCircle } from './testing.ts';

let server: TestServer;
let circle: Circle;
let clips: Clips;
let film: Buffer;
let videoId: string;
beforeAll(async () => {
  [server, clips] = await Promise.all([startTestServer(), makeClips()]);
  circle = await makeCircle(server);
  const { rosa, promptId } = circle;
  film = readFileSync(
    await clips.make('film.mov', ...picture('64x64', 10, 1), ...tone(1), ...H264),
  );
  const start = { promptId, kind: 'video', contentType: 'video/quicktime' };
  const begun = (await rosa.post('/recordings', start)).body;
  videoId = begun.videoId;
  expect((await patch(rosa, begun.uploadUrl, 0, film, film.length)).status).toBe(204);
  await server.runJobs();
  await rosa.post('/responses', { promptId, videoId, privacyLevel: 'Public' });
}, 120_000);
afterAll(async () => {
  await clips.remove();
  await server.stop();
});

async function fetched(browser: Browser, quality: string) {
  const { id } = (await browser.post('/downloads', { videoId, quality })).body;
  await server.runJobs();
  const { url } = (await browser.get(`/downloads/${id}/address`)).body;
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(server.url + url, { headers: { cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { status, bytes: promised } = (await browser.get(`/downloads/${id}`)).body;
  expect(['ready', 'completed']).toContain(status);
  expect(bytes.length).toBe(promised);
  return { bytes, name: answer.headers.get('content-disposition') };
}

async function holds(bytes: Buffer) {
  const file = join(clips.dir, randomUUID());
  writeFileSync(file, bytes);
  const found = await probe(clips.tools, file);
  return { picture: found.picture !== null, sound: found.sound !== null };
}

test('a listener keeps the film, and its sound alone', async () => {
  const best = await fetched(circle.anna, 'high');
  expect(best.name).toMatch(/\.mp4$/);
  expect(await holds(best.bytes)).toEqual({ picture: true, sound: true });
  const sound = await fetched(circle.anna, 'audio');
  expect(sound.name).toMatch(/\.m4a$/);
  expect(await holds(sound.bytes)).toEqual({ picture: false, sound: true });
});

test('the storyteller and the keeper have it as it came', async () => {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  for (const browser of [circle.rosa, circle.keeper]) {
    const { bytes, name } = await fetched(browser, 'original');
    expect(hash(bytes)).toBe(hash(film));
    expect(name).toMatch(/\.mov$/);
  }
});

test('a file that was never made is made for the first who asks', async () => {
  const { keeper } = circle;
  await server.owner.query(`update public."Video" set "downloadFile" = null where id = $1`, [
    videoId,
  ]);
  const { id } = (await keeper.post('/downloads', { videoId, quality: 'high' })).body;
  await server.runJobs();
  expect((await keeper.get(`/downloads/${id}`)).body.status).toBe('ready');
});
