import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, publicUrl, startTestServer, type TestServer } from '../src/server/testing.ts';
import type { Browser as Member } from '../src/server/testing-browser.ts';
import { arrive, newPerson, startChromium, step } from './browser.ts';
import { button, expectAccessible, expectRefused, heading, signIn } from './pages.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
let complaints: string[];
const question = 'What did your kitchen smell of?';
const [rosa, anna] = [newEmail('rosa'), newEmail('anna')];

beforeAll(async () => {
  server = await startTestServer();
  browser = await startChromium([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    // its pages sign in and out, which is for the address that people type
    `--host-resolver-rules=MAP ${new URL(publicUrl).host} ${new URL(server.url).host}`,
  ]);
  for (const [email, name] of [
    [rosa, 'Rosa'],
    [anna, 'Anna'],
  ] as const) {
    const member: Member = await server.member(email, name);
    await member.post('/me/sharer');
  }
  await server.owner.query(`insert into public."Prompt" ("promptText") values ($1)`, [question]);
  // One tablet, which both use.
  ({ page, complaints } = await newPerson(browser, publicUrl, 'Rosa'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function enter(email: string): Promise<void> {
  await signIn(page, email);
  await page.getByRole('link', { name: 'Record my answer' }).waitFor();
}

/** The browser has the app, and what this page shows. */
async function keptHere(...paths: string[]): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  const answers = () =>
    page.evaluate(async () => {
      const opened = indexedDB.open('telloom-kept');
      await new Promise((resolve) => opened.addEventListener('success', resolve));
      const all = opened.result.transaction('answers').objectStore('answers').getAllKeys();
      await new Promise((resolve) => all.addEventListener('success', resolve));
      opened.result.close();
      return JSON.stringify(all.result);
    });
  for (const path of paths) await expect.poll(answers, { timeout: 60_000 }).toContain(path);
}

const offline = (now: boolean) => page.context().setOffline(now);
const seenLast = () => page.getByText(/You are offline\. This is what you saw last, on .*\d{4}/);

test('without a connection the app opens, with what was seen last, for whoever saw it', async () => {
  await step('Rosa looks around', async () => {
    await page.goto('/sign-in');
    await enter(rosa);
    await page.goto('/family');
    await heading(page, 'Family and friends').waitFor();
    await keptHere('prompts', 'listeners', 'invitations');
  });

  await step('offline, a page that she saw opens and says how old it is', async () => {
    await offline(true);
    await page.reload();
    await heading(page, 'Family and friends').waitFor();
    await seenLast().waitFor();
    await expectAccessible(page);
  });

  await step('the question waits for her, and can be recorded', async () => {
    await page.goto('/');
    await heading(page, question).waitFor();
    await page.getByRole('link', { name: 'Record my answer' }).click();
    await button(page, 'I see and hear myself').click();
    await button(page, 'Start recording').click();
    await page.getByText(/Kept on this device/).waitFor();
    await button(page, 'Stop').click();
    await button(page, 'Keep it').click();
    await heading(page, 'Sending your story').waitFor();
  });

  await step('a page that she never saw says that it is not here', async () => {
    await page.goto('/photos');
    await heading(page, 'This page did not open').waitFor();
    await expectAccessible(page);
  });

  await step('back online, what she told goes on its way and the notice goes', async () => {
    await page.goto('/family');
    await seenLast().waitFor();
    await offline(false);
    await seenLast().waitFor({ state: 'hidden' });
    await page.goto('/account');
    await expect
      .poll(async () => (await server.owner.query('select from public."Video"')).rowCount)
      .toBe(1);
  });

  await step('signed out, nothing of hers is left', async () => {
    await button(page, 'Sign out on this device').click();
    await arrive(page, /^\/sign-in/);
    await offline(true);
    await page.goto('/family');
    await heading(page, 'This page did not open').waitFor();
    await offline(false);
  });

  await step('Anna has her own pages there, and none of Rosa’s', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(anna);
    await expectRefused(page, page.getByRole('button', { name: 'Sign in', exact: true }));
    await enter(anna);
    await keptHere('topics');
    await offline(true);
    await page.reload();
    await seenLast().waitFor();
    await page.goto('/family');
    await heading(page, 'This page did not open').waitFor();
    await offline(false);
  });

  await step('a session that ended elsewhere leaves nothing either', async () => {
    await page.goto('/family');
    await heading(page, 'Family and friends').waitFor();
    await keptHere('listeners');
    await server.owner.query('delete from auth.ba_sessions');
    await page.reload();
    await arrive(page, /^\/sign-in/);
    await offline(true);
    await page.goto('/family');
    await heading(page, 'This page did not open').waitFor();
  });
  expect(complaints).toEqual([]);
});
