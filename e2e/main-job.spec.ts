import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, newPerson, type Person, startChromium, statusOf, step } from './browser.ts';
import { makeSpokenClip, microphoneAndCamera, type SpokenClip } from './media/make-media.ts';
import {
  becomeStoryteller,
  button,
  expectAccessible,
  expectRefused,
  fillNewAccount,
  heading,
  password,
  setUp,
} from './pages.ts';
import { type RunningTelloom, startTelloom } from './telloom.ts';

const spoken =
  'My mother baked bread in the kitchen every morning before school. My brother always took the first slice.';
/** How many of the words that were spoken a text has. */
const heard = (text: string) =>
  [...new Set(spoken.toLowerCase().match(/\w{4,}/g))].filter((word) =>
    text.toLowerCase().includes(word),
  ).length;

let telloom: RunningTelloom;
let browser: Browser;
let clip: SpokenClip;
let admin: Person;
let rosa: Person;
let anna: Person;
let lena: Person;
let sam: Person;
/** Where the story is, and every address that Anna's player fetched it from. */
let storyPath: string;
let videoId: string;
const mediaPaths = new Set<string>();

beforeAll(async () => {
  clip = await makeSpokenClip({ dir: join(tmpdir(), 'telloom-clips'), text: spoken });
  [telloom, browser] = await Promise.all([
    startTelloom(),
    startChromium(microphoneAndCamera(clip)),
  ]);
  const person = (name: string) => newPerson(browser, telloom.url, name);
  [admin, rosa, anna, lena, sam] = (await Promise.all(
    (['Ada', 'Rosa', 'Anna', 'Lena', 'Sam'] as const).map(person),
  )) as [Person, Person, Person, Person, Person];
});
afterAll(async () => {
  await browser?.close();
  await telloom?.stop();
});

/** The newest mail to somebody, as the admin reads it in the outbox. */
async function newestMailTo({ email }: Person): Promise<string> {
  await admin.page.goto('/admin/mail');
  const mail = admin.page.getByRole('button', { name: email }).first();
  await mail.click();
  const panel = await mail.getAttribute('aria-controls');
  return (await admin.page.locator(`[id="${panel}"]`).textContent()) ?? '';
}

async function enterCode(person: Person): Promise<void> {
  await heading(person.page, 'Enter your code').waitFor();
  const code = /\b\d{6}\b/.exec(await newestMailTo(person))?.[0] ?? '';
  await person.page.getByLabel('Six digits').fill(code);
}

async function signUp(person: Person): Promise<void> {
  await person.page.goto('/sign-up');
  await fillNewAccount(person);
  await button(person.page, 'Continue').click();
  await enterCode(person);
}

async function invite(sharer: Person, listener: Person): Promise<void> {
  await sharer.page.goto('/family');
  await sharer.page.getByLabel('Invite someone by e-mail').fill(listener.email);
  await button(sharer.page, 'Send the invitation').click();
  await sharer.page.getByText(`The invitation for ${listener.email} is made`).waitFor();
}

/** From the link in the mail to having accepted, for somebody without an account. */
async function acceptInvitation(person: Person): Promise<void> {
  const link = /https?:\S+\/invitation#\S+/.exec(await newestMailTo(person))?.[0] ?? '';
  await person.page.goto(link);
  await person.page.getByLabel('Your name').fill(person.name);
  await person.page.getByLabel('Password', { exact: true }).fill(password);
  await button(person.page, 'Accept and make an account').click();
  await enterCode(person);
  await heading(person.page, 'You can watch now').waitFor();
}

