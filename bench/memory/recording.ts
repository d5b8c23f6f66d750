import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { arrive, newPerson, startChromium } from '../../e2e/browser.ts';
import { makeSpokenClip, microphoneAndCamera } from '../../e2e/media/make-media.ts';
import { becomeStoryteller, button, heading, setUp } from '../../e2e/pages.ts';
import { type RunningTelloom, startTelloom } from '../../e2e/telloom.ts';
import { head } from '../table.ts';
import { reportGrowth, resident } from './resident.ts';

const SAMPLE_MS = 5_000;
const PREPARED_MS = 3 * 3_600_000;

type Sample = Record<'server' | 'page' | 'heap', number>;

/**
 * A recording of many minutes in Chromium, of 640 x 360, with the program as `npm start` runs it: the memory of the
 * server (API and worker are one process), of the page that records and of its JavaScript heap,
 * in MiB; then of the server while it makes all of that ready. Linux alone (/proc).
 */
export async function benchRecording(minutes: number): Promise<void> {
  const text = 'We lived by the river, and in the spring the water came up to the door.';
  const dir = join(tmpdir(), 'telloom-clips');
  const clip = await makeSpokenClip({ dir, text, width: 640, height: 360 });
  const telloom = await startTelloom();
  const browser = await startChromium(microphoneAndCamera(clip));
  try {
    const rosa = await newPerson(browser, telloom.url, 'Rosa');
    await setUp(rosa, telloom.setupLink);
    await becomeStoryteller(rosa);
    await startRecording(rosa.page);
    const cdp = await browser.newBrowserCDPSession();
    const page = await rosa.page.context().newCDPSession(rosa.page);
    await page.send('Performance.enable');
    const samples: Sample[] = [];
    for await (const _ of every(SAMPLE_MS)) {
      samples.push(await sample(telloom, cdp, page));
      if (samples.length * SAMPLE_MS >= minutes * 60_000) break;
    }
    console.log(head);
    for (const what of ['server', 'page', 'heap'] as const) {
      reportGrowth(
        `${what}, ${minutes} minutes`,
        samples.map((one) => one[what]),
      );
    }
    await stopAndKeep(rosa.page);
    reportGrowth('server while it makes it ready', await untilReady(telloom, rosa.page));
  } finally {
    await browser.close();
    await telloom.stop();
  }
}

async function startRecording(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Record my answer' }).click();
  await button(page, 'I see and hear myself').click();
  await button(page, 'Start recording').click();
  await page.getByText(/safe with Telloom/).waitFor();
}

async function stopAndKeep(page: Page): Promise<void> {
  await button(page, 'Stop').click();
  await button(page, 'Keep it').click();
  await heading(page, 'Your story is safe').waitFor();
  await button(page, /Only me/).click();
  await arrive(page, /^\/stories\//);
}

/** The server's memory until every quality is there. */
async function untilReady(telloom: RunningTelloom, page: Page): Promise<number[]> {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const samples: number[] = [];
  for await (const _ of every(SAMPLE_MS)) {
    samples.push(resident(telloom.pid()));
    const { video } = await page.evaluate(
      async (path) => (await fetch(path)).json(),
      `/api/v1/responses/${id}`,
    );
    if (video?.status === 'ERRORED') throw new Error(video.errorMessage);
    if (video?.playback?.download) return samples;
    if (samples.length * SAMPLE_MS > PREPARED_MS) throw new Error('It did not become ready.');
  }
  return samples;
}

async function sample(telloom: RunningTelloom, cdp: CDPSession, page: CDPSession): Promise<Sample> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => resident(id));
  const { metrics } = await page.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  return {
    server: resident(telloom.pid()),
    page: Math.max(...pages),
    heap: heap / 1024 ** 2,
  };
}
