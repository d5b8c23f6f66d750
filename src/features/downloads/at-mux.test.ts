import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail } from '../../server/testing.ts';
import { film, type MuxSite, startMuxSite } from '../videos/mux/testing/mux-site.ts';

let site: MuxSite;
let videoId: string;
let assetId: string;

beforeAll(async () => {
  site = await startMuxSite();
  videoId = await site.record();
  await site.server.runJobs();
  assetId = String(site.asset(videoId)?.id);
  site.mux.makeReady(assetId);
  await site.deliver();
});
afterAll(() => site.stop());

const ask = async (quality: string) =>
  (await site.rosa.post('/downloads', { videoId, quality })).body.id;
const state = async (id: string) => (await site.rosa.get(`/downloads/${id}`)).body;
/** The pause before the next attempt is over. */
const later = async () => {
  await site.server.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where key like 'downloads.%'`,
  );
  await site.server.runJobs();
};
const sound = () => site.mux.files(assetId).find(({ resolution }) => resolution === 'audio-only');

test('the film is fetched from Mux, under its name, by an address of an hour at most', async () => {
  const id = await ask('high');
  await site.server.runJobs();
  expect(await state(id)).toMatchObject({ status: 'ready', bytes: 1_234_567 });
  const { url, expiresAt } = (await site.rosa.get(`/downloads/${id}/address`)).body;
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
  const { pathname, searchParams } = new URL(url);
  expect(pathname).toMatch(/\/highest\.mp4$/);
  expect(searchParams.get('download')).toMatch(/^Rosa.* – Bread$/);
  expect((await fetch(url)).status).toBe(200);
  searchParams.delete('token');
  expect((await fetch(`${url.split('?')[0]}?${searchParams}`)).status).toBe(403);
  const stranger = await site.server.member(newEmail('sam'));
  expect((await stranger.get(`/downloads/${id}/address`)).status).toBe(404);
});

test('its sound is asked for at Mux, waited for, and there when Mux says so', async () => {
  const id = await ask('audio');
  await site.server.runJobs();
  expect((await state(id)).status).toBe('preparing');
  expect(sound()).toMatchObject({ status: 'preparing' });
  await later();
  expect((await state(id)).status).toBe('preparing');
  expect(site.mux.files(assetId)).toHaveLength(2);
  const file = sound();
  if (file) site.mux.settleFile(assetId, file);
  await site.deliver();
  await site.server.runJobs();
  expect((await state(id)).status).toBe('ready');
  const { url } = (await site.rosa.get(`/downloads/${id}/address`)).body;
  expect(new URL(url).pathname).toMatch(/\/audio\.m4a$/);
});

test('a file that Mux failed to make is asked for anew; one that it leaves out is not', async () => {
  const file = sound();
  if (file) site.mux.settleFile(assetId, file, 'errored');
  await site.rosa.delete(`/downloads/${await ask('audio')}`);
  const id = await ask('audio');
  await site.server.runJobs();
  expect((await state(id)).status).toBe('preparing');
  const anew = sound();
  expect(anew?.id).not.toBe(file?.id);
  if (anew) site.mux.settleFile(assetId, anew, 'skipped');
  await later();
  expect(await state(id)).toMatchObject({ status: 'failed', problem: 'unavailable' });
});

test('a Mux that is away costs an attempt and no more', async () => {
  await site.rosa.delete(`/downloads/${await ask('high')}`);
  const id = await ask('high');
  site.mux.failures.push({ status: 400 });
  await site.server.runJobs();
  expect((await state(id)).status).toBe('preparing');
  await later();
  expect((await state(id)).status).toBe('ready');
});

test('the original lies here, and is fetched from here', async () => {
  const id = await ask('original');
  await site.server.runJobs();
  const { url } = (await site.rosa.get(`/downloads/${id}/address`)).body;
  const answer = await site.rosa.fetch(url, { headers: { range: 'bytes=0-5' } });
  expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([
    206,
    film.subarray(0, 6).toString(),
    `bytes 0-5/${film.length}`,
  ]);
});

test('a recording that Mux has no more is gone', async () => {
  await site.rosa.delete(`/downloads/${await ask('high')}`);
  const id = await ask('high');
  site.mux.assets.delete(assetId);
  await site.server.runJobs();
  expect(await state(id)).toMatchObject({ status: 'failed', problem: 'gone' });
});
