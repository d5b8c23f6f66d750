import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { patch } from '../recording/testing.ts';
import { videoFiles } from '../videos/files.ts';
import { run } from '../videos/local-host/run.ts';
import { type Clips, H264, makeClips, picture, tone } from '../videos/local-host/testing/clips.ts';
import { tool } from '../videos/local-host/testing/hls.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const said = [
  { start: 0.2, end: 1.3, text: 'Is it recording?' },
  { start: 1.5, end: 2.6, text: 'A secret of hers.' },
  { start: 2.7, end: 3.8, text: 'My mother baked bread.' },
  { start: 4.9, end: 5.8, text: 'How do I stop this?' },
];

let clips: Clips;
let film: Buffer;
let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
beforeAll(async () => {
  clips = await makeClips();
  film = readFileSync(
    await clips.make('film.mp4', ...picture('64x64', 10, 6), ...tone(6), ...H264),
  );
  server = await startTestServer();
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  const email = newEmail('anna');
  anna = await server.member(email, 'Anna');
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
  stranger = await server.member(newEmail('sam'), 'Sam');
});
afterAll(async () => {
  await clips.remove();
  await server.stop();
});

/** A recording that has arrived whole, and the question that it answers. */
async function record(promptId: string, file = film) {
  const start = { promptId, kind: 'video', contentType: 'video/mp4' };
  const { videoId, uploadUrl, uploadId } = (await rosa.post('/recordings', start)).body;
  expect((await patch(rosa, uploadUrl, 0, file, file.length)).status).toBe(204);
  return { videoId, uploadId };
}

