import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickAddJob } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Answer, Browser } from '../../server/testing-browser.ts';
import { videoFiles } from '../videos/files.ts';
import { head, patch } from './testing.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
let question: string;
let folder: string;
let film: Buffer;

const spoken = 'My mother baked bread in the kitchen every morning before school.';
/** How many of the eleven spoken words a text has. */
const heard = (text: string) =>
  (spoken.toLowerCase().match(/\w+/g) ?? []).filter((word) => text.toLowerCase().includes(word))
    .length;

async function start(key: string = randomUUID()): Promise<Answer['body']> {
  const answer = await rosa.fetch('/api/v1/recordings', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ promptId: question, kind: 'video', contentType: 'video/webm' }),
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

beforeAll(async () => {
  server = await startTestServer();
  folder = mkdtempSync(join(tmpdir(), 'telloom-film-'));
  const text = join(folder, 'said.txt');
  const speech = join(folder, 'said.wav');
  writeFileSync(text, spoken);
  execFileSync('text2wave', ['-o', speech, text]);
  const webm = join(folder, 'film.webm');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25'];
  const codecs = ['-c:v', 'libvpx', '-b:v', '600k', '-deadline', 'realtime', '-c:a', 'libopus'];
  execFileSync('ffmpeg', ['-v', 'error', ...picture, '-i', speech, '-shortest', ...codecs, webm]);
  film = readFileSync(webm);

  question = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    question,
  ]);
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  const email = newEmail('anna');
  anna = await server.member(email, 'Anna');
  stranger = await server.member(newEmail('sam'), 'Sam');
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('an upload', () => {
  test('is made once for each key', async () => {
    const key = randomUUID();
    expect(await start(key)).toEqual(await start(key));
  });

  test('is made once too where the key comes again while the first is under way', async () => {
    const key = randomUUID();
    const places = await Promise.all([1, 2, 3, 4, 5].map(() => start(key)));
    expect(new Set(places.map(({ uploadId }) => uploadId)).size).toBe(1);
  });

  test('is nobody else’s', async () => {
    const { uploadUrl } = await start();
    for (const browser of [anna, stranger]) {
      expect((await head(browser, uploadUrl)).status).toBe(404);
      expect((await patch(browser, uploadUrl, 0, film, film.length)).status).toBe(404);
    }
    expect((await head(server.browser(), uploadUrl)).status).toBe(401);
    expect((await rosa.fetch(uploadUrl)).status).toBe(404);
    expect((await head(rosa, uploadUrl)).headers.get('upload-offset')).toBe('0');
  });

  test('goes on where it stopped, and refuses a wrong place', async () => {
    const { uploadUrl, videoId, uploadId } = await start();
    const half = Math.floor(film.length / 2);
    expect((await patch(rosa, uploadUrl, 0, film.subarray(0, half))).status).toBe(204);
    expect((await patch(rosa, uploadUrl, 0, film.subarray(0, half))).status).toBe(409);
    const status = await head(rosa, uploadUrl);
    expect(status.headers.get('upload-offset')).toBe(String(half));
    expect(status.headers.get('upload-defer-length')).toBe('1');
    const last = await patch(rosa, uploadUrl, half, film.subarray(half), film.length);
    expect(last.status).toBe(204);
    const kept = readFileSync(videoFiles(server.dataDir).original(uploadId));
    expect(createHash('sha256').update(kept).digest()).toEqual(
      createHash('sha256').update(film).digest(),
    );
    expect((await rosa.get(`/videos/${videoId}`)).body.status).toBe('ASSET_CREATED');
    expect((await patch(rosa, uploadUrl, 0, film, film.length)).status).toBe(409);
  });

  test('that arrived whole while nobody could be told is finished by the next look', async () => {
    const { uploadUrl, videoId } = await start();
    await server.owner.query(
      'alter table private.mux_event add constraint none check (false) not valid',
    );
    expect((await patch(rosa, uploadUrl, 0, film, film.length)).status).toBe(422);
    await server.owner.query('alter table private.mux_event drop constraint none');
    expect((await rosa.get(`/videos/${videoId}`)).body.status).toBe('WAITING');
    expect((await head(rosa, uploadUrl)).headers.get('upload-offset')).toBe(String(film.length));
    expect((await rosa.get(`/videos/${videoId}`)).body.status).toBe('ASSET_CREATED');
  });
});

