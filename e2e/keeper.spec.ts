import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import type { Browser as Member } from '../src/server/testing-browser.ts';
import { arrive, newPerson, type Person, startChromium, step } from './browser.ts';
import { button, expectAccessible, heading } from './pages.ts';

// Karl tells stories, and looks after those of Rosa and of Otto.
let server: TestServer;
let browser: Browser;
let rosa: Teller;
let otto: Teller;
let karl: Teller;
let window: Person;

interface Teller {
  member: Member;
  sharer: string;
  story: string;
}

async function makeTeller(name: string, email = newEmail(name.toLowerCase())): Promise<Teller> {
  const member = await server.member(email, name);
  const sharer = (await member.post('/me/sharer')).body.sharerId;
  const question = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, $2)`, [
    question,
    `What does ${name} like?`,
  ]);
  const { rows } = await server.owner.query(
    `insert into public."PromptResponse" ("profileSharerId", "promptId") values ($1, $2) returning id`,
    [sharer, question],
  );
  return { member, sharer, story: rows[0].id };
}

const cookiesOf = ({ member }: Teller) =>
  [...member.cookies].map(([name, value]) => ({ name, value, url: member.server }));

async function signIn(context: BrowserContext, teller: Teller) {
  await context.clearCookies();
  await context.addCookies(cookiesOf(teller));
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  const email = newEmail('karl');
  [rosa, otto, karl] = [
    await makeTeller('Rosa'),
    await makeTeller('Otto'),
    await makeTeller('Karl', email),
  ];
  for (const { member } of [rosa, otto]) {
    const { body } = await member.post('/invitations', { email, role: 'EXECUTOR' });
    await karl.member.post('/invitations/accept', { token: body.link.split('#')[1] });
  }
  window = await newPerson(browser, server.url, 'Karl');
  await signIn(window.page.context(), karl);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const banner = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Whose pages these are' }).getByText(name);

test('a keeper acts for one storyteller at a time, and always sees for whom', async () => {
  const { page } = window;
  const forRosa = `${server.url}/for/${rosa.sharer}`;
  const forOtto = `${server.url}/for/${otto.sharer}`;

  await step('whom Karl looks after', async () => {
    await page.goto('/looked-after');
    await heading(page, 'Whom you look after').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Look after Rosa’s stories' }).click();
    await banner(page, 'Rosa').waitFor();
    expect(page.url()).toBe(`${forRosa}/`);
    await expectAccessible(page);
  });

  await step('every page of hers stays hers, and says so in its title', async () => {
    await page.getByRole('link', { name: 'Stories', exact: true }).click();
    await page.getByRole('link', { name: 'What does Rosa like?' }).click();
    await heading(page, 'What does Rosa like?').waitFor();
    expect(page.url()).toBe(`${forRosa}/stories/${rosa.story}`);
    expect(await page.title()).toBe('What does Rosa like? – Rosa – Telloom');
  });

  await step('another tab is about Otto, and this one still about Rosa', async () => {
    const tab = await page.context().newPage();
    await tab.goto(`${forOtto}/stories/${otto.story}`);
    await banner(tab, 'Otto').waitFor();
    await page.getByRole('link', { name: 'Family' }).click();
    await heading(page, 'Family and friends').waitFor();
    await banner(page, 'Rosa').waitFor();
    await tab.close();
  });

  await step('what is Otto’s, or Karl’s own, is not there', async () => {
    for (const { story } of [otto, karl]) {
      await page.goto(`${forRosa}/stories/${story}`);
      await heading(page, 'We cannot find this page').waitFor();
    }
  });

  await step('an address without a name leads to whose it is', async () => {
    await page.goto(`/stories/${otto.story}`);
    await banner(page, 'Otto').waitFor();
    expect(page.url()).toBe(`${forOtto}/stories/${otto.story}`);
    await page.goto(`${forOtto}/account`);
    await heading(page, 'Account').waitFor();
    expect(page.url()).toBe(`${server.url}/account`);
    expect(await page.getByRole('complementary').count()).toBe(0);
  });

  await step('back leads back to Otto, as Otto', async () => {
    await page.goto(`${forOtto}/family`);
    await page.getByRole('link', { name: 'Back to my own pages' }).click();
    await heading(page, 'Whom you look after').waitFor();
    await page.goBack();
    await heading(page, 'Family and friends').waitFor();
    await banner(page, 'Otto').waitFor();
  });

  await step('Otto reads what Karl did', async () => {
    await page.goto(`${forOtto}/stories/${otto.story}`);
    await button(page, /Change.*Who may watch/).click();
    await page.getByText('Everyone Otto invited').click();
    await button(page, /^Save/).click();
    await page.getByText('Family and friends of Otto here.').waitFor();
    await page.getByRole('link', { name: 'Done' }).click();
    const entry = 'Karl changed who may see “What does Otto like?”: everyone invited.';
    await page.getByText(entry).waitFor();
    await signIn(page.context(), otto);
    await page.goto('/log');
    await page.getByText(entry).waitFor();
    await expectAccessible(page);
  });

  await step('who comes for several things chooses, and every page says for which', async () => {
    await signIn(page.context(), karl);
    await page.goto('/roles');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Tell my stories' }).click();
    await page.getByRole('link', { name: 'Telling my stories' }).waitFor();
    await page.getByRole('link', { name: 'Telling my stories' }).click();
    await page.getByRole('link', { name: 'Look after somebody’s stories' }).click();
    await page.getByRole('link', { name: 'Looking after stories' }).waitFor();
    await page.goto('/home');
    await arrive(page, /^\/looked-after/);
  });

  await step('a keeper no longer: the open page does nothing any more', async () => {
    await page.goto(`${forRosa}/family`);
    await banner(page, 'Rosa').waitFor();
    await rosa.member.delete('/keeper');
    await page.reload();
    await heading(page, 'You do not look after these stories').waitFor();
  });

  await step('who is signed out signs in outside of it, and comes back to it', async () => {
    await page.context().clearCookies();
    await page.goto(`${forOtto}/log`);
    const { searchParams } = await arrive(page, /^\/sign-in/);
    expect(searchParams.get('to')).toBe(`/for/${otto.sharer}/log`);
  });
  expect(window.complaints).toEqual([]);
}, 300_000);
