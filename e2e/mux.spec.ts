import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeMux } from '../src/features/videos/mux/testing/fake-mux.ts';
import { arrive, newPerson, type Person, startChromium } from './browser.ts';
import { call, inviteListener } from './listener.ts';
import { makeHls } from './media/make-hls.ts';
import { makeSpokenClip, microphoneAndCamera } from './media/make-media.ts';
import { becomeStoryteller, button, heading, setUp } from './pages.ts';
import { hashesOnDisk } from './receipts.ts';
import { type RunningTelloom, startTelloom } from './telloom.ts';

const words = 'WEBVTT\n\n00:00.000 --> 00:02.000\nMy mother baked bread.';

let mux: FakeMux;
let film: string;
let telloom: RunningTelloom;
let browser: Browser;
let rosa: Person;
let anna: Person;
/** The paths of the stories, by the way that their recordings went. */
const stories = { local: '', handedOn: '', direct: '' };

beforeAll(async () => {
  film = mkdtempSync(join(tmpdir(), 'telloom-hls-'));
  makeHls(film);
  mux = await new FakeMux().start();
  mux.film = film;
  const text = 'This one goes far away.';
  const clip = await makeSpokenClip({ dir: join(tmpdir(), 'telloom-clips'), text });
  [telloom, browser] = await Promise.all([
    startTelloom(),
    startChromium(microphoneAndCamera(clip)),
  ]);
  rosa = await newPerson(browser, telloom.url, 'Rosa');
  await setUp(rosa, telloom.setupLink);
  await becomeStoryteller(rosa);
  anna = await inviteListener(browser, telloom.url, { name: 'Anna', by: rosa });
  for (const { page, complaints } of [rosa, anna]) {
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
  }
});
afterAll(async () => {
  await browser?.close();
  await telloom?.stop();
  await mux?.stop();
  rmSync(film, { recursive: true });
});

/** Three seconds, kept and shown to the family; gives the path of the story. */
async function tell({ page }: Person): Promise<string> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Record my answer' }).click();
  await button(page, 'I see and hear myself').click();
  await button(page, 'Start recording').click();
  await page.getByText('0:03 recorded').waitFor();
  await button(page, 'Stop').click();
  await button(page, 'Keep it').click();
  await heading(page, 'Your story is safe').waitFor();
  await button(page, /Everyone I invited/).click();
  return (await arrive(page, /^\/stories\//)).pathname;
}

/** Without their pages meanwhile: one that stays open keeps the content policy that it came with. */
async function restart(env: NodeJS.ProcessEnv): Promise<void> {
  for (const { page } of [rosa, anna]) await page.goto('about:blank');
  await telloom.restart(env);
}

/** So many recordings have come to Mux; it makes the last one ready, writes its words, and tells. */
async function prepareAtMux(recordings: number): Promise<string> {
  await expect.poll(() => mux.assets.size, { timeout: 60_000 }).toBe(recordings);
  const [id, asset] = [...mux.assets].at(-1) ?? [''];
  mux.makeReady(id);
  mux.addCaptions(id, words);
  await mux.deliver(telloom.url);
  return String(asset?.upload_id);
}

/** Plays a story, and gives the addresses that its picture and sound came from. */
async function watch({ page }: Person, path: string): Promise<string[]> {
  const fetched: string[] = [];
  const note = (request: Request) => fetched.push(request.url());
  page.on('request', note);
  await page.goto(path);
  await button(page, 'play').first().click({ timeout: 90_000 });
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1);
  page.off('request', note);
  return fetched.filter((url) => /\.(m3u8|ts|m4s)$/.test(new URL(url).pathname));
}

async function expectFromMux(path: string): Promise<void> {
  const fetched = await watch(anna, path);
  expect(fetched.length).toBeGreaterThan(2);
  for (const url of fetched) {
    expect(url).toMatch(new RegExp(`^${mux.url}/stream/.*\\?token=`));
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
  }
}

async function expectFromHere(path: string): Promise<void> {
  const fetched = await watch(anna, path);
  expect(fetched.length).toBeGreaterThan(2);
  for (const url of fetched) expect(url).toContain(`${telloom.url}/media/`);
}

test('a family begins without Mux', async () => {
  stories.local = await tell(rosa);
  await expectFromHere(stories.local);
});

test('a recording is kept here and handed on to Mux, where a listener watches it', async () => {
  await restart(mux.env);
  stories.handedOn = await tell(rosa);
  const upload = await prepareAtMux(1);
  const sent = mux.arrived.get(upload) ?? '';
  expect(hashesOnDisk(telloom.dataDir)).toContain(createHash('sha256').update(sent).digest('hex'));
  await expectFromMux(stories.handedOn);
  const { page } = anna;
  await page.getByText('My mother baked bread.').first().waitFor();
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(document.querySelector('video')?.textTracks ?? [])].map(({ kind, cues }) => [
          kind,
          cues?.length,
        ]),
      ),
    )
    .toEqual(expect.arrayContaining([['metadata', 1]]));
});

test('a recording goes from the browser straight to Mux', async () => {
  await restart({ ...mux.env, TELLOOM_MUX_UPLOADS: 'browser' });
  const kept = hashesOnDisk(telloom.dataDir);
  stories.direct = await tell(rosa);
  const upload = await prepareAtMux(2);
  expect(mux.arrived.get(upload)?.length).toBeGreaterThan(10_000);
  expect(hashesOnDisk(telloom.dataDir)).toEqual(kept);
  await expectFromMux(stories.direct);
});

test('after going back, everything plays from where it is, and what is new stays here', async () => {
  await restart({ ...mux.env, TELLOOM_VIDEO_HOST: 'local' });
  await expectFromHere(stories.local);
  await expectFromMux(stories.handedOn);
  await expectFromMux(stories.direct);
  await rosa.page.goto('/');
  const { prompt } = await call<{ prompt: { id: string } }>(rosa, 'GET', '/prompts/next');
  const place = await call<{ uploadUrl: string }>(rosa, 'POST', '/recordings', {
    promptId: prompt.id,
    kind: 'video',
    contentType: 'video/webm',
  });
  expect(place.uploadUrl).toMatch(/^\/api\/v1\/uploads\//);
});

test('nothing upset the browser on the way', () => {
  expect([rosa, anna].flatMap(({ complaints }) => complaints)).toEqual([]);
});
