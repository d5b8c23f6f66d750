import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { goodPassword, newEmail, startTestServer, type TestServer } from '../src/server/testing.ts';
import type { Browser as ApiBrowser } from '../src/server/testing-browser.ts';
import { arrive, newPerson, type Person, startChromium } from './browser.ts';
import { makeSpokenClip, microphoneAndCamera } from './media/make-media.ts';
import { button, expectAccessible, heading } from './pages.ts';
import { hashesOnDisk, nextReceipt } from './receipts.ts';

/** What only a real browser does to somebody who is recording; the rest is in recorder.test.ts. */
const email = newEmail('rosa');
let server: TestServer;
let browser: Browser;
let rosa: Person;
let page: Page;

beforeAll(async () => {
  const text = 'What was said is not lost.';
  const clip = await makeSpokenClip({ dir: join(tmpdir(), 'telloom-clips'), text });
  server = await startTestServer();
  browser = await startChromium(microphoneAndCamera(clip));
  const member = await server.member(email, 'Rosa');
  await member.post('/me/sharer');
  rosa = await newPerson(browser, member.server, 'Rosa');
  page = rosa.page;
  await page.context().grantPermissions(['camera', 'microphone', 'screen-wake-lock']);
  await page.addInitScript(countWakeLocks);
  await hasSession(member);
});
afterEach(() => expect(rosa.complaints).toEqual([]));
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** This browser is signed in as that one is. */
const hasSession = ({ cookies, server: url }: ApiBrowser) =>
  page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url })));

interface Watched {
  /** Whether the browser holds the screen, for each time that it was asked to. */
  screens: WakeLockSentinel[];
}
function countWakeLocks() {
  const screens: WakeLockSentinel[] = [];
  Object.assign(window, { screens });
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type);
    screens.push(lock);
    return lock;
  };
}

/** A question of its own, as far as something of it is on the server. */
async function recordAWhile(): Promise<void> {
  const promptId = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    promptId,
  ]);
  await page.goto(`/record/${promptId}`);
  await button(page, 'I see and hear myself').click();
  await button(page, 'Start recording').click();
  await page.getByText(/safe with Telloom/).waitFor();
}

/** From the finished recording to a story; what the receipt names lies on the disk. */
async function keep(): Promise<void> {
  const receipt = nextReceipt(page);
  await button(page, 'Keep it').click();
  const { sha256 } = await receipt;
  expect(hashesOnDisk(server.dataDir)).toContain(sha256);
  await heading(page, 'Your story is safe').waitFor();
  await button(page, /Only me/).click();
  await arrive(page, /^\/stories\//);
}

const screens = () =>
  page.evaluate(() =>
    (window as unknown as Watched).screens.map(({ released }) => (released ? 'dark' : 'lit')),
  );

test('the screen stays on while somebody records, and no longer', async () => {
  await recordAWhile();
  expect(await screens()).toEqual(['lit']);
  await button(page, 'Stop').click();
  await button(page, 'Keep it').waitFor();
  await expect.poll(screens).toEqual(['dark']);
  await keep();
});

test('a session that ends meanwhile stops nobody: it is kept, and sent after signing in elsewhere', async () => {
  await recordAWhile();
  await server.owner.query(
    `update auth.ba_sessions set "expiresAt" = now() - interval '1 second'
     where "userId" = (select id from auth.users where email = $1)`,
    [email],
  );
  await button(page, 'Stop').click();
  await button(page, 'Keep it').click();
  await page.getByText('You are signed out. Sign in again, and it carries on.').waitFor();
  await page.getByText('It is kept on this device.').waitFor();
  await expectAccessible(page);
  const again = server.browser();
  await again.post('/auth/sign-in/email', { email, password: goodPassword });
  await hasSession(again);
  const other = await page.context().newPage();
  await other.goto('/');
  await other.getByText('Another window is busy with it.').waitFor();
  await other.close();
  const receipt = nextReceipt(page);
  await button(page, 'Try again').click();
  const { sha256 } = await receipt;
  expect(hashesOnDisk(server.dataDir)).toContain(sha256);
  await heading(page, 'Your story is safe').waitFor();
});

test('a device without room: it is said, the recording goes on, and all of it arrives', async () => {
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await recordAWhile();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.getByText('This device has no room to keep your recording').waitFor();
  await page.getByText('Not kept on this device yet').waitFor();
  await expectAccessible(page);
  await button(page, 'Stop').click();
  await keep();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
});

test('a permission that is taken back ends the recording, not what was told', async () => {
  await recordAWhile();
  const devtools = await page.context().newCDPSession(page);
  const { targetInfo } = await devtools.send('Target.getTargetInfo');
  const { browserContextId } = targetInfo;
  const origin = new URL(page.url()).origin;
  const whole = await browser.newBrowserCDPSession();
  for (const name of ['camera', 'microphone']) {
    const denied = { permission: { name }, setting: 'denied', origin, browserContextId } as const;
    await whole.send('Browser.setPermission', denied);
  }
  await page.getByText('What you told until then is kept on this device.').waitFor();
  await keep();
});
