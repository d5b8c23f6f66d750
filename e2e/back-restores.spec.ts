import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import { arrive, newMember, newPerson, startChromium } from './browser.ts';
import { button, heading } from './pages.ts';

let server: TestServer;
let browser: Browser;
let rosa: Page;
let nobody: Page;
/** What the addresses below are about. */
const ids = { topic: randomUUID(), question: randomUUID(), story: '', thing: '', token: '' };
const stories = 40;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  const member = await server.member(newEmail('rosa'), 'Rosa');
  const { sharerId } = (await member.post('/me/sharer')).body;
  const run = (text: string, values: unknown[] = []) => server.owner.query(text, values);
  await run(
    `insert into public."ProfileRole" ("profileId", role) select id, 'ADMIN' from public."Profile"`,
  );
  await run('insert into public."PromptCategory" (id, category) values ($1, $2)', [
    ...[ids.topic, 'The kitchen table'],
  ]);
  await run(
    'insert into public."Prompt" (id, "promptText", "promptCategoryId") values ($1, $2, $3)',
    [ids.question, 'Who was there?', ids.topic],
  );
  const { rows } = await run(
    `with asked as (
       insert into public."Prompt" ("promptText") select 'Question ' || n from generate_series(1, $2) n
       returning id)
     insert into public."PromptResponse" ("profileSharerId", "promptId")
     select $1, id from asked returning id`,
    [sharerId, stories],
  );
  ids.story = rows[0].id;
  ids.thing = (await member.post('/objects', { name: 'The copper pan' })).body.id;
  const invited = await member.post('/invitations', {
    email: newEmail('anna'),
    role: 'LISTENER',
  });
  ids.token = invited.body.link.split('#')[1];
  rosa = (await newMember(browser, member, 'Rosa')).page;
  nobody = (await newPerson(browser, server.url, 'Nobody')).page;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface FormPage {
  at: () => string;
  /** Presses this first, where the form is opened in its place. */
  opens?: string;
  /** What is typed, by the label of its field. */
  types: Record<string, string>;
  /** What is chosen of a few. */
  picks?: string;
}

const address = 'somebody@example.com';

/** Every page with a form to type into, of those who are not signed in and of those who are. */
const open: Record<string, FormPage> = {
  'signing in': { at: () => '/sign-in', types: { 'E-mail address': address } },
  'signing in by code': { at: () => '/sign-in?by=code', types: { 'E-mail address': address } },
  'signing up': {
    at: () => '/sign-up',
    types: { 'Your name': 'Anna', 'E-mail address': address },
  },
  'a new password': { at: () => '/forgot', types: { 'E-mail address': address } },
  'an invitation': { at: () => `/invitation#${ids.token}`, types: { 'Your name': 'Anna' } },
};

const own: Record<string, FormPage> = {
  inviting: { at: () => '/family', types: { 'Invite someone by e-mail': address } },
  'choosing a keeper': {
    at: () => '/keeper',
    types: { 'Invite someone to look after your stories': address },
  },
  'asking to watch': {
    at: () => '/watch/following',
    types: { 'Username, e-mail address or link': 'rosa' },
  },
  'a new thing': {
    at: () => '/objects/new',
    types: {
      'What is it?': 'A ring',
      'What should the family know about it? (optional)': 'Of my mother',
    },
  },
  'a thing': {
    at: () => `/objects/${ids.thing}`,
    opens: 'Change: About it',
    types: { 'What is it?': 'The old pan' },
  },
  'notes of a story': {
    at: () => `/stories/${ids.story}`,
    opens: 'Change: Notes',
    types: { Notes: 'It was in May.' },
  },
  'who may watch': {
    at: () => `/stories/${ids.story}`,
    opens: 'Change: Who may watch',
    types: {},
    picks: 'Everyone I invited',
  },
  'phone and address': {
    at: () => '/account',
    opens: 'Change: Phone and address',
    types: { 'Phone number (optional)': '030 123', 'Town (optional)': 'Cádiz' },
  },
  'a key for programs': { at: () => '/account/keys', types: { Name: 'Copies' } },
  'a new question': {
    at: () => '/admin/questions/new',
    types: { 'The question': 'Who cooked?' },
    picks: 'Before the others of its topic',
  },
  'a question': {
    at: () => `/admin/questions/${ids.question}`,
    opens: 'Change: Words and place',
    types: { 'The question': 'Who sat there?' },
  },
  'a new topic': {
    at: () => '/admin/topics',
    types: { 'What is the topic called?': 'The sea' },
  },
  'a topic': {
    at: () => `/admin/topics/${ids.topic}`,
    opens: 'Change: About it',
    types: { 'What is it about? (optional)': 'Eating together' },
  },
  'a kind of things': { at: () => '/admin/kinds', types: { 'What kind of thing?': 'Tools' } },
  'looking for people': {
    at: () => '/admin/people',
    types: { 'Name or e-mail address': 'rosa' },
  },
};

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const choice = (page: Page, name: string) => page.getByRole('radio', { name });