async function ask(): Promise<string> {
  const promptId = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'What?')`, [
    promptId,
  ]);
  return promptId;
}

/** A story that everybody may watch, with words that its teller has gone through. */
async function tell() {
  const promptId = await ask();
  const { videoId: whole, uploadId } = await record(promptId);
  await server.owner.query(
    `insert into public."VideoTranscript" ("videoId", cues, language, source, "isChecked")
     values ($1, $2, 'en', 'person', true)`,
    [whole, JSON.stringify(said)],
  );
  const told = { promptId, videoId: whole, privacyLevel: 'Public' };
  const story = (await rosa.post('/responses', told)).body.id as string;
  await server.runJobs();
  return { story, whole, promptId, uploadId };
}

const trim = (story: string, start: number, end: number, browser = rosa) =>
  browser.send('PUT', `/responses/${story}/trim`, { start, end });
const stateOf = async (story: string) => (await rosa.get(`/responses/${story}/trim`)).body;
const shownTo = async (browser: Browser, story: string) =>
  (await browser.get(`/responses/${story}`)).body;
const found = async (browser: Browser, word: string, story: string) =>
  (await browser.get(`/search?q=${word}`)).body.items.some(
    (item: { story: { id: string } }) => item.story.id === story,
  );
const waitingFor = async (story: string) =>
  (
    await server.owner.query<{ videoId: string }>(
      'select "videoId" from public."TrimmedVideo" where "promptResponseId" = $1',
      [story],
    )
  ).rows.map(({ videoId }) => videoId);
const summarise = (story: string, source: string, start: number) =>
  server.owner.query(
    `update public."PromptResponse" set summary = 'She baked.', "summarySource" = $2,
       "summaryLinks" = $3 where id = $1`,
    [story, source, JSON.stringify([{ text: 'She baked.', start }])],
  );
const madeOf = (video: string, file: string) =>
  join(videoFiles(server.dataDir).playable(video), file);
const secondsOf = async (file: string) =>
  Number(/duration=([\d.]+)/.exec(await tool(clips.tools.ffprobe, ['-show_format', file]))?.[1]);

describe('a story that loses its beginning and its end', () => {
  let told: Awaited<ReturnType<typeof tell>>;
  let part: string;
  beforeAll(async () => {
    told = await tell();
    await summarise(told.story, 'extract', 1.5);
  });

  test('shows what it showed until the part is ready', async () => {
    const asked = await trim(told.story, 2, 4.5);
    expect(asked.status).toBe(200);
    part = asked.body.videoId;
    expect(await stateOf(told.story)).toMatchObject({
      start: 0,
      whole: { id: told.whole, status: 'READY' },
      waiting: { videoId: part, start: 2, end: 4.5, status: 'WAITING' },
    });
    expect((await shownTo(anna, told.story)).videoId).toBe(told.whole);
    expect((await anna.get(`/videos/${part}`)).status).toBe(404);
    expect((await anna.get(`/responses/${told.story}/trim`)).status).toBe(403);
    expect((await stranger.get(`/responses/${told.story}/trim`)).status).toBe(404);
    // nothing else can be made of it
    const elsewhere = { promptId: told.promptId, videoId: part };
    expect((await rosa.post('/responses', elsewhere)).status).toBe(409);
  });

  test('asked for twice at once it is made once, and another choice takes its place', async () => {
    const twice = await Promise.all([trim(told.story, 2, 4.5), trim(told.story, 2, 4.5)]);
    expect(twice.map(({ body }) => body.videoId)).toEqual([part, part]);
    const other = (await trim(told.story, 1, 4.5)).body.videoId;
    expect(await waitingFor(told.story)).toEqual([other]);
    expect((await rosa.get(`/videos/${part}`)).status).toBe(404);
    part = (await trim(told.story, 2, 4.5)).body.videoId;
  });

  test('what was cut away reaches no listener by any way', async () => {
    const before = (await shownTo(anna, told.story)).video.playback;
    await server.runJobs();
    const { videoId, video, duration, summary, summaryLinks } = await shownTo(anna, told.story);
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
      expect([address, (await anna.fetch(address)).status]).toEqual([address, 200]);
    }
    expect((await anna.fetch(captions)).body).not.toMatch(/secret|recording|stop/);
    for (const file of ['highest.mp4', 'audio.m4a']) {
      expect(Math.abs((await secondsOf(madeOf(part, file))) - 2.5)).toBeLessThanOrEqual(0.1);
    }
    expect(readFileSync(madeOf(part, 'storyboard.vtt'), 'utf8')).not.toMatch(/00:0[3-9]/);
    expect((await anna.fetch(before.hls)).status).toBe(404);
    expect((await anna.get(`/videos/${told.whole}`)).status).toBe(404);
    expect(await found(anna, 'bread', told.story)).toBe(true);
    for (const browser of [anna, rosa]) {
      expect(await found(browser, 'secret', told.story)).toBe(false);
    }
  });

  test('its original is as it came, and its whole is an earlier telling', async () => {
    const original = readFileSync(videoFiles(server.dataDir).original(told.uploadId));
    expect(sha256(original)).toBe(sha256(film));
    const { items } = (await rosa.get(`/responses/${told.story}/tellings`)).body;
    expect(items).toMatchObject([{ videoId: told.whole, isTrimmed: false }]);
    expect(await stateOf(told.story)).toMatchObject({ start: 2, end: 4.5, waiting: null });
    expect((await trim(told.story, 2, 4.5)).body.videoId, 'nothing is made again').toBe(part);
  });

  test('trimmed again it begins with the whole, and with the words as they were mended', async () => {
    const { body: now } = await rosa.get(`/transcripts/${part}`);
    const mended = { ...now.cues[0], text: 'My mother Ana baked bread.' };
    const change = { cues: [mended], language: 'en', isChecked: true };
    const saved = await rosa.fetch(`/api/v1/transcripts/${part}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${now.version}"` },
      body: JSON.stringify(change),
    });
    expect(saved.status).toBe(200);
    await summarise(told.story, 'person', 0.7);
    const wider = (await trim(told.story, 0, 4.5)).body.videoId;
    await server.runJobs();
    const story = await shownTo(anna, told.story);
    expect(story.videoId).toBe(wider);
    expect(story.video.transcript.cues).toEqual([
      ...said.slice(0, 2),
      { ...said[2], text: mended.text },
    ]);
    expect(story.summaryLinks, 'they follow the seconds').toEqual([
      { text: 'She baked.', start: 2.7 },
    ]);
    expect(sha256(readFileSync(videoFiles(server.dataDir).original(told.uploadId)))).toBe(
      sha256(film),
    );
  });

  test('all of it comes back at once, and the last choice holds', async () => {
    await trim(told.story, 1, 3);
    const back = { videoId: told.whole };
    expect((await rosa.send('PUT', `/responses/${told.story}/recording`, back)).status).toBe(200);
    expect(await waitingFor(told.story)).toEqual([]);
    const { whole } = await stateOf(told.story);
    await trim(told.story, 2, 4.5);
    expect((await trim(told.story, 0, whole.duration)).body.videoId).toBe(told.whole);
    await server.runJobs();
    expect(await stateOf(told.story)).toMatchObject({
      start: 0,
      end: whole.duration,
      waiting: null,
    });
    expect((await shownTo(anna, told.story)).video.transcript.cues).toEqual(said);
  });

  test('all of it goes with its story, and the files a week later', async () => {
    const waiting = (await trim(told.story, 2, 3)).body.videoId;
    expect((await rosa.delete(`/responses/${told.story}`)).status).toBe(204);
    const { rows } = await server.owner.query('select id from public."Video" where id = any ($1)', [
      [told.whole, part, waiting],
    ]);
    expect(rows).toEqual([]);
    expect(existsSync(madeOf(part, 'highest.mp4'))).toBe(true);
    await server.owner.query(
      `update private.removed_upload set "removedAt" = now() - interval '8 days';
       update private.removed_part set "removedAt" = now() - interval '8 days';
       select graphile_worker.add_job('recording.remove')`,
    );
    await server.runJobs();
    expect(existsSync(madeOf(part, 'highest.mp4'))).toBe(false);
    expect(existsSync(videoFiles(server.dataDir).original(told.uploadId))).toBe(false);
  });
});

