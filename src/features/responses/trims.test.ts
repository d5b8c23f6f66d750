import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../server/testing-browser.ts';
import { videoFiles } from '../videos/files.ts';
import { run } from '../videos/local-host/run.ts';
import { tool } from '../videos/local-host/testing/hls.ts';
import { said, startTrimWorld, type ToldStory, type TrimWorld } from './testing.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let world: TrimWorld;
beforeAll(async () => {
  world = await startTrimWorld();
});
afterAll(() => world.stop());

const found = async (browser: Browser, word: string, story: string) =>
  (await browser.get(`/search?q=${word}`)).body.items.some(
    (item: { story: { id: string } }) => item.story.id === story,
  );
const summarise = (story: string, source: string, start: number) =>
  world.server.owner.query(
    `update public."PromptResponse" set summary = 'She baked.', "summarySource" = $2,
       "summaryLinks" = $3 where id = $1`,
    [story, source, JSON.stringify([{ text: 'She baked.', start }])],
  );
const madeOf = (video: string, file: string) =>
  join(videoFiles(world.server.dataDir).playable(video), file);
const secondsOf = async (file: string) =>
  Number(
    /duration=([\d.]+)/.exec(await tool(world.clips.tools.ffprobe, ['-show_format', file]))?.[1],
  );

