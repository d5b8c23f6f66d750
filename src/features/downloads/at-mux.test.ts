import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { type MuxSite, film as original, startMuxSite } from '../videos/mux/testing/mux-site.ts';

/** What Mux makes of a recording, as long as it says. */
const film = 'telloom'.repeat(200_000).slice(0, 1_234_567);

let site: MuxSite;
let videoId: string;
let assetId: string;

beforeAll(async () => {
  site = await startMuxSite();
  site.mux.film = mkdtempSync(join(tmpdir(), 'telloom-at-mux-'));
  writeFileSync(join(site.mux.film, 'highest.mp4'), film);
  videoId = await site.record();
  await site.server.runJobs();
  assetId = String(site.asset(videoId)?.id);
  site.mux.makeReady(assetId);
  await site.deliver();
});
afterAll(async () => {
  rmSync(String(site.mux.film), { recursive: true });
  await site.stop();
});

/** Where our address of a copy leads on to. */
async function leadsTo(url: string, init: RequestInit = {}, by: Browser = site.rosa): Promise<URL> {
  const { status, headers } = await by.fetch(url, { redirect: 'manual', ...init });
  expect([status, headers.get('cache-control')]).toEqual([302, 'private, no-cache']);
  return new URL(headers.get('location') ?? '');
}
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
  expect(await state(id)).toMatchObject({ status: 'ready', bytes: film.length });
  const { url, expiresAt } = (await site.rosa.get(`/downloads/${id}/address`)).body;
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
  const address = await leadsTo(url);
  const { pathname, searchParams } = address;
  expect(pathname).toMatch(/\/highest\.mp4$/);
  expect(searchParams.get('download')).toMatch(/^Rosa.* – Bread$/);
  const [, claims = ''] = searchParams.get('token')?.split('.') ?? [];
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  expect(exp * 1000 - Date.now()).toBeLessThanOrEqual(3_600_000);
  expect((await fetch(address)).status).toBe(200);
  searchParams.delete('token');
  expect((await fetch(address)).status).toBe(403);
  const stranger = await site.server.member(newEmail('sam'));
  expect((await stranger.get(`/downloads/${id}/address`)).status).toBe(404);
  for (const other of [stranger, site.server.browser()]) {
    expect((await other.fetch(url, { redirect: 'manual' })).status).toBe(404);
  }
});

test('it is fetched when its end is, in parts too, each by somebody who may watch it then', async () => {
  const email = newEmail('anna');
  const anna = await site.server.member(email, 'Anna');
  const { body } = await site.rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
  const listener = (await site.rosa.get('/listeners')).body.items[0].id;
  const { promptId } = await site.row(videoId);
  await site.rosa.post('/responses', { promptId, videoId, privacyLevel: 'Public' });
  const { id } = (await anna.post('/downloads', { videoId, quality: 'high' })).body;
  await site.server.runJobs();
  const shown = async () => (await anna.get(`/downloads/${id}`)).body;
  const { url } = (await anna.get(`/downloads/${id}/address`)).body;
  const part = (range: string) => anna.fetch(url, { headers: { range } });

  await leadsTo(url, { method: 'HEAD' }, anna);
  const begun = await part('bytes=0-999999');
  expect([begun.status, begun.body]).toEqual([206, film.slice(0, 1_000_000)]);
  expect(await shown()).toMatchObject({ status: 'ready', downloadedAt: null });

  await site.rosa.patch(`/listeners/${listener}`, { hasAccess: false });
  expect((await part('bytes=1000000-')).status).toBe(404);
  await site.rosa.patch(`/listeners/${listener}`, { hasAccess: true });
  expect((await shown()).downloadedAt).toBeNull();

  expect((await part('bytes=1000000-')).body).toBe(film.slice(1_000_000));
  expect(await shown()).toMatchObject({ status: 'completed', downloadedAt: expect.any(String) });
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
  expect((await leadsTo(url)).pathname).toMatch(/\/audio\.m4a$/);
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
    original.subarray(0, 6).toString(),
    `bytes 0-5/${original.length}`,
  ]);
});

test('a recording that Mux has no more is gone', async () => {
  await site.rosa.delete(`/downloads/${await ask('high')}`);
  const id = await ask('high');
  site.mux.assets.delete(assetId);
  await site.server.runJobs();
  expect(await state(id)).toMatchObject({ status: 'failed', problem: 'gone' });
});
