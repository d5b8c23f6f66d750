import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { arrive, type Person } from '../browser.ts';
import { type KillableBrowser, startKillable } from '../killable-browser.ts';
import { makeSpokenClip, microphoneAndCamera } from '../media/make-media.ts';
import { becomeStoryteller, button, setUp, signInIfAsked } from '../pages.ts';
import { hashesOnDisk, nextReceipt } from '../receipts.ts';
import { type RunningTelloom, startTelloom } from '../telloom.ts';
import { newestOnDisk, speakOn } from './browser-disk.ts';
import { createRandom, type Random } from './random.ts';

export type BrowserMishap = 'tab' | 'browser' | 'server' | 'database' | 'network';

export interface BrowserRun {
  kills: Record<BrowserMishap, number>;
  receipts: number;
  /** Seconds between the last slice on the disk and the end of its tab or browser, at the worst. */
  worstLoss: number;
  wrong: string[];
}

interface Stage {
  telloom: RunningTelloom;
  browser: KillableBrowser;
  page: Page;
  startBrowser: () => Promise<KillableBrowser>;
}

const MISHAPS: BrowserMishap[] = ['tab', 'browser', 'server', 'database', 'network'];
const rosa = { name: 'Rosa', email: 'rosa@example.com' };

/** The same in Chromium, with a camera and a microphone that play a file: each mishap in turn. */
export async function runBrowser(options: {
  kills: number;
  seed: number;
  log?: string;
  say: (line: string) => void;
}): Promise<BrowserRun> {
  const profile = mkdtempSync(join(tmpdir(), 'telloom-profile-'));
  const telloom = await startTelloom({ log: options.log });
  const random = createRandom(options.seed);
  const text = 'What was said is not lost.';
  const clip = await makeSpokenClip({ dir: join(tmpdir(), 'telloom-clips'), text });
  const startBrowser = () => startKillable(profile, microphoneAndCamera(clip));
  const browser = await startBrowser();
  const stage: Stage = { telloom, browser, page: await browser.newPage(), startBrowser };
  const kills = { tab: 0, browser: 0, server: 0, database: 0, network: 0 };
  const run: BrowserRun = { kills, receipts: 0, worstLoss: 0, wrong: [] };
  try {
    const person: Person = { ...rosa, page: stage.page, complaints: [] };
    await setUp(person, telloom.setupLink);
    await becomeStoryteller(person);
    for (let round = 0; round < options.kills; round += 1) {
      const mishap = MISHAPS[round % MISHAPS.length] as BrowserMishap;
      const began = performance.now();
      await playRound(stage, mishap, random, run);
      kills[mishap] += 1;
      const seconds = (performance.now() - began) / 1000;
      options.say(`Chromium ${round + 1} of ${options.kills}: ${mishap}, ${seconds.toFixed(1)} s`);
    }
    return run;
  } finally {
    await stage.browser.close();
    await telloom.stop();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function playRound(stage: Stage, mishap: BrowserMishap, random: Random, run: BrowserRun) {
  await stage.page.goto(stage.telloom.url);
  const acknowledged = watchAcknowledged(stage.page);
  await startRecording(stage.page);
  await randomMoment(stage.page, random);
  if (mishap === 'tab' || mishap === 'browser') {
    const died = await killThePage(stage, mishap);
    stage.page = await stage.browser.newPage();
    await stage.page.goto(stage.telloom.url);
    await signInIfAsked(stage.page, rosa.email);
    run.worstLoss = Math.max(run.worstLoss, await secondsLost(stage.page, died));
    await stage.page.getByRole('link', { name: 'Watch it and decide' }).click();
  } else {
    await meanwhile(stage, mishap);
    await button(stage.page, 'Stop').click();
  }
  const { bytes, sha256 } = await keep(stage.page);
  run.receipts += 1;
  if (!hashesOnDisk(stage.telloom.dataDir).includes(sha256)) run.wrong.push('a false receipt');
  const promised = acknowledged();
  if (bytes < promised) run.wrong.push(`${promised} bytes acknowledged, ${bytes} in the master`);
}

/** A kill comes when it likes: no state is waited for. */
const randomMoment = (page: Page, random: Random) => page.waitForTimeout(random.whole(0, 4000));

/** How many bytes the server has vouched for since. */
function watchAcknowledged(page: Page): () => number {
  let most = 0;
  page.on('response', (response) => {
    if (response.request().method() !== 'PATCH' || response.status() !== 204) return;
    most = Math.max(most, Number(response.headers()['upload-offset']));
  });
  return () => most;
}

async function startRecording(page: Page) {
  await page.getByRole('link', { name: 'Record my answer' }).click();
  await button(page, 'I see and hear myself').click();
  await button(page, 'Start recording').click();
  await page.getByText(/safe with Telloom/).waitFor();
}

/** `kill -9` of the tab's process or of everything; says when. */
async function killThePage(stage: Stage, mishap: 'tab' | 'browser') {
  const { browser, page } = stage;
  const died = Date.now();
  if (mishap === 'browser') {
    await browser.kill();
    stage.browser = await stage.startBrowser();
  } else {
    const crashed = page.waitForEvent('crash');
    await browser.killTabs();
    await crashed;
    await page.close();
  }
  return died;
}

async function meanwhile({ telloom, browser, page }: Stage, mishap: BrowserMishap) {
  if (mishap === 'network') {
    await browser.context.setOffline(true);
    await speakOn(page, 2);
    await browser.context.setOffline(false);
  } else {
    await (mishap === 'server' ? telloom.kill() : telloom.killDatabase());
    await telloom.start();
  }
}

/** From the moment it died back to the end of what the browser had written down. */
async function secondsLost(page: Page, died: number) {
  const { startedAt, seconds } = await newestOnDisk(page);
  return (died - startedAt) / 1000 - seconds;
}

async function keep(page: Page) {
  const receipt = nextReceipt(page);
  await button(page, 'Keep it').click();
  const given = await receipt;
  await button(page, /Only me/).click();
  await arrive(page, /^\/stories\//);
  return given;
}
