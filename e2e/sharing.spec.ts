import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import { newMember, type Person, startChromium, step } from './browser.ts';
import { button, expectAccessible, heading } from './pages.ts';

let server: TestServer;
let browser: Browser;
let rosa: Person;
let anna: Person;
let story: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  const teller = await server.member(newEmail('rosa'), 'Rosa');
  const { sharerId } = (await teller.post('/me/sharer')).body;
  const question = randomUUID();
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText") values ($1, 'What do you like?')`,
    [question],
  );
  const { rows } = await server.owner.query(
    `insert into public."PromptResponse" ("profileSharerId", "promptId") values ($1, $2) returning id`,
    [sharerId, question],
  );
  story = rows[0].id;
  const email = newEmail('ben');
  const ben = await server.member(email, 'Ben');
  const { body } = await teller.post('/invitations', { email, role: 'LISTENER' });
  await ben.post('/invitations/accept', { token: body.link.split('#')[1] });
  rosa = await newMember(browser, teller, 'Rosa');
  anna = await newMember(browser, await server.member(newEmail('anna'), 'Anna'), 'Anna');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('a link, a yes, a story for one person, and taking somebody out and back', async () => {
  const { page } = rosa;
  let link = '';

  await step('Rosa has a link to share', async () => {
    await page.goto('/family');
    await button(page, 'Show the link').click();
    link = (await page.getByText('/follow/').textContent()) ?? '';
    await expectAccessible(page);
  });

  await step('Anna opens it and asks', async () => {
    await anna.page.goto(new URL(link).pathname);
    await heading(anna.page, 'Watch the stories of Rosa').waitFor();
    await expectAccessible(anna.page);
    await button(anna.page, 'Ask to watch').click();
    await anna.page.getByRole('link', { name: 'See whom I asked' }).click();
    await anna.page.getByText('No answer yet.').waitFor();
    await expectAccessible(anna.page);
  });

  await step('Rosa sees it by herself, and says yes', async () => {
    await button(page, 'Let them watch: Anna').click();
    await button(page, 'Pause: Anna').waitFor();
    await anna.page.getByRole('link', { name: 'See the stories: Rosa' }).waitFor();
  });

  await step('she chooses people by keyboard, on a narrow screen', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/stories/${story}`);
    await button(page, 'Change: Who may watch').press('Enter');
    await page.getByRole('radio', { name: /^Only me/ }).focus();
    await page.keyboard.press('ArrowUp');
    const annas = page.getByRole('radiogroup', { name: 'Anna' });
    await annas.getByRole('radio', { name: 'May not watch' }).focus();
    await page.keyboard.press('ArrowUp');
    expect(await annas.getByRole('radio', { name: /help with the words/ }).isChecked()).toBe(true);
    expect(await isTooWide(page)).toBe(false);
    await expectAccessible(page);
    await button(page, /^Save/).press('Enter');
    await page.getByText('May watch, and help with the words.').waitFor();
    await page.getByText('Does not see this story.').waitFor();
    await page.getByRole('link', { name: 'See it as Anna' }).click();
    await page.getByText('This is how Anna sees it').waitFor();
  });

  await step('Anna helps with the words', async () => {
    await anna.page.goto(`/stories/${story}`);
    await button(anna.page, 'Change: Notes').click();
    await anna.page.getByLabel('Notes').fill('It was in May.');
    await button(anna.page, /^Save/).click();
    await anna.page.getByText('It was in May.').waitFor();
  });

  await step('taken out, Ben is back with one press', async () => {
    await page.goto('/family');
    await button(page, 'Take out: Ben').click();
    const done = page.getByRole('region', { name: 'What was just done' });
    await done.getByText('Ben was taken out and can no longer watch.').waitFor();
    expect(await button(page, 'Pause: Ben').count()).toBe(0);
    await expectAccessible(page);
    await done.getByRole('button', { name: 'Undo' }).click();
    await button(page, 'Pause: Ben').waitFor();
  });

  await step('taken out and left so, Anna watches no more', async () => {
    await button(page, 'Take out: Anna').click();
    await page.getByRole('region', { name: 'What was just done' }).waitFor();
    await button(page, 'Close').click();
    await anna.page.goto('/watch/following');
    await anna.page.getByText('Nobody yet.').waitFor();
  });
  expect([...rosa.complaints, ...anna.complaints]).toEqual([]);
}, 300_000);