test('words without times are not carried over: the machine listens to the part alone', async () => {
  const text = 'My grandmother was born near the river. And her mother baked bread every morning.';
  const sound = join(clips.dir, 'said.wav');
  await run('text2wave', [await clips.write('said.txt', text), '-o', sound], { timeoutMs: 60_000 });
  const promptId = await ask();
  const { videoId } = await record(promptId, readFileSync(sound));
  await server.owner.query(
    `insert into public."VideoTranscript" ("videoId", transcript, source) values ($1, $2, 'person')`,
    [videoId, text],
  );
  const { id } = (await rosa.post('/responses', { promptId, videoId })).body;
  await server.runJobs();
  const { whole } = await stateOf(id);
  await trim(id, whole.duration * 0.55, whole.duration);
  await server.runJobs();
  const { transcript, transcriptPending } = (await shownTo(rosa, id)).video;
  expect([transcript.source, transcriptPending]).toEqual(['pocketsphinx', false]);
  expect(transcript.text).toMatch(/bread every morning/);
  expect(transcript.text).not.toMatch(/grandmother|born/);
});

describe('what is refused, and what goes wrong', () => {
  let told: Awaited<ReturnType<typeof tell>>;
  beforeAll(async () => {
    told = await tell();
  });

  test.each([
    ['less than a second', 2, 2.9],
    ['the end before the beginning', 4, 2],
    ['before the beginning', -1, 3],
    ['after the end', 2, 6.5],
    ['beyond all numbers', 0, 1e300],
    ['words', 'a', 'b'],
    ['nothing', null, null],
  ])('%s', async (_what, start, end) => {
    const answer = await rosa.send('PUT', `/responses/${told.story}/trim`, { start, end });
    expect(answer.status).toBe(422);
    expect(await waitingFor(told.story)).toEqual([]);
  });

  test('another person’s story, and one without a recording that plays', async () => {
    for (const [browser, status] of [
      [anna, 403],
      [stranger, 404],
      [server.browser(), 401],
    ] as const) {
      expect((await trim(told.story, 2, 4, browser)).status).toBe(status);
    }
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into public."PromptResponse" ("profileSharerId")
       select "profileSharerId" from public."PromptResponse" where id = $1 returning id`,
      [told.story],
    );
    expect((await trim(rows[0]?.id ?? '', 2, 4)).status).toBe(409);
    const { videoId } = await record(told.promptId);
    await rosa.send('PUT', `/responses/${told.story}/recording`, { videoId });
    expect((await trim(told.story, 2, 4)).status).toBe(409);
    await rosa.send('PUT', `/responses/${told.story}/recording`, { videoId: told.whole });
  });

  test('a part that could not be made leaves the story as it was, and is tried anew', async () => {
    const failed = (await trim(told.story, 2, 4)).body.videoId;
    await server.owner.query('select public.handle_mux_webhook($1)', [
      JSON.stringify({
        type: 'video.asset.errored',
        data: { passthrough: failed, errors: { messages: ['No.'] } },
      }),
    ]);
    expect((await stateOf(told.story)).waiting).toMatchObject({
      videoId: failed,
      status: 'ERRORED',
      errorMessage: 'No.',
    });
    expect((await shownTo(anna, told.story)).videoId).toBe(told.whole);
    const again = (await trim(told.story, 2, 4)).body.videoId;
    expect(again).not.toBe(failed);
    expect((await rosa.delete(`/videos/${again}`)).status, 'and may be taken back').toBe(204);
    expect((await stateOf(told.story)).waiting).toBeNull();
  });

  test('the whole stays while there is a part of it, whoever deletes', async () => {
    await trim(told.story, 2, 4);
    await server.runJobs();
    const remove = server.owner.query('delete from public."Video" where id = $1', [told.whole]);
    await expect(remove).rejects.toMatchObject({ code: '23503' });
    expect((await rosa.delete(`/videos/${told.whole}`)).status).toBe(409);
  });

  test('a subscription that has ended keeps nobody from it', async () => {
    await server.owner.query('select private.set_payments(true)');
    const anew = { promptId: told.promptId, kind: 'video', contentType: 'video/mp4' };
    expect((await rosa.post('/recordings', anew)).status).toBe(403);
    expect((await trim(told.story, 1, 4)).status).toBe(200);
    await server.owner.query('select private.set_payments(false)');
  });
});
