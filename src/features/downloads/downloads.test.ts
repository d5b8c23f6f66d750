import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { type Circle, finishBest, makeCircle, makeWatchable, question } from './testing.ts';

const film = randomBytes(1000);
let server: TestServer;
let circle: Circle;
let videoId: string;
let storyId: string;
const ask = (browser: Browser, of: object = { videoId, quality: 'high' }) =>
  browser.post('/downloads', of);
const state = async (browser: Browser, id: string) => (await browser.get(`/downloads/${id}`)).body;
/** The pause before the next attempt is over. */
const later = async () => {
  await server.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where key like 'downloads.%'`,
  );
  await server.runJobs();
};

beforeAll(async () => {
  server = await startTestServer();
  circle = await makeCircle(server);
  const { rosa, promptId } = circle;
  videoId = await makeWatchable(server, rosa, { promptId });
  const story = { promptId, videoId, privacyLevel: 'Public' };
  storyId = (await rosa.post('/responses', story)).body.id;
});
afterAll(() => server.stop());

describe('a copy of a story', () => {
  test('is asked for once, however often, by each who may watch', async () => {
    const { rosa, keeper, anna } = circle;
    const ids = new Set<string>();
    for (const browser of [rosa, keeper, anna]) {
      const asked = await Promise.all([ask(browser), ask(browser), ask(browser)]);
      expect(asked.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(asked.map(({ body }) => body.id)).size).toBe(1);
      expect(asked[0]?.body).toMatchObject({
        ...{ quality: 'high', status: 'preparing', downloadedAt: null, expiresAt: null },
        of: { videoId, storyId, topicVideoId: null, title: question, sharerName: 'Rosa López' },
      });
      ids.add(asked[0]?.body.id);
    }
    expect(ids.size).toBe(3);
  });

  test('waits for its file, and is ready as soon as the host tells of it', async () => {
    const { anna } = circle;
    const { id } = (await ask(anna)).body;
    await server.runJobs();
    await later();
    expect((await state(anna, id)).status).toBe('preparing');
    expect((await anna.get(`/downloads/${id}/address`)).status).toBe(409);
    const tried = await server.owner.query(
      `select retries, last_attempted > now() - interval '1 hour' as lately,
         (select run_at > now() from graphile_worker.jobs where key = 'downloads.prepare ' || d.id) as waits
       from public."VideoDownload" d where id = $1`,
      [id],
    );
    expect(tried.rows).toEqual([{ retries: 2, lately: true, waits: true }]);
    await finishBest(server, videoId, film);
    await server.runJobs();
    expect(await state(anna, id)).toMatchObject({ status: 'ready', bytes: 1000, problem: null });
    expect((await ask(anna)).body.id).toBe(id);
  });

  test('is listed for oneself, of one recording or of all', async () => {
    const { anna, sam } = circle;
    const { id } = (await ask(anna)).body;
    const ids = async (browser: Browser, query = '') =>
      (await browser.get(`/downloads${query}`)).body.items.map((one: { id: string }) => one.id);
    expect(await ids(anna)).toEqual([id]);
    expect(await ids(anna, `?videoId=${videoId}`)).toEqual([id]);
    expect(await ids(anna, `?videoId=${randomUUID()}`)).toEqual([]);
    expect(await ids(anna, `?topicVideoId=${randomUUID()}`)).toEqual([]);
    expect(await ids(sam)).toEqual([]);
  });

  test('is nothing to anybody else', async () => {
    const { rosa, anna, sam } = circle;
    const { id } = (await ask(anna)).body;
    expect((await ask(sam)).status).toBe(404);
    for (const browser of [rosa, sam]) {
      expect((await browser.get(`/downloads/${id}`)).status).toBe(404);
      expect((await browser.get(`/downloads/${id}/address`)).status).toBe(404);
      expect((await browser.delete(`/downloads/${id}`)).status).toBe(404);
    }
    expect((await server.browser().get('/downloads')).status).toBe(401);
    expect((await ask(server.browser())).status).toBe(401);
    expect((await state(anna, id)).status).toBe('ready');
  });

  test('says nothing of a story that may no longer be watched, and gives no address', async () => {
    const { rosa, anna } = circle;
    const { id } = (await ask(anna)).body;
    await rosa.patch(`/responses/${storyId}`, { privacyLevel: 'Private' });
    expect(await state(anna, id)).toMatchObject({ of: null });
    expect((await anna.get(`/downloads/${id}/address`)).status).toBe(404);
    expect((await ask(anna)).status).toBe(404);
    await rosa.patch(`/responses/${storyId}`, { privacyLevel: 'Public' });
    expect((await anna.get(`/downloads/${id}/address`)).status).toBe(200);
  });

  test('is taken off the list', async () => {
    const { keeper } = circle;
    const { id } = (await ask(keeper)).body;
    expect((await keeper.delete(`/downloads/${id}`)).status).toBe(204);
    expect((await keeper.get(`/downloads/${id}`)).status).toBe(404);
    expect((await keeper.delete(`/downloads/${id}`)).status).toBe(404);
  });
});

describe('what does not come', () => {
  test('has its reason at once where there is no such file', async () => {
    const { anna } = circle;
    const { id } = (await ask(anna, { videoId, quality: 'audio' })).body;
    await server.runJobs();
    expect(await state(anna, id)).toMatchObject({ status: 'failed', problem: 'unavailable' });
  });

  test('is given up after half a day, and begins anew when it is asked for again', async () => {
    const { rosa, topic } = circle;
    const other = await makeWatchable(server, rosa, { topicId: topic });
    const of = { videoId: other, quality: 'high' };
    const { id } = (await ask(rosa, of)).body;
    await server.owner.query(`update public."VideoDownload" set retries = 18 where id = $1`, [id]);
    await server.runJobs();
    expect((await state(rosa, id)).status).toBe('preparing');
    await later();
    expect(await state(rosa, id)).toMatchObject({ status: 'failed', problem: 'gave-up' });
    expect((await ask(rosa, of)).body).toMatchObject({ id, status: 'preparing', problem: null });
    await finishBest(server, other, film);
    await server.runJobs();
    expect((await state(rosa, id)).status).toBe('ready');
    await server.owner.query(`delete from public."Video" where id = $1`, [other]);
    expect(await state(rosa, id)).toMatchObject({ of: null });
  });

  test('is gone when its recording went while it waited', async () => {
    const { rosa, topic } = circle;
    const other = await makeWatchable(server, rosa, { topicId: topic });
    const { id } = (await ask(rosa, { videoId: other, quality: 'high' })).body;
    await rosa.delete(`/videos/${other}`);
    await server.runJobs();
    expect(await state(rosa, id)).toMatchObject({ status: 'failed', problem: 'gone' });
  });
});

test('a copy is over after a week, and forgotten where nobody fetched it', async () => {
  const { anna } = circle;
  const { id } = (await ask(anna)).body;
  const age = async (interval: string) => {
    await server.owner.query(
      `update public."VideoDownload" set "expiresAt" = now() - $2::interval where id = $1`,
      [id, interval],
    );
    await server.owner.query(`select graphile_worker.add_job('downloads.sweep')`);
    await server.runJobs();
  };
  const { expiresAt } = await state(anna, id);
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6 * 24 * 3600 * 1000);
  await age('1 minute');
  expect((await state(anna, id)).status).toBe('expired');
  expect((await anna.get(`/downloads/${id}/address`)).status).toBe(409);
  expect((await ask(anna)).body).toMatchObject({ id, status: 'preparing' });
  await server.runJobs();
  expect((await state(anna, id)).status).toBe('ready');
  await server.owner.query(`select private.note_downloaded($1)`, [id]);
  await age('31 days');
  expect(await state(anna, id)).toMatchObject({
    status: 'expired',
    downloadedAt: expect.any(String),
  });
  await server.owner.query(`update public."VideoDownload" set "downloadedAt" = null`);
  await age('31 days');
  expect((await anna.get(`/downloads/${id}`)).status).toBe(404);
});

test('what lost its job is taken up again', async () => {
  const { anna } = circle;
  const { id } = (await ask(anna)).body;
  await server.owner.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  );
  await server.owner.query(
    `update public."VideoDownload" set "requestedAt" = now() - interval '3 hours' where id = $1`,
    [id],
  );
  await server.owner.query(`select graphile_worker.add_job('downloads.sweep')`);
  await server.runJobs();
  expect((await state(anna, id)).status).toBe('ready');
});

test('a topic video is kept in the same ways', async () => {
  const { rosa, anna, sam, topic } = circle;
  const summary = await makeWatchable(server, rosa, { topicId: topic });
  const kept = await rosa.post('/topic-videos', { topicId: topic, videoId: summary });
  const topicVideoId = kept.body.id;
  const of = { topicVideoId, quality: 'high' };
  const { id } = (await ask(anna, of)).body;
  expect((await ask(anna, of)).body.id).toBe(id);
  expect((await ask(sam, of)).status).toBe(404);
  await finishBest(server, summary, film);
  await server.runJobs();
  expect(await state(anna, id)).toMatchObject({
    status: 'ready',
    of: { topicVideoId, storyId: null, title: 'Kitchen', sharerName: 'Rosa López' },
  });
  expect((await anna.get(`/downloads?topicVideoId=${topicVideoId}`)).body.items).toHaveLength(1);
  const { url } = (await anna.get(`/downloads/${id}/address`)).body;
  const fetched = await anna.fetch(url);
  expect([fetched.status, fetched.headers.get('content-length')]).toEqual([200, '1000']);
  expect((await anna.delete(`/downloads/${id}`)).status).toBe(204);
});

describe('what is refused', () => {
  test.each([
    ['nothing to keep', () => ({ quality: 'high' }), 422],
    ['two things', () => ({ videoId, topicVideoId: randomUUID(), quality: 'high' }), 422],
    ['no quality', () => ({ videoId }), 422],
    ['another quality', () => ({ videoId, quality: 'best' }), 422],
    ['no id', () => ({ videoId: 'film', quality: 'high' }), 422],
    ['a very long id', () => ({ videoId: 'a'.repeat(100_000), quality: 'high' }), 422],
    ['no such recording', () => ({ videoId: randomUUID(), quality: 'high' }), 404],
    ['no such topic video', () => ({ topicVideoId: randomUUID(), quality: 'high' }), 404],
    ['the original, as a listener', () => ({ videoId, quality: 'original' }), 403],
  ])('%s', async (_what, of, status) => {
    expect((await ask(circle.anna, of())).status).toBe(status);
  });

  test('a recording that cannot be watched yet', async () => {
    const { rosa, promptId } = circle;
    const start = { promptId, kind: 'video', contentType: 'video/webm' };
    const waiting = (await rosa.post('/recordings', start)).body.videoId;
    expect((await ask(rosa, { videoId: waiting, quality: 'high' })).status).toBe(409);
  });

  test('malformed addresses of the API', async () => {
    const { anna } = circle;
    expect((await anna.get('/downloads?cursor=x')).status).toBe(422);
    expect((await anna.get('/downloads?videoId=x')).status).toBe(422);
    expect((await anna.get('/downloads/x')).status).toBe(422);
    expect((await anna.delete('/downloads/x')).status).toBe(422);
  });
});
