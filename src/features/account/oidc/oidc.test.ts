import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publicUrl, startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { honest, startFakeService } from './fake-service.ts';

let service: Awaited<ReturnType<typeof startFakeService>>;
let server: TestServer;
beforeAll(async () => {
  service = await startFakeService();
  const { settings } = service;
  // one service under several names: what is known of each is asked anew
  const named = ['family', 'other', 'away'].map((id) => ({ id, name: `The ${id}`, ...settings }));
  server = await startTestServer({ TELLOOM_OIDC_PROVIDERS: JSON.stringify(named) });
});
afterAll(async () => {
  await server.stop();
  service.stop();
});
beforeEach(async () => {
  Object.assign(service.ways, honest);
  // the limits of a minute are sign-in.test.ts's business
  await server.owner.query('delete from auth.ba_rate_limits');
});

const claims = (name: string, more: object = {}) => ({
  sub: `sub of ${name}`,
  email: `${name}@example.org`,
  email_verified: true,
  name: 'Nora  Nilsen',
  ...more,
});
const begin = (browser: Browser, wish: object = {}, id = 'family') =>
  browser.post(`/auth/providers/${id}/begin`, wish);

/** Sends the browser to the service, and follows it back as far as our callback's answer. */
async function through(browser: Browser, wish: object = {}, change = (_back: URL) => {}) {
  const { status, body } = await begin(browser, wish);
  expect([status, typeof body.url]).toEqual([200, 'string']);
  const atService = await fetch(body.url, { redirect: 'manual' });
  const back = new URL(atService.headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe(`${publicUrl}/api/v1/auth/callback/family`);
  change(back);
  const answer = await browser.fetch(back.pathname + back.search, { redirect: 'manual' });
  return { ...answer, to: answer.headers.get('location')?.replace(publicUrl, ''), back };
}
const emailOf = async (browser: Browser) => (await browser.get('/me')).body.email;
const peopleAt = async (email: string) =>
  (await server.owner.query('select id from auth.users where email = $1', [email])).rows.length;

test('the sign-in page knows the services, and a stranger becomes a member with a confirmed address', async () => {
  const browser = server.browser();
  expect((await browser.get('/about')).body.signInServices[0]).toEqual({
    id: 'family',
    name: 'The family',
  });
  service.ways.claims = claims('nora');
  const { status, to } = await through(browser, { to: '/feed?x=1' });
  expect([status, to]).toEqual([302, '/feed?x=1']);
  expect((await browser.get('/me')).body).toMatchObject({
    email: 'nora@example.org',
    emailConfirmed: true,
  });
  // and finds herself again, whatever address the service has for her by then
  const again = server.browser();
  service.ways.claims = claims('nora', { email: 'new@example.org', email_verified: false });
  expect((await through(again)).to).toBe('/');
  expect(await emailOf(again)).toBe('nora@example.org');
});

test('nothing is kept that would open her account over there', async () => {
  const { rows } = await server.owner.query(
    `select "accessToken", "refreshToken", "idToken" from auth.ba_provider_accounts`,
  );
  expect(rows[0]).toEqual({ accessToken: null, refreshToken: null, idToken: null });
});

test('what the ID token leaves out is asked of the service, about the same person', async () => {
  const { email, email_verified, ...bare } = claims('lena');
  service.ways.claims = bare;
  service.ways.more = { email, email_verified };
  const browser = server.browser();
  expect((await through(browser)).to).toBe('/');
  expect(await emailOf(browser)).toBe('lena@example.org');
  service.ways.claims = { sub: 'another' };
  service.ways.more = { sub: 'somebody else', email, email_verified };
  expect((await through(server.browser())).to).toBe('/sign-in?error=unable_to_get_user_info');
});

test('an account here is joined by an address that both have verified', async () => {
  const rosa = await server.member('rosa@example.org');
  const { id } = (await rosa.get('/me')).body;
  service.ways.claims = claims('rosa');
  const browser = server.browser();
  await through(browser);
  expect((await browser.get('/me')).body.id).toBe(id);
  const { rows } = await server.owner.query(
    `select text from private.mail where to_address = 'rosa@example.org'
     order by created_at desc limit 1`,
  );
  expect(rows[0].text).toContain('The family');
});

test('it is not by one that the service did not verify, nor by one that nobody confirmed here', async () => {
  await server.member('leo@example.org');
  service.ways.claims = claims('leo', { email_verified: false });
  expect((await through(server.browser())).to).toBe('/sign-in?error=account_not_linked');
  // somebody signed up with her address, and waits for her to confirm it
  const email = 'mia@example.org';
  const password = 'a password of a stranger';
  await server.browser().post('/auth/sign-up/email', { name: 'Not Mia', email, password });
  service.ways.claims = claims('mia');
  expect((await through(server.browser())).to).toBe('/sign-in?error=account_not_linked');
});

test('each way to fail has its name, and nobody is let in or made', async () => {
  const from = claims('otto');
  const fail = async (ways: Partial<typeof honest>, change?: (back: URL) => void) => {
    Object.assign(service.ways, honest, { claims: from }, ways);
    const browser = server.browser();
    const { to } = await through(browser, {}, change);
    expect((await browser.get('/me')).status).toBe(401);
    return new URL(to ?? '', publicUrl).searchParams.get('error');
  };
  expect(await fail({ refuses: true })).toBe('access_denied');
  expect(await fail({ claims: { sub: 'x', email_verified: true } })).toBe('email_not_found');
  expect(await fail({ claims: { ...from, email_verified: false } })).toBe('email_not_verified');
  const spoilt: Record<string, object> = {
    'another nonce': { nonce: 'made up' },
    'no nonce': { nonce: undefined },
    'another issuer': { iss: 'https://elsewhere.example' },
    'another audience': { aud: 'another client' },
    'out of date': { exp: 1 },
    'about nobody': { sub: undefined },
  };
  for (const [what, change] of Object.entries(spoilt)) {
    const spoil = (payload: object) => ({ ...payload, ...change });
    expect(await fail({ spoil }), what).toBe('unable_to_get_user_info');
  }
  expect(await fail({ forges: true })).toBe('unable_to_get_user_info');
  const set = (name: string, value: string) => (back: URL) => back.searchParams.set(name, value);
  expect(await fail({}, set('code', 'made up'))).toBe('invalid_code');
  expect(await fail({}, set('state', 'made up'))).toBe('state_mismatch');
  expect(await fail({}, (back) => back.searchParams.delete('state'))).toBe('state_not_found');
  expect(await peopleAt('otto@example.org')).toBe(0);
});

test('an answer is good once, and in the browser that asked', async () => {
  service.ways.claims = claims('paul');
  const browser = server.browser();
  const { back } = await through(browser);
  const replayed = await browser.fetch(back.pathname + back.search, { redirect: 'manual' });
  expect(replayed.headers.get('location')).toContain('error=state_mismatch');
  const { body } = await begin(browser);
  const atService = await fetch(body.url, { redirect: 'manual' });
  const callback = new URL(atService.headers.get('location') ?? '');
  const elsewhere = server.browser();
  await elsewhere.fetch(callback.pathname + callback.search, { redirect: 'manual' });
  expect((await elsewhere.get('/me')).status).toBe(401);
});

test('a service that is away, or speaks for another, is said to be; then it is asked again', async () => {
  const code = async (id: string) => (await begin(server.browser(), {}, id)).body.code;
  service.ways.isAway = true;
  expect(await code('away')).toBe('PROVIDER_AWAY');
  service.ways.isAway = false;
  service.ways.speaksFor = 'https://elsewhere.example';
  expect(await code('other')).toBe('PROVIDER_AWAY');
  service.ways.speaksFor = null;
  expect(await code('other')).toBeUndefined();
  expect((await begin(server.browser(), {}, 'nobody')).status).toBe(404);
  expect((await begin(server.browser(), { to: 'https://elsewhere.example' })).status).toBe(422);
  expect((await begin(server.browser(), { to: '/x', more: 1 })).status).toBe(422);
});

test('from the account page another address may be joined, by its own person, and be taken away', async () => {
  const tess = await server.member('tess@example.org');
  service.ways.claims = claims('tess-elsewhere');
  expect((await through(tess, { link: true, to: '/account' })).to).toBe('/account');
  const { items } = (await tess.get('/me/sign-in-services')).body;
  expect(items).toMatchObject([{ provider: 'family', name: 'The family' }]);
  const browser = server.browser();
  await through(browser);
  expect(await emailOf(browser)).toBe('tess@example.org');

  const uma = await server.member('uma@example.org');
  expect((await through(uma, { link: true })).to).toBe(
    '/account?error=account_already_linked_to_different_user',
  );
  expect((await uma.delete(`/me/sign-in-services/${items[0].id}`)).status).toBe(404);
  expect((await tess.delete(`/me/sign-in-services/${items[0].id}`)).status).toBe(204);
  expect((await tess.get('/me/sign-in-services')).body.items).toEqual([]);
});

test('joining wants somebody who signed in within the hour', async () => {
  expect((await begin(server.browser(), { link: true })).status).toBe(401);
  const vera = await server.member('vera@example.org');
  await server.owner.query(
    `update auth.ba_sessions set "createdAt" = now() - interval '61 minutes'`,
  );
  const { status, body } = await begin(vera, { link: true });
  expect([status, body.type]).toEqual([403, 'urn:telloom:problem:sign-in-again']);
});
