import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { honest, startFakeService } from '../src/features/account/oidc/fake-service.ts';
import { newEmail, publicUrl, startTestServer, type TestServer } from '../src/server/testing.ts';
import type { Browser as Member } from '../src/server/testing-browser.ts';
import { newPerson, type Person, startChromium, statusOf, step } from './browser.ts';
import { button, expectAccessible, heading } from './pages.ts';

// Rosa signs in without her password: with a passkey, and through the family's own service.
let service: Awaited<ReturnType<typeof startFakeService>>;
let server: TestServer;
let browser: Browser;
let rosa: Member;
let window: Person;
beforeAll(async () => {
  service = await startFakeService();
  const family = { id: 'family', name: 'Family cloud', ...service.settings };
  server = await startTestServer({ TELLOOM_OIDC_PROVIDERS: JSON.stringify([family]) });
  // passkeys belong to a name: the public address, which leads to the server of this test
  const { host } = new URL(publicUrl);
  const rules = `MAP ${host} ${new URL(server.url).host}`;
  browser = await startChromium([`--host-resolver-rules=${rules}`]);
  const email = newEmail('rosa');
  rosa = await server.member(email);
  window = await newPerson(browser, publicUrl, 'Rosa');
  window.email = email;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  service?.stop();
});

/** A device that has a fingerprint reader, and its owner's finger on it. */
async function giveFinger(page: Page) {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable', { enableUI: false });
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const signedIn = (page: Page) =>
  page
    .context()
    .addCookies([...rosa.cookies].map(([name, value]) => ({ name, value, url: publicUrl })));
const section = (page: Page, name: string) => page.getByRole('region', { name });

test('a passkey is added, signs in, and is taken away', async () => {
  const { page } = window;
  await giveFinger(page);
  const passkeys = section(page, 'Passkeys');

  await step('added on the account page, and named', async () => {
    await signedIn(page);
    await page.goto('/account');
    await button(page, 'Add a passkey').click();
    await page.getByLabel('What do you call this device?').fill('My tablet');
    await button(page, /^Go on/).click();
    await passkeys.getByText('Added on').waitFor();
    await button(page, 'Change: My tablet').click();
    await passkeys.getByLabel('Name').fill('Tablet in the kitchen');
    await button(page, /^Save/).click();
    await passkeys.getByText('Tablet in the kitchen').first().waitFor();
    await expectAccessible(page);
  });

  await step('the browser suggests it where the address is typed, and it signs in', async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in?to=%2Faccount', { waitUntil: 'commit' });
    await heading(page, 'Account').waitFor();
    expect(await statusOf(page, '/api/v1/me')).toBe(200);
  });

  await step('so does the button, once for each challenge', async () => {
    await page.context().clearCookies();
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    });
    await page.goto('/sign-in?to=%2Faccount');
    const answered = page.waitForRequest(/\/auth\/passkey\/finish$/);
    await button(page, 'Sign in with a passkey').click();
    const answer = (await answered).postDataJSON();
    await heading(page, 'Account').waitFor();
    const again = await server.browser().post('/auth/passkey/finish', answer);
    expect([again.status, again.setCookie]).toEqual([401, []]);
  });

  await step('it is taken away, and signs in no longer', async () => {
    await page.goto('/account');
    await passkeys.getByText('Used last on').waitFor();
    await button(page, /^Take away.*Tablet/).click();
    await button(page, 'Take it away').click();
    await passkeys.getByText('Tablet in the kitchen').first().waitFor({ state: 'detached' });
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await button(page, 'Sign in with a passkey').click();
    await page.getByText('This passkey does not work here.').first().waitFor();
    await expectAccessible(page);
  });
  expect(window.complaints).toEqual([]);
});

test('the family’s own service signs in, or says why not', async () => {
  const { page, email } = window;
  Object.assign(service.ways, honest, { refuses: true });
  await page.goto('/sign-in?to=%2Faccount');
  await button(page, 'Go on with Family cloud').click();
  await page.getByText('You, or the other service, said no.').waitFor();
  await expectAccessible(page);
  service.ways.refuses = false;
  service.ways.claims = { sub: 'rosa', email, email_verified: true };
  await page.goto('/sign-in?to=%2Faccount');
  await button(page, 'Go on with Family cloud').click();
  await heading(page, 'Account').waitFor();
  await section(page, 'Other services').getByText('You sign in with it since').waitFor();
});

test('a key is shown once, works, and ends at once', async () => {
  const { page } = window;
  await page.goto('/account/keys');
  await page.getByLabel('Name').fill('Copies');
  await button(page, 'Make a key').click();
  const key = (await page.getByText(/^tlm_\w{43}$/).textContent()) ?? '';
  await expectAccessible(page);
  const ask = () =>
    fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await button(page, /^End this key.*Copies/).click();
  await button(page, 'End it now').click();
  await section(page, 'Your keys').waitFor({ state: 'detached' });
  expect((await ask()).status).toBe(401);
});
