import { createHash, randomBytes } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { type Circle, finishBest, makeCircle, makeWatchable } from './testing.ts';

/** More than lies in the buffers between two sockets. */
const film = randomBytes(48 * 1024 ** 2);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let server: TestServer;
let circle: Circle;
let storyId: string;
let id: string;
let url: string;

beforeAll(async () => {
  server = await startTestServer();
  circle = await makeCircle(server);
  const { rosa, anna, promptId } = circle;
  const videoId = await makeWatchable(server, rosa, { promptId });
  const story = { promptId, videoId, privacyLevel: 'Public' };
  storyId = (await rosa.post('/responses', story)).body.id;
  await finishBest(server, videoId, film);
  id = (await anna.post('/downloads', { videoId, quality: 'high' })).body.id;
  await server.runJobs();
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = (await circle.anna.get(`/downloads/${id}/address`)).body.url;
});

const state = async () => (await circle.anna.get(`/downloads/${id}`)).body;
const shows = (wanted: object) =>
  vi.waitFor(async () => expect(await state()).toMatchObject(wanted), 10_000);

/** Begins to fetch, as a browser's list of downloads does. */
function begin(browser: Browser, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    get(server.url + url, { headers: { cookie, ...headers } }, resolve).on('error', reject);
  });
}

/** What arrives, until it is enough, or the other side hangs up. */
async function take(answer: IncomingMessage, enough = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer) {
      pieces.push(piece);
      length += piece.length;
      if (length >= enough) break;
    }
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ECONNRESET');
  }
  return Buffer.concat(pieces);
}

describe('a file to keep', () => {
  test('says what it is, and how it is to be called', async () => {
    const { headers, statusCode } = await begin(circle.anna, { range: 'bytes=0-9' });
    expect(statusCode).toBe(206);
    expect(headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-range': `bytes 0-9/${film.length}`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-disposition':
        'attachment; filename="Rosa Lopez _ 2026-11-24 _ What did your kitchen smell like.mp4"; ' +
        `filename*=UTF-8''Rosa%20L%C3%B3pez%20%E2%80%93%202026-11-24%20%E2%80%93%20What%20did%20your%20kitchen%20smell%20like.mp4`,
    });
    const head = await circle.anna.fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, `${film.length}`]);
    expect(await state()).toMatchObject({ status: 'ready', downloadedAt: null });
  });

  test.each(['etag', 'last-modified'] as const)(
    'that broke off is gone on with by its %s, and comes to the same',
    async (mark) => {
      const { anna } = circle;
      await server.owner.query(
        `update public."VideoDownload" set status = 'ready', "downloadedAt" = null where id = $1`,
        [id],
      );
      const first = await begin(anna);
      const ifRange = String(first.headers[mark]);
      const begun = await take(first, 5_000_000);
      expect(begun.length).toBeLessThan(film.length);
      expect(await state()).toMatchObject({ status: 'ready', downloadedAt: null });
      const range = `bytes=${begun.length}-`;
      const rest = await begin(anna, { range, 'if-range': ifRange });
      expect(rest.statusCode).toBe(206);
      const whole = Buffer.concat([begun, await take(rest)]);
      expect(sha256(whole)).toBe(sha256(film));
      await shows({ status: 'completed', downloadedAt: expect.any(String) });
    },
  );

  test('comes whole where the part is of another version', async () => {
    const answer = await begin(circle.anna, { range: 'bytes=100-', 'if-range': '"another"' });
    expect([answer.statusCode, answer.headers['content-length']]).toEqual([200, `${film.length}`]);
    answer.destroy();
  });

  test('is for one person’s session alone', async () => {
    const { rosa, sam } = circle;
    for (const browser of [rosa, sam, server.browser()]) {
      expect((await browser.fetch(url)).status).toBe(404);
    }
    for (const wrong of [`${url}x`, `${url}/..`, `/media/downloads/${id}`, '/media/downloads/x']) {
      expect((await circle.anna.fetch(wrong)).status).toBe(404);
    }
    const elsewhere = url.replace('/downloads', '');
    expect((await circle.anna.fetch(`${elsewhere}/highest.mp4`)).status).toBe(404);
  });
});

describe('somebody who may no longer watch', () => {
  const mayWatch = (hasAccess: boolean) =>
    circle.rosa.patch(`/listeners/${circle.annaRow}`, { hasAccess });

  test('loses the file in the middle, and every part of it', async () => {
    const answer = await begin(circle.anna);
    const [first] = await Promise.all([
      new Promise<Buffer>((resolve) => answer.once('data', resolve)),
    ]);
    answer.pause();
    await mayWatch(false);
    const got = first.length + (await take(answer)).length;
    expect(got).toBeLessThan(film.length);
    expect((await circle.anna.fetch(url, { headers: { range: 'bytes=0-9' } })).status).toBe(404);
    await mayWatch(true);
    expect((await circle.anna.fetch(url, { headers: { range: 'bytes=0-9' } })).status).toBe(206);
  });

  test('so with a story that is closed, a copy taken off, and a session that ended', async () => {
    const { rosa, anna } = circle;
    const part = () => anna.fetch(url, { headers: { range: 'bytes=0-9' } });
    await rosa.patch(`/responses/${storyId}`, { privacyLevel: 'Private' });
    expect((await part()).status).toBe(404);
    await rosa.patch(`/responses/${storyId}`, { privacyLevel: 'Public' });
    expect((await part()).status).toBe(206);
    await server.owner.query(
      `update public."VideoDownload" set "expiresAt" = now() where id = $1`,
      [id],
    );
    expect((await part()).status).toBe(404);
    await server.owner.query(
      `update public."VideoDownload" set "expiresAt" = now() + interval '1 day' where id = $1`,
      [id],
    );
    expect((await part()).status).toBe(206);
    await anna.post('/auth/sign-out');
    expect((await part()).status).toBe(404);
  });
});
