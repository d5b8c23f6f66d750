import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patch } from '../src/features/recording/testing.ts';
import { newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import type { Browser as Member } from '../src/server/testing-browser.ts';
import { arrive, newMember, type Person, startChromium, step } from './browser.ts';
import { makeFilm } from './film.ts';
import { button, expectAccessible } from './pages.ts';

const seconds = 20;
const said = [
  { start: 0.5, end: 4, text: 'We lived by the river in Cádiz.' },
  { start: 8, end: 12, text: 'My mother baked bread every morning.' },
  { start: 18.5, end: 19.8, text: 'That was all.' },
];

let server: TestServer;
let browser: Browser;
let rosa: Member;
let anna: Person;
let stories: string[];

async function tell(text: string, topic: string, position: number, film: Buffer): Promise<string> {
  const promptId = randomUUID();
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId", position) values ($1, $2, $3, $4)`,
    [promptId, text, topic, position],
  );
  const recording = { promptId, kind: 'video', contentType: 'video/mp4' };
  const { videoId, uploadUrl } = (await rosa.post('/recordings', recording)).body;
  await patch(rosa, uploadUrl, 0, film, film.length);
  await server.owner.query(
    `insert into public."VideoTranscript" ("videoId", transcript, cues, language, source)
     values ($1, $2, $3, 'en', 'manual')`,
    [videoId, said.map((cue) => cue.text).join(' '), JSON.stringify(said)],
  );
  return (await rosa.post('/responses', { promptId, videoId, privacyLevel: 'Public' })).body.id;
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), startChromium()]);
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  const email = newEmail('anna');
  const member = await server.member(email, 'Anna');
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await member.post('/invitations/accept', { token: body.link.split('#')[1] });
  const topic = randomUUID();
  await server.owner.query(`insert into public."PromptCategory" (id, category) values ($1, $2)`, [
    topic,
    'The kitchen',
  ]);
  const film = makeFilm(seconds);
  stories = [
    await tell('What did your kitchen smell of?', topic, 1, film),
    await tell('Who baked the bread?', topic, 2, film),
  ];
  await server.runJobs();
  anna = await newMember(browser, member, 'Anna');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const time = (page: Page) => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
const plays = (page: Page, from: number) =>
  page.waitForFunction((at) => {
    const video = document.querySelector('video');
    return video !== null && !video.paused && video.currentTime > at;
  }, from);
const captionsShow = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('video')?.textTracks ?? [])].some(({ mode }) => mode === 'showing'),
  );
/** What the page tells the server, from now on to the next time it does. */
const told = (page: Page, path: string) =>
  page.waitForResponse((reply) => reply.url().endsWith(path) && reply.request().method() !== 'GET');

test('watching: read along, come back, go on to the next, search', async () => {
  const { page } = anna;
  const [kitchen = '', bread = ''] = stories;

  await step('a sentence plays, by mouse and by keyboard, and is marked', async () => {
    await page.goto(`/stories/${kitchen}`);
    await button(page, 'play').first().waitFor();
    await page.getByRole('link', { name: 'My mother baked bread every morning.' }).click();
    await plays(page, 8.2);
    await page.locator('[aria-current="true"]', { hasText: 'My mother' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 9) < 5);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // Far enough from where it was before to be news.
    await plays(page, 9.5);
  });

  await step('pausing keeps the place, which is offered at the next visit', async () => {
    const kept = told(page, `/responses/${kitchen}/watched`);
    await button(page, 'pause').first().focus();
    await page.keyboard.press('k');
    expect((await kept).status()).toBe(204);
    await page.reload();
    await button(page, /^Go on from 0:\d\d$/).waitFor();
    await expectAccessible(page);
    await button(page, /^Go on from/).click();
    await plays(page, 8);
    expect(await time(page)).toBeLessThan(15);
    await button(page, 'Start over').waitFor({ state: 'detached' });
  });

  await step('captions stay as this person wants them', async () => {
    expect(await captionsShow(page)).toBe(true);
    const kept = told(page, '/me/watching');
    await button(page, 'pause').first().focus();
    await page.keyboard.press('c');
    expect((await kept).status()).toBe(200);
    await page.reload();
    await button(page, /^Go on from/).click();
    await plays(page, 0);
    expect(await captionsShow(page)).toBe(false);
  });

  await step('at the end the next of the topic is offered, and does not start', async () => {
    await page.getByRole('link', { name: 'That was all.' }).click();
    const offer = page.getByRole('status').filter({ hasText: 'Next in “The kitchen”' });
    await offer.waitFor();
    expect(new URL(page.url()).pathname).toBe(`/stories/${kitchen}`);
    await offer.getByRole('link', { name: 'Who baked the bread?' }).waitFor();
  });

  await step('for who wants that it starts by itself, unless it is stopped', async () => {
    await page.getByText('Play the next story by itself').click();
    await expectAccessible(page);
    await button(page, 'Stop, stay here').click();
    await button(page, 'Stop, stay here').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'That was all.' }).click();
    await button(page, 'Stop, stay here').waitFor();
    await arrive(page, new RegExp(`^/stories/${bread}\\?playing=true`));
    await plays(page, 0);
  });

  await step('it is watched lately, and found by what was said, at its second', async () => {
    await page.goto('/watch/lately');
    await page.getByRole('link', { name: 'What did your kitchen smell of?' }).waitFor();
    await expectAccessible(page);
    await page.goto('/watch');
    await page.getByRole('searchbox').fill('baking breads');
    await page.keyboard.press('Enter');
    await page.getByText(/^Found: 2 stories/).waitFor();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /Play from 0:08/ })
      .first()
      .click();
    await arrive(page, /^\/stories\/.+\?t=8$/);
    await page.waitForFunction(() => {
      const at = document.querySelector('video')?.currentTime ?? 0;
      return Math.abs(at - 8) < 0.5;
    });
  });

  await step('a copy is got ready, and saved under a name that tells what it is', async () => {
    await page.goto(`/stories/${kitchen}`);
    await button(page, 'Keep a copy').click();
    for (const what of ['The voice', 'The video']) {
      await button(page, `Get it ready: ${what}`).click();
    }
    await page
      .getByText(/^Getting ready\./)
      .nth(1)
      .waitFor();
    await server.runJobs();
    const saved = page.waitForEvent('download');
    await button(page, 'Save on this device: The video').click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(
      /^Rosa – \d{4}-\d\d-\d\d – What did your kitchen smell of\.mp4$/,
    );
    expect(
      readFileSync(await file.path())
        .subarray(4, 8)
        .toString(),
    ).toBe('ftyp');
    // the film has no sound
    await page.getByText('There is no such file of this recording.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'See all my copies' }).click();
    await page.getByText(/^Fetched on /).waitFor();
    await expectAccessible(page);
    await button(page, /^Take off/)
      .first()
      .click();
    await button(page, /^Take off/)
      .nth(1)
      .waitFor({ state: 'detached' });
  });

  await step(
    'without a connection she reads what was said, and is told why nothing plays',
    async () => {
      await page.goto(`/stories/${kitchen}`);
      await button(page, 'play').first().waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      await page.reload();
      await page.getByText('Videos are not kept on this device').waitFor();
      await page.getByText('My mother baked bread every morning.').first().waitFor();
      await page.context().setOffline(false);
      await button(page, 'play').first().waitFor();
    },
  );

  expect(anna.complaints).toEqual([]);
});
