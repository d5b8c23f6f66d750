import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive } from './browser.ts';
import { speakOn } from './chaos/browser-disk.ts';
import { type KillableBrowser, startKillable } from './killable-browser.ts';
import { makeSpokenClip, microphoneAndCamera } from './media/make-media.ts';
import {
  becomeStoryteller,
  button,
  expectAccessible,
  heading,
  setUp,
  signIn,
  signInIfAsked,
} from './pages.ts';
import { hashesOnDisk, nextReceipt } from './receipts.ts';
import { type RunningTelloom, startTelloom } from './telloom.ts';

const email = 'rosa@example.com';
let telloom: RunningTelloom;
let browser: KillableBrowser;
let profile: string;
let devices: string[];
let page: Page;
const complaints: string[] = [];

async function newPage(): Promise<void> {
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
}

async function comeBack(): Promise<void> {
  await newPage();
  await page.goto(telloom.url);
}

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'telloom-profile-'));
  const text = 'What was said is not lost.';
  devices = microphoneAndCamera(
    await makeSpokenClip({ dir: join(tmpdir(), 'telloom-clips'), text }),
  );
  telloom = await startTelloom();
  browser = await startKillable(profile, devices);
  await newPage();
  await setUp({ name: 'Rosa', email, page, complaints }, telloom.setupLink);
  await becomeStoryteller({ name: 'Rosa', email, page, complaints });
});
afterAll(async () => {
  await browser?.close();
  await telloom?.stop();
  rmSync(profile, { recursive: true, force: true });
});

/** Speaks until some of it has reached the server. */
async function recordAWhile(): Promise<void> {
  await page.getByRole('link', { name: 'Record my answer' }).click();
  await button(page, 'I see and hear myself').click();
  await button(page, 'Start recording').click();
  await page.getByText(/safe with Telloom/).waitFor();
}

/** After a visit that ended badly: from the notice on the first page to the receipt. */
async function goOn(): Promise<void> {
  await page.getByText(/is still on this device/).waitFor();
  await page.getByText(/minutes are safe with Telloom/).waitFor();
  await page.getByRole('link', { name: 'Watch it and decide' }).click();
  await heading(page, 'You have an unsent recording').waitFor();
  await keep();
}

async function keep(): Promise<void> {
  const receipt = nextReceipt(page);
  await button(page, 'Keep it').click();
  await expectSafe(receipt);
}

/** The page has its receipt, and the disk has what it says. Then it is made a story. */
async function expectSafe(receipt: ReturnType<typeof nextReceipt>): Promise<void> {
  const { sha256 } = await receipt;
  expect(hashesOnDisk(telloom.dataDir)).toContain(sha256);
  await heading(page, 'Your story is safe').waitFor();
  await button(page, /Only me/).click();
  await arrive(page, /^\/stories\//);
}

test('a page that dies while it records', async () => {
  await recordAWhile();
  await page.close();
  await comeBack();
  await page.getByText(/minutes are safe with Telloom/).waitFor();
  await expectAccessible(page);
  await goOn();
});

test('a browser that dies while it records', async () => {
  await page.goto(`${telloom.url}/`);
  await recordAWhile();
  await browser.kill();
  browser = await startKillable(profile, devices);
  await comeBack();
  await signInIfAsked(page, email);
  await goOn();
});

test('a network that is gone for a while', async () => {
  await page.goto(`${telloom.url}/`);
  await recordAWhile();
  await browser.context.setOffline(true);
  const time = await page.getByText(/recorded$/).textContent();
  await page.waitForFunction((before) => !document.body.textContent?.includes(before ?? ''), time);
  await button(page, 'Stop').click();
  const receipt = nextReceipt(page);
  await button(page, 'Keep it').click();
  await page.getByText('The connection is gone for the moment').waitFor();
  await browser.context.setOffline(false);
  await expectSafe(receipt);
});

test('a person who signs out while a recording is on its way', async () => {
  await page.goto(`${telloom.url}/`);
  await recordAWhile();
  await browser.context.route('**/uploads/*', (route) => route.abort());
  await speakOn(page, 1);
  await button(page, 'Stop').click();
  await button(page, 'Keep it').click();
  await heading(page, 'Sending your story').waitFor();

  const askToLeave = async () => {
    await page.goto(`${telloom.url}/account`);
    await button(page, 'Sign out on this device').click();
    await page.getByText('A recording is not all with Telloom yet').waitFor();
  };
  await askToLeave();
  await expectAccessible(page);
  await button(page, 'Sign out all the same').click();
  await arrive(page, /^\/sign-in/);
  await signIn(page, email);
  await page.getByText(/is still on this device/).waitFor();

  await askToLeave();
  await button(page, 'Wait until it is sent').click();
  await page.getByText('You are signed out as soon as all of it is safe.').waitFor();
  await browser.context.unroute('**/uploads/*');
  await arrive(page, /^\/sign-in/);
  await signIn(page, email);
  await page.getByText(/has arrived whole/).waitFor();
});

test('nothing upset the browser on the way', () => {
  expect(complaints).toEqual([]);
});