describe('a recording that came whole', () => {
  let video: string;
  let story: string;
  let files: string[];

  test('becomes ready, with a picture, its measures and what was said', async () => {
    const { uploadUrl, videoId } = await start();
    video = videoId;
    await patch(rosa, uploadUrl, 0, film, film.length);
    await server.runJobs();
    const { body } = await rosa.get(`/videos/${video}`);
    expect(body).toMatchObject({
      status: 'READY',
      aspectRatio: '16:9',
      hasPicture: true,
      progress: null,
    });
    expect(body.duration).toBeGreaterThan(3);
    expect(body.transcript).toMatchObject({ language: 'en', source: 'pocketsphinx' });
    expect(heard(body.transcript.text)).toBeGreaterThan(7);
    const { rows } = await server.owner.query(
      `select "maxWidth", "maxHeight", "maxFrameRate", "resolutionTier", "languageCode" from public."Video" where id = $1`,
      [video],
    );
    expect(rows[0]).toMatchObject({
      maxWidth: '640',
      maxHeight: '360',
      maxFrameRate: '25',
      languageCode: 'en',
    });
  });

  test('its files are for those who may read it, in their own session', async () => {
    const kept = await rosa.post('/responses', {
      promptId: question,
      videoId: video,
      privacyLevel: 'Public',
    });
    story = kept.body.id;
    const { playback } = (await anna.get(`/responses/${story}`)).body.video;
    const base = playback.hls.replace(/[^/]+$/, '');
    const master = (await anna.fetch(playback.hls)).body as string;
    const rendition = base + master.split('\n').find((line) => /^[^#]+m3u8$/.test(line));
    const list = (await anna.fetch(rendition)).body as string;
    const segment = rendition.replace(
      /[^/]+$/,
      list.split('\n').find((line) => /m4s$/.test(line)) ?? '',
    );
    files = [playback.hls, rendition, segment, playback.poster, playback.captions];
    for (const file of files) {
      expect([file, (await anna.fetch(file)).status]).toEqual([file, 200]);
      for (const browser of [rosa, stranger, server.browser()]) {
        expect([file, (await browser.fetch(file)).status]).toEqual([file, 404]);
      }
    }
    const captions = (await anna.fetch(playback.captions)).body as string;
    expect(captions).toMatch(/^WEBVTT\n/);
    expect(heard(captions)).toBeGreaterThan(7);
    const part = await anna.fetch(segment, { headers: { range: 'bytes=0-99' } });
    expect([part.status, part.headers.get('content-range')?.split('/')[0]]).toEqual([
      206,
      'bytes 0-99',
    ]);
    expect(playback.original).toBeNull();
    expect((await anna.fetch(`${base}original`)).status).toBe(404);
  });

  test.each([
    ['a changed signature', (file: string) => file.replace(/.(\/[^/]+)$/, '0$1')],
    ['a name outside', (file: string) => file.replace(/[^/]+$/, '..%2f..%2fkeys%2fsecret')],
    ['a name of no recording', (file: string) => file.replace(/[^/]+$/, 'secret.jpg')],
    ['another recording', (file: string) => file.replace(/media\/[^.]+/, `media/${randomUUID()}`)],
  ])('an address with %s leads nowhere', async (_name, change) => {
    expect((await anna.fetch(change(files[0] ?? ''))).status).toBe(404);
  });

  test('a revoked listener’s playlists are gone at once', async () => {
    const listener = (await rosa.get('/listeners')).body.items[0];
    await rosa.patch(`/listeners/${listener.id}`, { hasAccess: false });
    expect((await anna.fetch(files[0] ?? '')).status).toBe(404);
    expect((await anna.fetch(files[1] ?? '')).status).toBe(404);
    expect((await anna.fetch(files[4] ?? '')).status).toBe(404);
  });

  test('its original comes back to the storyteller as it was', async () => {
    const { playback } = (await rosa.get(`/videos/${video}`)).body;
    const answer = await rosa.fetch(playback.original);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('video/webm');
    expect(answer.headers.get('content-length')).toBe(String(film.length));
  });
});

test('a file that is no recording ends ERRORED with a reason, and is kept', async () => {
  const { uploadUrl, videoId, uploadId } = await start();
  const text = Buffer.from('This is a letter, not a film.');
  await patch(rosa, uploadUrl, 0, text, text.length);
  await server.runJobs();
  const { body } = await rosa.get(`/videos/${videoId}`);
  expect(body).toMatchObject({ status: 'ERRORED', errorMessage: expect.stringMatching(/kept/) });
  expect(readFileSync(videoFiles(server.dataDir).original(uploadId))).toEqual(text);
});

test('the files of a deleted recording go after a week, and no others', async () => {
  const { uploadUrl, videoId, uploadId } = await start();
  const stays = await start();
  await patch(rosa, uploadUrl, 0, film, film.length);
  expect((await rosa.delete(`/videos/${videoId}`)).status).toBe(204);
  const { original } = videoFiles(server.dataDir);
  const sweep = async () => {
    await quickAddJob({ connectionString: server.ownerUrl }, 'recording.remove', {});
    await server.runJobs();
    return [existsSync(original(uploadId)), existsSync(original(stays.uploadId))];
  };
  expect(await sweep()).toEqual([true, true]);
  await server.owner.query(
    `update private.removed_upload set "removedAt" = now() - interval '8 days'`,
  );
  expect(await sweep()).toEqual([false, true]);
});
