import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePhoto } from '../src/features/attachments/testing/files.ts';
import { newPerson, type Person, startChromium } from './browser.ts';
import {
  becomeStoryteller,
  button,
  expectAccessible,
  expectRefused,
  heading,
  setUp,
} from './pages.ts';
import { type RunningTelloom, startTelloom } from './telloom.ts';

let telloom: RunningTelloom;
let browser: Browser;
let rosa: Person;
let folder: string;
let story: string;

/** A story whose recording has not come yet: what lies beside it does not wait for it. */
const tellStory = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`/api/v1${path}`, init)).json();
    };
    const { prompt } = await (await fetch('/api/v1/prompts/next')).json();
    const promptId = prompt.id;
    const recording = { promptId, kind: 'video', contentType: 'video/webm' };
    const { videoId } = await post('/recordings', recording);
    return (await post('/responses', { promptId, videoId })).id;
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telloom-photos-'));
  const file = (name: string, bytes: Buffer | string) => writeFileSync(join(folder, name), bytes);
  file('house.jpg', await makePhoto());
  file('boat.jpg', await makePhoto({ width: 300, height: 500 }));
  file('letter.txt', 'Dear Rosa, the boat is sold.');
  file('trick.jpg', '<html><script>alert(1)</script></html>');
  [telloom, browser] = await Promise.all([startTelloom(), startChromium()]);
  rosa = await newPerson(browser, telloom.url, 'Rosa');
  await setUp(rosa, telloom.setupLink);
  await becomeStoryteller(rosa);
  story = await tellStory(rosa.page);
});
afterAll(async () => {
  await browser?.close();
  await telloom?.stop();
  rmSync(folder, { recursive: true });
});

async function choose(page: Page, name: string, files: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, name).click();
  await (await chooser).setFiles(files.map((file) => join(folder, file)));
}

test('photos and papers beside a story', async () => {
  const { page } = rosa;
  await page.goto(`/stories/${story}`);
  const files = ['house.jpg', 'boat.jpg', 'letter.txt', 'trick.jpg'];
  await choose(page, 'Add photos or papers', files);
  await page.getByText('4 files arrived.').waitFor();
  await page.getByText(/This is a web page/).waitFor();
  await button(page, 'Take trick.jpg off the list').click();
  const photos = page.getByRole('button', { name: /^Photo for/ });
  await expect.poll(() => photos.count(), { timeout: 20_000 }).toBe(2);
  await page.getByRole('link', { name: 'Open letter.txt' }).waitFor();
  await expectAccessible(page);

  await photos.first().press('Enter');
  await page.getByText('1 of 2').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await page.getByText('2 of 2').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await photos.first().click();
  await page.getByRole('link', { name: 'Write about it' }).last().click();
  await button(page, 'Change: What it shows').waitFor();
});

test('what is known about a photo, and who is in it', async () => {
  const { page } = rosa;
  await button(page, 'Change: What it shows').click();
  await page.getByLabel('What it shows').fill('The house in Cádiz');
  await button(page, 'Save').click();
  await heading(page, 'The house in Cádiz').waitFor();
  await button(page, 'Change: When it was').click();
  await page.getByText('About a year').click();
  await page.getByLabel('Which year?').fill('52');
  await button(page, 'Save').click();
  await page.getByRole('link', { name: /four digits/ }).waitFor();
  await page.getByLabel('Which year?').fill('1952');
  await button(page, 'Save').click();
  await page.getByText('about 1952').first().waitFor();
  await button(page, 'Name somebody').click();
  await page.getByLabel('Name', { exact: true }).fill('María');
  await page.getByLabel('Who is it to the storyteller?').selectOption('Mother');
  await expectAccessible(page);
  await button(page, 'Save').click();
  await button(page, 'María is not in it').waitFor();

  await button(page, 'Delete it').click();
  await page.getByText('It is deleted').waitFor();
  await expectAccessible(page);
  await button(page, 'Take it back').click();
  await button(page, 'María is not in it').waitFor();
});

test('all of them, those of one person, and a thing with its photo', async () => {
  const { page } = rosa;
  await page.goto('/photos');
  await expectAccessible(page);
  await page.getByRole('link', { name: /María/ }).click();
  await heading(page, 'Photos of María').waitFor();
  await expect.poll(() => page.getByRole('button', { name: /Photo|house/ }).count()).toBe(1);

  await page.getByRole('link', { name: /A ring, a tool/ }).click();
  await page.getByRole('link', { name: 'Add a thing' }).click();
  await expectRefused(page, button(page, 'Save, and add photos'));
  await page.getByLabel('What is it?').fill('The copper pan');
  await page.getByLabel('What kind of thing?').selectOption({ label: 'From the kitchen' });
  await page.getByLabel('Which story tells about it?').selectOption({ index: 1 });
  await expectAccessible(page);
  // A second press within a second is taken for a slip, and does nothing.
  await page.getByLabel('What is it?').press('Enter');
  await heading(page, 'The copper pan').waitFor();
  await choose(page, 'Add photos or papers', ['boat.jpg']);
  await page.getByRole('button', { name: /^Photo for/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Things we keep' }).click();
  await heading(page, 'Things we keep').waitFor();
  await page.getByRole('heading', { name: 'From the kitchen' }).waitFor();
  await expectAccessible(page);
});

test('one’s own picture', async () => {
  const { page } = rosa;
  await page.goto('/account');
  await choose(page, 'Choose a picture', ['letter.txt']);
  await page.getByText('This is not a picture that we can show. Choose another one.').waitFor();
  await choose(page, 'Choose a picture', ['house.jpg']);
  await button(page, 'Choose another picture').waitFor();
  await expectAccessible(page);
  await button(page, 'Take it away').click();
  await button(page, 'Choose a picture').waitFor();
  expect(rosa.complaints).toEqual([]);
});
