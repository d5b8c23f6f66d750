import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Answer, Browser } from '../../server/testing-browser.ts';
import { videoFiles } from '../videos/files.ts';
import { breakOff, head, offsetOf, patch, sha256 } from './testing.ts';
import { createUploads } from './uploads.ts';

let server: TestServer;
let rosa: Browser;
let sam: Browser;
let question: string;
const bytes = randomBytes(200_000);
const half = 90_001;

beforeAll(async () => {
  server = await startTestServer();
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  sam = await server.member(newEmail('sam'), 'Sam');
  await sam.post('/me/sharer');
});
afterAll(() => server.stop());
beforeEach(async () => {
  question = randomUUID();
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText") values ($1, 'Which bread?')`,
    [question],
  );
});

const begin = (browser = rosa, more: object = {}): Promise<Answer> =>
  browser.post('/recordings', {
    promptId: question,
    kind: 'video',
    contentType: 'video/webm',
    ...more,
  });
const start = async () => (await begin()).body;
const onDisk = (uploadId: string) => readFileSync(videoFiles(server.dataDir).original(uploadId));
const askReceipt = (videoId: string, digest = sha256(bytes), length = bytes.length, who = rosa) =>
  who.post(`/recordings/${videoId}/receipt`, { bytes: length, sha256: digest });
/** What is listed of the recordings for this test's question. */
const untold = async (who = rosa) =>
  (await who.get('/recordings')).body.items.filter(
    (item: { promptId: string }) => item.promptId === question,
  );

describe('an upload that grows', () => {
  test('takes pieces without a length, and the length with the last one or after it', async () => {
    const { uploadUrl, videoId, uploadId } = await start();
    expect((await patch(rosa, uploadUrl, 0, bytes.subarray(0, half))).status).toBe(204);
    expect((await patch(rosa, uploadUrl, half, bytes.subarray(half))).status).toBe(204);
    expect((await head(rosa, uploadUrl)).headers.get('upload-length')).toBeNull();
    expect((await rosa.get(`/videos/${videoId}`)).body.status).toBe('WAITING');
    const last = await patch(rosa, uploadUrl, bytes.length, Buffer.alloc(0), bytes.length);
    expect(last.status).toBe(204);
    expect((await rosa.get(`/videos/${videoId}`)).body.status).toBe('ASSET_CREATED');
    expect(onDisk(uploadId).equals(bytes)).toBe(true);
  });

  test('answers a piece that comes twice or too early with where it stands', async () => {
    const { uploadUrl } = await start();
    await patch(rosa, uploadUrl, 0, bytes.subarray(0, half));
    for (const offset of [0, half - 1, half + 1, bytes.length]) {
      const answer = await patch(rosa, uploadUrl, offset, bytes.subarray(0, 1000));
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([409, String(half)]);
    }
    expect(await offsetOf(rosa, uploadUrl)).toBe(half);
  });

  test('keeps what arrived of a piece that broke off', async () => {
    const { uploadUrl, uploadId } = await start();
    await breakOff(server.url + uploadUrl, rosa.cookies, bytes.subarray(0, half), bytes.length);
    const arrived = await vi.waitFor(async () => {
      const offset = await offsetOf(rosa, uploadUrl);
      expect(offset).toBeGreaterThan(0);
      return offset;
    });
    await patch(rosa, uploadUrl, arrived, bytes.subarray(arrived), bytes.length);
    expect(onDisk(uploadId).equals(bytes)).toBe(true);
  });

  test('vouches for nothing that the disk did not take', async () => {
    const { uploadUrl, uploadId } = await start();
    await patch(rosa, uploadUrl, 0, bytes.subarray(0, half));
    const file = await open(videoFiles(server.dataDir).original(uploadId));
    const broken = Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    vi.spyOn(Object.getPrototypeOf(file), 'sync').mockRejectedValueOnce(broken);
    await file.close();
    expect((await patch(rosa, uploadUrl, half, bytes.subarray(half))).status).toBe(500);
    expect(await offsetOf(rosa, uploadUrl)).toBe(half);
    expect((await patch(rosa, uploadUrl, half, bytes.subarray(half))).status).toBe(204);
    expect(onDisk(uploadId).equals(bytes)).toBe(true);
  });

  test('lets only one of many at once in, and none of them spoils it', async () => {
    const { uploadUrl, uploadId } = await start();
    const tries = Array.from({ length: 5 }, () => patch(rosa, uploadUrl, 0, bytes));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([204, 409, 409, 409, 409]);
    expect(onDisk(uploadId).equals(bytes)).toBe(true);
  });

  test('has an end even where nobody says how long it is', async () => {
    const { uploadUrl } = await start();
    const small = createUploads({ dataDir: server.dataDir, maxBytes: 1000, service: server.db });
    const answer = await small.server.handleWeb(
      new Request(`http://localhost${uploadUrl}`, {
        method: 'PATCH',
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'content-length': '1001',
          'upload-offset': '0',
        },
        body: new Uint8Array(1001),
      }),
    );
    expect(answer.status).toBe(413);
    expect(await offsetOf(rosa, uploadUrl)).toBe(0);
  });

  test('survives a server that was killed while it made the place', async () => {
    const { uploadUrl, uploadId } = await start();
    await patch(rosa, uploadUrl, 0, bytes.subarray(0, half));
    const { original } = videoFiles(server.dataDir);
    writeFileSync(`${original(uploadId)}.json.half`, '{"id":');
    const again = createUploads({ dataDir: server.dataDir, maxBytes: 1e9, service: server.db });
    await again.open(uploadId);
    expect(await again.bytes(uploadId)).toBe(half);
  });

  test('is begun by nobody but the person who recorded it', async () => {
    const { body } = await rosa.get('/me');
    expect((await begin(rosa, { profileId: body.id })).status).toBe(201);
    expect((await begin(sam, { profileId: body.id })).status).toBe(401);
    expect((await begin(sam)).status).toBe(201);
  });
});