/** What somebody typed and chose is there, whoever put it there. */
async function expectFilled(page: Page, { types, picks }: FormPage): Promise<void> {
  for (const [label, text] of Object.entries(types)) {
    await expect.poll(() => field(page, label).inputValue()).toBe(text);
  }
  if (picks) await expect.poll(() => choice(page, picks).isChecked()).toBe(true);
}

async function goesAndComesBack(page: Page, form: FormPage): Promise<void> {
  const { at, opens, types, picks } = form;
  await page.goto(at());
  if (opens) await button(page, opens).first().click();
  for (const [label, text] of Object.entries(types)) await field(page, label).fill(text);
  if (picks) await choice(page, picks).press('Space');
  await expectFilled(page, form);
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await heading(page, 'What would you like to know?').waitFor();
  await page.goBack();
  await expectFilled(page, form);
}

test.each(Object.entries(open))('what was typed is there again after Back: %s', async (_, form) => {
  await goesAndComesBack(nobody, form);
});

test.each(Object.entries(own))('what was typed is there again after Back: %s', async (_, form) => {
  await goesAndComesBack(rosa, form);
});

test('a password is never kept', async () => {
  await nobody.goto('/sign-in');
  await field(nobody, 'E-mail address').fill(address);
  await field(nobody, 'Password').fill('a loom in the attic');
  await nobody.getByRole('button', { name: 'Show password' }).click();
  await nobody.getByRole('link', { name: 'Help', exact: true }).click();
  await heading(nobody, 'What would you like to know?').waitFor();
  await nobody.goBack();
  await expect.poll(() => field(nobody, 'E-mail address').inputValue()).toBe(address);
  expect(await field(nobody, 'Password').inputValue()).toBe('');
});

test('what was left as it was, or opened anew by a link, begins empty', async () => {
  await rosa.goto('/family');
  await field(rosa, 'Invite someone by e-mail').fill(address);
  await rosa.getByRole('link', { name: 'Help', exact: true }).click();
  await heading(rosa, 'What would you like to know?').waitFor();
  await rosa.goto('/family');
  await button(rosa, /^Send the invitation$/).waitFor();
  expect(await field(rosa, 'Invite someone by e-mail').inputValue()).toBe('');
});

test('a long list is where one left it', async () => {
  await rosa.goto('/stories');
  const stories = rosa.getByRole('main').getByRole('link', { name: /Question \d+/ });
  await expect.poll(() => stories.count()).toBeGreaterThan(20);
  await button(rosa, 'Show more').click();
  await expect.poll(() => stories.count()).toBe(40);
  await stories.last().scrollIntoViewIfNeeded();
  const at = await rosa.evaluate(() => scrollY);
  expect(at).toBeGreaterThan(1000);
  await stories.last().click();
  await arrive(rosa, /^\/stories\/./);
  await expect.poll(() => rosa.evaluate(() => scrollY)).toBe(0);
  await rosa.goBack();
  await expect.poll(() => rosa.evaluate(() => scrollY)).toBe(at);
  expect(await stories.count()).toBe(40);
});
