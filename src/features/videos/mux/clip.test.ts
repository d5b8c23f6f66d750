import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MuxSite, startMuxSite } from './testing/mux-site.ts';

const vtt = `WEBVTT

00:00.000 --> 00:04.000
Is it recording?

00:04.500 --> 00:06.000
A secret of hers.

00:06.500 --> 00:09.000
My mother baked bread.`;

let site: MuxSite;
let story: string;
let whole: string;
let wholeAsset: string;
beforeAll(async () => {
  site = await startMuxSite();
  whole = await site.record();
  await site.server.runJobs();
  wholeAsset = String(site.asset(whole)?.id);
  site.mux.makeReady(wholeAsset);
  site.mux.addCaptions(wholeAsset, vtt);
  await site.deliver();
  await site.server.runJobs();
  const { promptId } = await site.row(whole);
  story = (await site.rosa.post('/responses', { promptId, videoId: whole })).body.id;
});
afterAll(() => site.stop());
beforeEach(() => {
  site.mux.webhooks.length = 0;
});

const trim = async (start: number, end: number) => {
  const answer = await site.rosa.send('PUT', `/responses/${story}/trim`, { start, end });
  expect(answer.status).toBe(200);
  await site.server.runJobs();
  return answer.body.videoId as string;
};
const shown = async () => (await site.rosa.get(`/responses/${story}`)).body;

test('a part is cut at Mux, without the captions that are cut through', async () => {
  const part = await trim(5, 12.5);
  const asset = site.asset(part);
  expect(site.mux.clips.get(String(asset?.id))).toEqual({
    url: `mux://assets/${wholeAsset}`,
    start_time: 5,
    end_time: 12.5,
  });
  expect((await shown()).videoId).toBe(whole);
  site.mux.makeReady(String(asset?.id));
  expect(JSON.stringify(asset?.tracks)).toContain('text');
  await site.deliver();
  await site.server.runJobs();
  expect(await shown()).toMatchObject({
    videoId: part,
    duration: 7.5,
    video: { transcript: { cues: [{ start: 1.5, end: 4, text: 'My mother baked bread.' }] } },
  });
  expect(JSON.stringify(asset?.tracks)).not.toContain('text');
  const { hls, download, original } = (await shown()).video.playback;
  expect([(await fetch(hls)).status, (await fetch(download)).status, original]).toEqual([
    200,
    200,
    null,
  ]);
});

test('one that was withdrawn goes there too', async () => {
  const part = await trim(6, 12);
  const asset = String(site.asset(part)?.id);
  await trim(0, 23.857);
  expect((await shown()).videoId).toBe(whole);
  await site.server.runJobs();
  expect(site.mux.assets.has(asset)).toBe(false);
  expect(site.mux.assets.has(wholeAsset)).toBe(true);
});

test('where Mux does not do it, the story is as it was, and that is said', async () => {
  site.mux.failures.push({ status: 422 });
  await trim(7, 12);
  const { body } = await site.rosa.get(`/responses/${story}/trim`);
  expect(body.waiting).toMatchObject({
    status: 'ERRORED',
    errorMessage: 'The video host did not cut this recording.',
  });
  expect((await shown()).videoId).toBe(whole);
});

test('busy, it is asked again', async () => {
  site.mux.failures.push({ status: 503, headers: { 'retry-after-ms': '1' } });
  const part = await trim(8, 12);
  expect(site.asset(part)).toMatchObject({ source_asset_id: wholeAsset });
});

test('so with a topic video', async () => {
  const topicId = randomUUID();
  const { owner, runJobs } = site.server;
  await owner.query(`insert into public."PromptCategory" (id, category) values ($1, 'Kitchen')`, [
    topicId,
  ]);
  const videoId = await site.record({ topicId });
  await runJobs();
  site.mux.makeReady(String(site.asset(videoId)?.id));
  await site.deliver();
  const { id } = (await site.rosa.post('/topic-videos', { topicId, videoId })).body;
  const cut = await site.rosa.send('PUT', `/topic-videos/${id}/trim`, { start: 5, end: 12.5 });
  await runJobs();
  const asset = String(site.asset(cut.body.videoId)?.id);
  expect(site.mux.clips.get(asset)).toMatchObject({ start_time: 5, end_time: 12.5 });
  site.mux.makeReady(asset);
  await site.deliver();
  const { video, duration } = (await site.rosa.get(`/topic-videos/${id}`)).body;
  expect([video.id, duration]).toEqual([cut.body.videoId, 7.5]);
  const { id: copy } = (await site.rosa.post('/downloads', { topicVideoId: id, quality: 'high' }))
    .body;
  await runJobs();
  expect((await site.rosa.get(`/downloads/${copy}`)).body.status).toBe('ready');
});