describe('a receipt', () => {
  test('is given for the very bytes that lie on the disk, as often as it is asked for', async () => {
    const { uploadUrl, videoId, uploadId } = await start();
    await patch(rosa, uploadUrl, 0, bytes, bytes.length);
    const first = await askReceipt(videoId);
    expect(first.body).toMatchObject({ videoId, bytes: bytes.length, sha256: sha256(bytes) });
    expect((await askReceipt(videoId)).body).toEqual(first.body);
    expect(sha256(onDisk(uploadId))).toBe(first.body.sha256);
  });

  test('is refused before all of it is here, and for anything else', async () => {
    const { uploadUrl, videoId } = await start();
    await patch(rosa, uploadUrl, 0, bytes);
    expect((await askReceipt(videoId)).body.type).toMatch(/wrong-state$/);
    await patch(rosa, uploadUrl, bytes.length, Buffer.alloc(0), bytes.length);
    const other = await askReceipt(videoId, sha256(Buffer.from('other')));
    expect([other.status, other.body.type]).toEqual([409, 'urn:telloom:problem:different']);
    expect((await askReceipt(videoId, sha256(bytes), 1)).status).toBe(409);
    expect((await askReceipt(videoId, sha256(bytes), bytes.length, sam)).status).toBe(404);
    expect((await askReceipt(videoId)).status).toBe(200);
  });

  test('is given for what arrived whole while nobody could be told', async () => {
    const { uploadUrl, videoId } = await start();
    await server.owner.query(
      'alter table private.mux_event add constraint none check (false) not valid',
    );
    expect((await patch(rosa, uploadUrl, 0, bytes, bytes.length)).status).toBe(422);
    await server.owner.query('alter table private.mux_event drop constraint none');
    const { status, body } = await askReceipt(videoId);
    expect([status, body.sha256]).toEqual([200, sha256(bytes)]);
  });
});

describe('a recording whose device does not come back', () => {
  test('is told of to the one who told it, up to where it arrived, and can be kept', async () => {
    const { uploadUrl, videoId, uploadId } = await start();
    expect(await untold()).toEqual([]);
    const seconds = (value: number) => ({ 'telloom-seconds': String(value) });
    const first = await patch(rosa, uploadUrl, 0, bytes.subarray(0, 1000), undefined, seconds(2.5));
    expect(first.status).toBe(204);
    await patch(rosa, uploadUrl, 1000, bytes.subarray(1000, half), undefined, seconds(160.25));
    // noted a moment after the answer
    await vi.waitFor(async () => expect((await untold())[0]?.seconds).toBe(160.25));
    expect((await untold())[0]).toMatchObject({ videoId, bytes: half, complete: false });
    expect(await untold(sam)).toEqual([]);
    const finish = (browser: Browser, length: number) =>
      browser.post(`/recordings/${videoId}/finish`, { bytes: length });
    expect((await finish(sam, half)).status).toBe(404);
    expect((await finish(rosa, half - 1)).status).toBe(409);
    const { body } = await finish(rosa, half);
    expect(body).toMatchObject({ bytes: half, sha256: sha256(onDisk(uploadId)) });
    expect((await finish(rosa, half)).body).toEqual(body);
    expect((await untold())[0]).toMatchObject({ complete: true });
    await rosa.post('/responses', { promptId: question, videoId });
    expect(await untold()).toEqual([]);
  });

  test('finds its place closed when it comes back after all', async () => {
    const { uploadUrl, videoId } = await start();
    await patch(rosa, uploadUrl, 0, bytes.subarray(0, half));
    await rosa.post(`/recordings/${videoId}/finish`, { bytes: half });
    const answer = await head(rosa, uploadUrl);
    expect(answer.headers.get('upload-length')).toBe(String(half));
    expect((await patch(rosa, uploadUrl, half, bytes.subarray(half))).status).toBe(413);
  });
});

describe('the sweep', () => {
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  const isThere = async (videoId: string) => (await rosa.get(`/videos/${videoId}`)).status === 200;

  test('gives up what never came after a week, and what stopped coming after a season', async () => {
    const uploads = createUploads({ dataDir: server.dataDir, maxBytes: 1e9, service: server.db });
    const [empty, partial, whole] = [await start(), await start(), await start()];
    await patch(rosa, partial.uploadUrl, 0, bytes.subarray(0, half));
    await patch(rosa, whole.uploadUrl, 0, bytes, bytes.length);
    const left = async () =>
      Promise.all([empty, partial, whole].map(({ videoId }) => isThere(videoId)));
    await uploads.sweep(days(6));
    expect(await left()).toEqual([true, true, true]);
    await uploads.sweep(days(8));
    expect(await left()).toEqual([false, true, true]);
    await uploads.sweep(days(89));
    expect(await left()).toEqual([false, true, true]);
    // a byte that arrives begins the season anew
    utimesSync(videoFiles(server.dataDir).original(partial.uploadId), days(5), days(5));
    await uploads.sweep(days(91));
    expect(await left()).toEqual([false, true, true]);
    await uploads.sweep(days(96));
    expect(await left()).toEqual([false, false, true]);
  });
});
