import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, newPerson, type Person, startChromium } from './browser.ts';
import { makeSpokenClip, microphoneAndCamera } from './media/make-media.ts';
import { becomeStoryteller, button, expectAccessible, heading, setUp } from './pages.ts';
import { type RunningTelloom, startTelloom } from './telloom.ts';

let telloom: RunningTelloom;
let browser: Browser;
let rosa: Person;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telloom-files-'));
  const text = 'This is my voice, and nobody sees me.';
  const clip = await makeSpokenClip({ dir: join(tmpdir(), 'telloom-clips'), text });
  [telloom, browser] = await Promise.all([
    startTelloom(),
    startChromium(microphoneAndCamera(clip)),
  ]);
  rosa = await newPerson(browser, telloom.url, 'Rosa');
  await setUp(rosa, telloom.setupLink);
  await becomeStoryteller(rosa);
});
afterAll(async () => {
  await browser?.close();
  await telloom?.stop();
  rmSync(folder, { recursive: true });
});

/** From the next question to the page where a file is sent. */
async function openUpload(): Promise<void> {
  await rosa.page.goto('/');
  await rosa.page.getByRole('link', { name: 'I have a recording already' }).click();
  await heading(rosa.page, 'Use a recording you have').waitFor();
}

async function sendFile(file: string): Promise<void> {
  const chooser = rosa.page.waitForEvent('filechooser');
  await button(rosa.page, 'Choose a recording').click();
  await (await chooser).setFiles(file);
  await button(rosa.page, 'Send it').click();
  await heading(rosa.page, 'Your story is safe').waitFor();
  await button(rosa.page, /Only me/).click();
  await arrive(rosa.page, /^\/stories\//);
}

test('a story told by voice alone', async () => {
  const { page } = rosa;
  await page.goto('/');
  await page.getByRole('link', { name: 'Record my answer' }).click();
  await button(page, 'I see and hear myself').waitFor();
  await expectAccessible(page);
  await page.getByText('Only my voice', { exact: true }).click();
  await button(page, 'It hears me').click();
  await expectAccessible(page);
  await button(page, 'Start recording').click();
  await page.getByText('0:03 recorded').waitFor();
  await button(page, 'Pause').click();
  await page
    .getByText(/Paused at/)
    .first()
    .waitFor();
  const pausedAt = await page.evaluate(() => performance.now());
  await expectAccessible(page);
  // A second press within a second is taken for a slip, and does nothing.
  await page.waitForFunction((then) => performance.now() > then + 1000, pausedAt);
  await button(page, 'Carry on').click();
  await page.getByText('0:06 recorded').waitFor();
  await button(page, 'Stop').click();
  await button(page, 'Keep it').click();
  await heading(page, 'Your story is safe').waitFor();
  await button(page, /Only me/).click();
  await page.getByText('Only the voice').waitFor({ timeout: 60_000 });
  await expectAccessible(page);
}, 180_000);

test('a phone’s own film, turned on its side, in HEVC', async () => {
  const film = join(folder, 'IMG_0042.MOV');
  const upright = join(folder, 'upright.mov');
  const sources = [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=640x360:r=30:d=3',
    '-f',
    'lavfi',
    '-i',
    'sine=d=3',
  ];
  const codecs = [
    '-c:v',
    'libx265',
    '-x265-params',
    'log-level=none',
    '-tag:v',
    'hvc1',
    '-c:a',
    'aac',
  ];
  execFileSync('ffmpeg', ['-v', 'error', ...sources, ...codecs, upright]);
  const turned = ['-display_rotation', '90', '-i', upright, '-c', 'copy'];
  // ffmpeg 5 has no such option; there the rotation is written as metadata.
  const older = ['-i', upright, '-c', 'copy', '-metadata:s:v:0', 'rotate=90'];
  const major = Number(
    /version n?(\d+)/.exec(execFileSync('ffmpeg', ['-version']).toString())?.[1],
  );
  execFileSync('ffmpeg', ['-v', 'error', ...(major >= 6 ? turned : older), film]);
  await openUpload();
  await expectAccessible(rosa.page);
  await sendFile(film);
  await button(rosa.page, 'play').first().waitFor({ timeout: 60_000 });
  await button(rosa.page, 'play').first().click();
  await rosa.page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1);
  const shape = await rosa.page.evaluate(() => {
    const video = document.querySelector('video');
    return (video?.videoWidth ?? 0) / (video?.videoHeight ?? 1);
  });
  expect(shape).toBeLessThan(1);
}, 180_000);

test('a file that is no recording: a reason, and the file is kept', async () => {
  const file = join(folder, 'letter.mp4');
  writeFileSync(file, 'Dear Rosa, this is a letter and not a film.');
  await openUpload();
  await sendFile(file);
  await rosa.page
    .getByText('Something went wrong, and your recording is safe')
    .waitFor({ timeout: 60_000 });
  await rosa.page.getByText(/not a video or sound recording/).waitFor();
  await expectAccessible(rosa.page);
});

test('nothing upset the browser on the way', () => {
  expect(rosa.complaints).toEqual([]);
});
