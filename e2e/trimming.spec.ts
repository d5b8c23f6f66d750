import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patch } from '../src/features/recording/testing.ts';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import { newMember, type Person, startChromium, step } from './browser.ts';
import { makeFilm } from './film.ts';
import { button, expectAccessible, heading } from './pages.ts';

let server: TestServer;
let browser: Browser;
let rosa: Person;
let story: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  const member = await server.member(newEmail('rosa'), 'Rosa');
  await member.post('/me/sharer');
  const promptId = randomUUID();
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText") values ($1, 'What did your kitchen smell of?')`,
    [promptId],
  );
  const recording = { promptId, kind: 'video', contentType: 'video/mp4' };
  const { videoId, uploadUrl } = (await member.post('/recordings', recording)).body;
  const film = makeFilm(20);
  await patch(member, uploadUrl, 0, film, film.length);
  story = (await member.post('/responses', { promptId, videoId })).body.id;
  await server.runJobs();
  rosa = await newMember(browser, member, 'Rosa');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const isPausedBetween = (page: Page, from: number, to: number) =>
  page.waitForFunction(
    ([least = 0, most = 0]) => {
      const video = document.querySelector('video');
      return video?.paused && video.currentTime >= least && video.currentTime <= most;
    },
    [from, to],
  );

test('a story loses its beginning and its end by keyboard alone, and has them back', async () => {
  const { page } = rosa;
  const press = async (name: string, nth = 0) => {
    await button(page, name).nth(nth).focus();
    await page.keyboard.press('Enter');
  };
  const begins = page.getByLabel('It begins at');
  const ends = page.getByLabel('It ends at');

  await step('from the story to the page', async () => {
    await page.goto(`/stories/${story}`);
    await page.getByRole('link', { name: 'Choose where it begins and ends' }).click();
    await heading(page, 'Where it begins and ends').waitFor();
    await button(page, 'play').first().waitFor();
    await expectAccessible(page);
  });

  await step('times that make no sense are named, and nothing is lost', async () => {
    await begins.fill('soon');
    await press('Keep this part');
    await page.getByText('There is a problem').waitFor();
    expect(await begins.inputValue()).toBe('soon');
  });

  await step('the beginning is typed, and set where it plays, and moved', async () => {
    await begins.fill('0:03');
    await press('Play the first seconds');
    await isPausedBetween(page, 7.9, 8.3);
    await press('Start here');
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('#field-start')?.value.startsWith('0:08'),
    );
    await press('1 second later');
    await press('5 seconds earlier');
    expect(await begins.inputValue()).toMatch(/^0:04\.\d$/);
    await begins.fill('4');
  });

  await step('so is the end, which stops the sound where it stops', async () => {
    await press('5 seconds earlier', 1);
    expect(await ends.inputValue()).toBe('0:15.0');
    await press('Play the last seconds');
    await isPausedBetween(page, 15, 15.2);
    await page.getByText('It will last 0:11 of 0:20.').waitFor();
  });

  await step('it is made, and can be undone', async () => {
    await press('Keep this part');
    await page.getByText('The part you chose is getting ready').waitFor();
    await expectAccessible(page);
    await server.runJobs();
    await page.getByText('0:11 of 0:20 is shown').waitFor();
    await press('Show all of it again');
    await page.getByText('All of the recording is shown.').waitFor();
    await page.goto(`/stories/${story}`);
    await page.getByText('(a part of it)').waitFor();
  });
  expect(rosa.complaints).toEqual([]);
});
