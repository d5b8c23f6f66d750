import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, publicUrl, startTestServer, type TestServer } from '../src/server/testing.ts';
import { arrive, newPerson, startChromium } from './browser.ts';
import { button, expectAccessible, heading, password } from './pages.ts';

/** From the e-mail to recording: what somebody of 80 still goes through with. */
const MOST = 4;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  await server.owner.query(`insert into public."Prompt" ("promptText") values ('Who was there?')`);
  browser = await startChromium([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    // its pages sign up, which is for the address that people type
    `--host-resolver-rules=MAP ${new URL(publicUrl).host} ${new URL(server.url).host}`,
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function mailTo(email: string): Promise<string> {
  const { rows } = await server.owner.query(
    'select text from private.mail where to_address = $1 order by created_at desc limit 1',
    [email],
  );
  return rows[0]?.text ?? '';
}

/** Somebody whose taps are counted, wherever on the way they tap. */
async function newTapper(name: string) {
  const person = await newPerson(browser, publicUrl, name);
  let taps = 0;
  await person.page.exposeFunction('tapped', () => {
    taps += 1;
  });
  await person.page.addInitScript(() => {
    const count = (event: Event) => event.isTrusted && Reflect.get(window, 'tapped')();
    addEventListener('click', count, true);
  });
  return { ...person, taps: () => taps };
}

/** The camera is on, and the question stands above it: until it records. */
async function startRecording(page: Page): Promise<void> {
  await button(page, 'I see and hear myself').click();
  await button(page, 'Start recording').click();
  await page.getByText(/recorded$/).waitFor();
}

async function typeCode(page: Page, email: string): Promise<void> {
  await heading(page, 'Enter your code').waitFor();
  await page.getByLabel('Six digits').fill(await server.codeFor(email));
}

test('from an invitation, for somebody who has no account', async () => {
  const rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  const { page, taps, complaints } = await newTapper('Anna');
  const email = newEmail('anna');
  await rosa.post('/invitations', { email, role: 'LISTENER' });
  const link = /https?:\S+\/invitation#\S+/.exec(await mailTo(email))?.[0] ?? '';
  await page.goto(link);
  await heading(page, 'Rosa invites you').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Accept and make an account').click();
  await typeCode(page, email);
  await button(page, 'Tell a story of my own').click();
  await startRecording(page);
  expect(taps()).toBe(MOST);
  expect(complaints).toEqual([]);
});

test('from the first e-mail, for somebody who came by themselves', async () => {
  const { page, taps } = await newTapper('Otto');
  const email = newEmail('otto');
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Otto');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Continue').press('Enter');
  await heading(page, 'Enter your code').waitFor();
  const before = taps();
  await typeCode(page, email);
  await button(page, /^Tell my own stories/).click();
  await page.getByRole('link', { name: 'Record my answer' }).click();
  await startRecording(page);
  expect(taps() - before).toBe(MOST);
  await saysEarlyWhoMayWatch(page);
});

/** The recording is held up on its way: what is decided until then holds when it has arrived. */
async function saysEarlyWhoMayWatch(page: Page): Promise<void> {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/uploads/**', (route) => free.then(() => route.continue()));
  await button(page, 'Stop').click();
  await button(page, 'Keep it').click();
  await heading(page, 'Sending your story').waitFor();
  await button(page, /^Only me/).click();
  await page.getByText('Who may watch it: Only me').waitFor();
  await expectAccessible(page);
  await button(page, 'Decide anew').click();
  await button(page, /^Everyone I invited/).click();
  await page.getByText('Who may watch it: Everyone I invited').waitFor();
  letGo();
  await arrive(page, /^\/stories\//);
  const { rows } = await server.owner.query('select "privacyLevel" from public."PromptResponse"');
  expect(rows).toEqual([{ privacyLevel: 'Public' }]);
}
