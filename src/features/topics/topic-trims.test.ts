import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../server/testing-browser.ts';
import { said, startTrimWorld, type TrimWorld } from '../responses/testing.ts';
import { videoFiles } from '../videos/files.ts';

const topicId = randomUUID();
let world: TrimWorld;
let whole: string;
let uploadId: string;
let id: string;

beforeAll(async () => {
  world = await startTrimWorld();
  await world.server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Kitchen')`,
    [topicId],
  );
  ({ videoId: whole, uploadId } = await world.record({ topicId }));
  await world.write(whole);
  id = (await world.rosa.post('/topic-videos', { topicId, videoId: whole })).body.id;
  await world.server.runJobs();
  await world.server.owner.query(
    `update public."TopicVideo" set summary = 'She baked.', "summarySource" = 'person',
       "summaryLinks" = '[{ "text": "She baked.", "start": 3 }]' where id = $1`,
    [id],
  );
});
afterAll(() => world.stop());

const trim = (start: number, end: number, by: Browser = world.rosa) =>
  by.send('PUT', `/topic-videos/${id}/trim`, { start, end });
const state = async () => (await world.rosa.get(`/topic-videos/${id}/trim`)).body;
const shown = async () => (await world.anna.get(`/topic-videos/${id}`)).body;
const row = async () =>
  (
    await world.server.owner.query(
      `select t."muxAssetId" as asset, w.cues from public."TopicVideo" t
       left join public."TopicVideoTranscript" w on w."topicVideoId" = t.id where t.id = $1`,
      [id],
    )
  ).rows[0];

test('a topic video is shown as it was until its part is ready, and cut by its managers alone', async () => {
  const { videoId: part } = (await trim(2, 4.5)).body;
  expect(await state()).toMatchObject({
    start: 0,
    whole: { id: whole },
    waiting: { videoId: part, start: 2, end: 4.5, status: 'WAITING' },
  });
  expect((await trim(2, 4.5)).body, 'the same again gives the same').toEqual({ videoId: part });
  expect((await shown()).video.id).toBe(whole);
  expect((await world.anna.get(`/videos/${part}`)).status).toBe(404);
  for (const [browser, status] of [
    [world.anna, 403],
    [world.stranger, 404],
    [world.server.browser(), 401],
  ] as const) {
    expect((await trim(1, 3, browser)).status).toBe(status);
  }
  expect((await trim(4, 4.5)).status).toBe(422);
  expect((await state()).waiting.videoId).toBe(part);
});

test('then it shows the part with its words; the whole stays, and its file as it came', async () => {
  const part = (await state()).waiting.videoId;
  const before = (await shown()).video.playback.hls;
  await world.server.runJobs();
  const bread = { start: 0.7, end: 1.8, text: 'My mother baked bread.' };
  expect(await shown()).toMatchObject({
    status: 'READY',
    summary: 'She baked.',
    summaryLinks: [{ text: 'She baked.', start: 1 }],
    video: { id: part, transcript: { cues: [bread], isChecked: true } },
  });
  expect(Math.abs((await shown()).duration - 2.5)).toBeLessThanOrEqual(0.1);
  expect(await row()).toEqual({ asset: `local-${part}`, cues: [bread] });
  expect((await world.anna.fetch(before)).status).toBe(404);
  const { items } = (await world.rosa.get(`/topic-videos/${id}/tellings`)).body;
  expect(items).toMatchObject([{ videoId: whole, isTrimmed: false }]);
  const original = readFileSync(videoFiles(world.server.dataDir).original(uploadId));
  expect(original.equals(world.film)).toBe(true);
});

test('a copy that is kept of it is of the part', async () => {
  const copy = (await world.anna.post('/downloads', { topicVideoId: id, quality: 'high' })).body.id;
  await world.server.runJobs();
  const { url } = (await world.anna.get(`/downloads/${copy}/address`)).body;
  const { headers } = await world.anna.fetch(url, { method: 'HEAD' });
  const folder = videoFiles(world.server.dataDir).playable((await shown()).video.id);
  expect(Number(headers.get('content-length'))).toBe(statSync(join(folder, 'highest.mp4')).size);
});

test('a part that could not be made leaves it as it was, and all of it comes back at once', async () => {
  const part = (await shown()).video.id;
  const failed = (await trim(1, 4)).body.videoId;
  await world.server.owner.query('select public.handle_mux_webhook($1)', [
    JSON.stringify({
      type: 'video.asset.errored',
      data: { passthrough: failed, errors: { messages: ['No.'] } },
    }),
  ]);
  expect((await state()).waiting).toMatchObject({ status: 'ERRORED', errorMessage: 'No.' });
  expect((await shown()).video.id).toBe(part);
  const { duration } = (await state()).whole;
  expect((await trim(0, duration)).body.videoId).toBe(whole);
  expect(await state()).toMatchObject({ start: 0, end: duration, waiting: null });
  expect((await shown()).video.transcript.cues).toEqual(said);
  expect((await world.rosa.get(`/videos/${failed}`)).status).toBe(404);
});

test('told anew, nothing waits any more; and all of it goes with the topic video', async () => {
  const waiting = (await trim(1, 3)).body.videoId;
  const { videoId: anew } = await world.record({ topicId });
  expect((await world.rosa.post('/topic-videos', { topicId, videoId: anew })).body.id).toBe(id);
  expect((await world.rosa.get(`/videos/${waiting}`)).status).toBe(404);
  expect((await trim(1, 3)).status, 'it does not play yet').toBe(409);
  expect((await world.rosa.delete(`/topic-videos/${id}`)).status).toBe(204);
  const { rows } = await world.server.owner.query('select id from public."Video"');
  expect(rows).toEqual([]);
});