test('from nothing to a story that only the invited see', async () => {
  await step('the one-time link makes the first admin, once', async () => {
    await setUp(admin, telloom.setupLink);
    await sam.page.goto(telloom.setupLink);
    await heading(sam.page, 'This link has been used').waitFor();
  });

  await step('a storyteller signs up by a code and gets a first question', async () => {
    const { page } = rosa;
    await page.goto('/sign-up');
    await expectRefused(page, button(page, 'Continue'));
    await signUp(rosa);
    await heading(page, 'Welcome, Rosa').waitFor();
    await expectAccessible(page);
    await becomeStoryteller(rosa);
    await expectAccessible(page);
    const first = await page.getByRole('heading', { level: 1 }).textContent();
    await button(page, 'Not this one').click();
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, first);
  });

  await step('she records an answer, watches it, keeps it and shares it', async () => {
    const { page } = rosa;
    await page.getByRole('link', { name: 'Record my answer' }).click();
    await button(page, 'I see and hear myself').click();
    await button(page, 'Start recording').click();
    const seconds = Math.ceil(clip.seconds) + 3;
    const until = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} recorded`;
    await page.getByText(until).waitFor({ timeout: 60_000 });
    await button(page, 'Stop').click();
    await heading(page, 'Is it as you want it?').waitFor();
    await button(page, 'Keep it').click();
    await heading(page, 'Your story is safe').waitFor();
    await expectAccessible(page);
    await button(page, /Everyone I invited/).click();
    storyPath = (await arrive(page, /^\/stories\//)).pathname;
  });

  await step('it becomes ready, with what she said in words', async () => {
    const { page } = rosa;
    await button(page, 'play').first().waitFor({ timeout: 90_000 });
    await page.getByRole('heading', { name: 'In words' }).waitFor({ timeout: 90_000 });
    expect(heard((await page.getByRole('main').textContent()) ?? '')).toBeGreaterThan(5);
  });

  await step(
    'an invited listener signs up from the link and finds the story in the feed',
    async () => {
      await rosa.page.goto('/family');
      await expectRefused(rosa.page, button(rosa.page, 'Send the invitation'));
      await invite(rosa, anna);
      await acceptInvitation(anna);
      await button(anna.page, 'Watch the stories').click();
      await heading(anna.page, /family’s stories/).waitFor();
      await anna.page.getByRole('link', { name: /./ }).filter({ hasText: '?' }).first().click();
      expect((await arrive(anna.page, /^\/stories\//)).pathname).toBe(storyPath);
    },
  );

  await step('her player really plays, adaptively and with captions', async () => {
    const { page } = anna;
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/media/')) mediaPaths.add(pathname);
    });
    await page.reload();
    await button(page, 'play').first().click();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 2);
    const played = await page.evaluate(() => {
      const video = document.querySelector('video');
      const cues = [...(video?.textTracks ?? [])].flatMap((track) => [...(track.cues ?? [])]);
      return {
        frames: video?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
        shown: [...(video?.textTracks ?? [])].some((track) => track.mode === 'showing'),
        captions: cues.map((cue) => (cue as VTTCue).text).join(' '),
      };
    });
    await expectAccessible(page);
    expect(played.frames).toBeGreaterThan(10);
    expect(played.shown).toBe(true);
    expect(heard(played.captions)).toBeGreaterThan(5);
    const names = [...mediaPaths].map((path) => path.replace(/^\/media\/[^/]+\//, ''));
    expect(names).toEqual(
      expect.arrayContaining(['master.m3u8', 'captions.vtt', expect.stringMatching(/\.m4s$/)]),
    );
    videoId = /^\/media\/([^.]+)/.exec([...mediaPaths][0] ?? '')?.[1] ?? '';
  });

  await step(
    'a stranger, nobody, another’s listener and a revoked listener get nothing',
    async () => {
      const otto = await newPerson(browser, telloom.url, 'Otto');
      await signUp(otto);
      await becomeStoryteller(otto);
      await invite(otto, lena);
      await acceptInvitation(lena);
      await signUp(sam);
      await heading(sam.page, 'Welcome, Sam').waitFor();

      await rosa.page.goto('/family');
      await button(rosa.page, 'Pause: Anna').click();
      await rosa.page.getByText('Paused. They cannot watch now.').waitFor();

      const nobody = await newPerson(browser, telloom.url, 'Nobody');
      await nobody.page.goto('/sign-in');
      const api = [
        `/api/v1${storyPath.replace('stories', 'responses')}`,
        `/api/v1/videos/${videoId}`,
      ];
      for (const { page, name } of [sam, lena, anna, nobody]) {
        for (const path of api) {
          expect([name, path, await statusOf(page, path)]).toEqual([
            name,
            path,
            name === 'Nobody' ? 401 : 404,
          ]);
        }
      }
      for (const { page, name } of [sam, lena, nobody]) {
        for (const path of mediaPaths) {
          expect([name, path, await statusOf(page, path)]).toEqual([name, path, 404]);
        }
      }
      // What a revoked listener was given ends within seconds; playlists and captions end at once.
      for (const path of [...mediaPaths].filter((path) => /\.(m3u8|vtt)$/.test(path))) {
        expect([path, await statusOf(anna.page, path)]).toEqual([path, 404]);
      }
      for (const path of mediaPaths) {
        await anna.page.waitForFunction(
          async (url) => (await fetch(url, { cache: 'no-store' })).status === 404,
          path,
        );
      }
      await anna.page.goto('/watch');
      await anna.page.getByText('Nobody has invited you yet').waitFor();
      await anna.page.goto(storyPath);
      await heading(anna.page, /nothing here|not here|find/i).waitFor();
    },
  );

  await step('nothing upset a browser on the way', () => {
    expect([admin, rosa, anna, lena, sam].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
}, 600_000);
