import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import type { Browser as Member } from '../src/server/testing-browser.ts';
import { arrive, newMember, startChromium, step } from './browser.ts';
import { heading } from './pages.ts';

let server: TestServer;
let browser: Browser;
let rosa: Member;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  page = (await newMember(browser, rosa, 'Rosa')).page;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody is invited and accepts, far away from Rosa's page. */
async function arrives(name: string): Promise<void> {
  const email = newEmail(name.toLowerCase());
  const member = await server.member(email, name);
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await member.post('/invitations/accept', { token: body.link.split('#')[1] });
}

const isSubscribed = async () => {
  const rows = await server.owner.query('select from realtime.subscription');
  return (rows.rowCount ?? 0) > 0;
};

test('a page follows what others do, also after the server was away', async () => {
  await step('Rosa looks at who is here', async () => {
    await page.goto(`${rosa.server}/family`);
    await heading(page, 'Family and friends').waitFor();
    await expect.poll(isSubscribed, { timeout: 60_000 }).toBe(true);
  });
  await step('Anna appears by herself', async () => {
    await arrives('Anna');
    await page.getByText('Anna', { exact: true }).waitFor();
  });
  await step('the server stops and comes back', async () => {
    await server.restart();
    await expect.poll(isSubscribed, { timeout: 60_000 }).toBe(true);
  });
  await step('Ben appears too', async () => {
    await arrives('Ben');
    await page.getByText('Ben', { exact: true }).waitFor();
  });
  await step('signed out elsewhere, the page leads to the sign-in', async () => {
    await server.owner.query('delete from auth.ba_sessions');
    await arrive(page, /^\/sign-in/);
  });
});