describe('a story that loses its beginning and its end', () => {
  let told: ToldStory;
  let part: string;
  beforeAll(async () => {
    told = await world.tell();
    await summarise(told.story, 'extract', 1.5);
  });

  test('shows what it showed until the part is ready', async () => {
    const asked = await world.trim(told.story, 2, 4.5);
    expect(asked.status).toBe(200);
    part = asked.body.videoId;
    expect(await world.stateOf(told.story)).toMatchObject({
      start: 0,
      whole: { id: told.whole, status: 'READY' },
      waiting: { videoId: part, start: 2, end: 4.5, status: 'WAITING' },
    });
    expect((await world.shownTo(world.anna, told.story)).videoId).toBe(told.whole);
    expect((await world.anna.get(`/videos/${part}`)).status).toBe(404);
    expect((await world.anna.get(`/responses/${told.story}/trim`)).status).toBe(403);
    expect((await world.stranger.get(`/responses/${told.story}/trim`)).status).toBe(404);
    // nothing else can be made of it
    const elsewhere = { promptId: told.promptId, videoId: part };
    expect((await world.rosa.post('/responses', elsewhere)).status).toBe(409);
  });

  test('asked for twice at once it is made once, and another choice takes its place', async () => {
    const twice = await Promise.all([
      world.trim(told.story, 2, 4.5),
      world.trim(told.story, 2, 4.5),
    ]);
    expect(twice.map(({ body }) => body.videoId)).toEqual([part, part]);
    const other = (await world.trim(told.story, 1, 4.5)).body.videoId;
    expect(await world.waitingFor(told.story)).toEqual([other]);
    expect((await world.rosa.get(`/videos/${part}`)).status).toBe(404);
    part = (await world.trim(told.story, 2, 4.5)).body.videoId;
  });

  test('what was cut away reaches no listener by any way', async () => {
    const before = (await world.shownTo(world.anna, told.story)).video.playback;
    await world.server.runJobs();
    const { videoId, video, duration, summary, summaryLinks } = await world.shownTo(
      world.anna,
      told.story,
    );
    expect(videoId).toBe(part);
    expect(Math.abs(duration - 2.5)).toBeLessThanOrEqual(0.1);
    expect(video.transcript).toMatchObject({
      cues: [{ start: 0.7, end: 1.8, text: 'My mother baked bread.' }],
      text: 'My mother baked bread.',
      isChecked: true,
      source: 'person',
    });
    expect(JSON.stringify([summary, summaryLinks])).not.toContain('She');
    const { hls, captions, storyboard, download, original } = video.playback;
    expect(original).toBeNull();
    for (const address of [hls, captions, storyboard, download]) {
      expect([address, (await world.anna.fetch(address)).status]).toEqual([address, 200]);
    }
    expect((await world.anna.fetch(captions)).body).not.toMatch(/secret|recording|stop/);
    for (const file of ['highest.mp4', 'audio.m4a']) {
      expect(Math.abs((await secondsOf(madeOf(part, file))) - 2.5)).toBeLessThanOrEqual(0.1);
    }
    expect(readFileSync(madeOf(part, 'storyboard.vtt'), 'utf8')).not.toMatch(/00:0[3-9]/);
    expect((await world.anna.fetch(before.hls)).status).toBe(404);
    expect((await world.anna.get(`/videos/${told.whole}`)).status).toBe(404);
    expect(await found(world.anna, 'bread', told.story)).toBe(true);
    for (const browser of [world.anna, world.rosa]) {
      expect(await found(browser, 'secret', told.story)).toBe(false);
    }
  });

  test('its original is as it came, and its whole is an earlier telling', async () => {
    const original = readFileSync(videoFiles(world.server.dataDir).original(told.uploadId));
    expect(sha256(original)).toBe(sha256(world.film));
    const { items } = (await world.rosa.get(`/responses/${told.story}/tellings`)).body;
    expect(items).toMatchObject([{ videoId: told.whole, isTrimmed: false }]);
    expect(await world.stateOf(told.story)).toMatchObject({ start: 2, end: 4.5, waiting: null });
    expect((await world.trim(told.story, 2, 4.5)).body.videoId, 'nothing is made again').toBe(part);
  });

  test('trimmed again it begins with the whole, and with the words as they were mended', async () => {
    const { body: now } = await world.rosa.get(`/transcripts/${part}`);
    const mended = { ...now.cues[0], text: 'My mother Ana baked bread.' };
    const change = { cues: [mended], language: 'en', isChecked: true };
    const saved = await world.rosa.fetch(`/api/v1/transcripts/${part}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${now.version}"` },
      body: JSON.stringify(change),
    });
    expect(saved.status).toBe(200);
    await summarise(told.story, 'person', 0.7);
    const wider = (await world.trim(told.story, 0, 4.5)).body.videoId;
    await world.server.runJobs();
    const story = await world.shownTo(world.anna, told.story);
    expect(story.videoId).toBe(wider);
    expect(story.video.transcript.cues).toEqual([
      ...said.slice(0, 2),
      { ...said[2], text: mended.text },
    ]);
    expect(story.summaryLinks, 'they follow the seconds').toEqual([
      { text: 'She baked.', start: 2.7 },
    ]);
    expect(sha256(readFileSync(videoFiles(world.server.dataDir).original(told.uploadId)))).toBe(
      sha256(world.film),
    );
  });

  test('all of it comes back at once, and the last choice holds', async () => {
    await world.trim(told.story, 1, 3);
    const back = { videoId: told.whole };
    expect((await world.rosa.send('PUT', `/responses/${told.story}/recording`, back)).status).toBe(
      200,
    );
    expect(await world.waitingFor(told.story)).toEqual([]);
    const { whole } = await world.stateOf(told.story);
    await world.trim(told.story, 2, 4.5);
    expect((await world.trim(told.story, 0, whole.duration)).body.videoId).toBe(told.whole);
    await world.server.runJobs();
    expect(await world.stateOf(told.story)).toMatchObject({
      start: 0,
      end: whole.duration,
      waiting: null,
    });
    expect((await world.shownTo(world.anna, told.story)).video.transcript.cues).toEqual(said);
  });

  test('all of it goes with its story, and the files a week later', async () => {
    const waiting = (await world.trim(told.story, 2, 3)).body.videoId;
    expect((await world.rosa.delete(`/responses/${told.story}`)).status).toBe(204);
    const { rows } = await world.server.owner.query(
      'select id from public."Video" where id = any ($1)',
      [[told.whole, part, waiting]],
    );
    expect(rows).toEqual([]);
    expect(existsSync(madeOf(part, 'highest.mp4'))).toBe(true);
    await world.server.owner.query(
      `update private.removed_upload set "removedAt" = now() - interval '8 days';
       update private.removed_part set "removedAt" = now() - interval '8 days';
       select graphile_worker.add_job('recording.remove')`,
    );
    await world.server.runJobs();
    expect(existsSync(madeOf(part, 'highest.mp4'))).toBe(false);
    expect(existsSync(videoFiles(world.server.dataDir).original(told.uploadId))).toBe(false);
  });
});

test('words without times are not carried over: the machine listens to the part alone', async () => {
  const text = 'My grandmother was born near the river. And her mother baked bread every morning.';
  const sound = join(world.clips.dir, 'said.wav');
  await run('text2wave', [await world.clips.write('said.txt', text), '-o', sound], {
    timeoutMs: 60_000,
  });
  const promptId = await world.ask();
  const { videoId } = await world.record({ promptId }, readFileSync(sound));
  await world.server.owner.query(
    `insert into public."VideoTranscript" ("videoId", transcript, source) values ($1, $2, 'person')`,
    [videoId, text],
  );
  const { id } = (await world.rosa.post('/responses', { promptId, videoId })).body;
  await world.server.runJobs();
  const { whole } = await world.stateOf(id);
  await world.trim(id, whole.duration * 0.55, whole.duration);
  await world.server.runJobs();
  const { transcript, transcriptPending } = (await world.shownTo(world.rosa, id)).video;
  expect([transcript.source, transcriptPending]).toEqual(['pocketsphinx', false]);
  expect(transcript.text).toMatch(/bread every morning/);
  expect(transcript.text).not.toMatch(/grandmother|born/);
});
