import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sendProblem } from './errors.ts';
import { limitRequests } from './request-limit.ts';
import { newEmail, startTestServer, type TestServer } from './testing.ts';
import type { Answer, Browser } from './testing-browser.ts';

const most = 10;
let server: TestServer;
let rosa: Browser;
let leo: Browser;
let key: string;
beforeAll(async () => {
  server = await startTestServer({
    TELLOOM_REQUEST_LIMIT: String(most),
    TELLOOM_TRUSTED_PROXIES: 'loopback',
  });
  rosa = await server.member(newEmail('rosa'));
  leo = await server.member(newEmail('leo'));
  key = (await rosa.post('/me/api-keys', { name: 'A program', scopes: ['write'] })).body.key;
  expect((await byKey(key)).status).toBe(200);
  // time stands still, so that no window ends while one is counted through
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});
afterAll(async () => {
  vi.useRealTimers();
  await server.stop();
});
/** The window is over. */
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
beforeEach(() => pass(10));

const ask = (headers: Record<string, string>, method = 'GET'): Promise<Answer> =>
  server.browser().fetch('/api/v1/me', { method, headers });
const byKey = (one: string, address = '198.51.100.1') =>
  ask({ authorization: `Bearer ${one}`, 'x-forwarded-for': address });
const from = (address: string) => ask({ 'x-forwarded-for': address });
const madeUp = (n: number) => `tlm_${String(n).padStart(43, 'A')}`;

const statuses = async (times: number, again: (n: number) => Promise<Answer>) => {
  const seen = new Set<number>();
  for (let n = 0; n < times; n += 1) seen.add((await again(n)).status);
  return [...seen];
};
const tooMany = { status: 429, body: { type: 'urn:telloom:problem:too-many', status: 429 } };

const callers: Record<string, () => Promise<Answer>> = {
  'a session': () => rosa.get('/me'),
  'another session': () => leo.get('/me'),
  'a key': () => byKey(key),
  'an address': () => from('198.51.100.1'),
  'another address': () => from('198.51.100.2'),
  'a house with IPv6': () => from('2001:db8:1:2:3::4'),
};

test.each(Object.keys(callers))('%s that asks too much waits; nobody else does', async (name) => {
  const { [name]: much = () => Promise.reject(), ...others } = callers;
  const first = await much();
  expect(await statuses(most - 1, much)).toEqual([first.status]);
  const refused = await much();
  expect(refused).toMatchObject({ ...tooMany, retryAfter: '10' });
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  for (const other of Object.values(others)) expect((await other()).status).not.toBe(429);
  pass(9);
  expect((await much()).status).toBe(429);
  pass(1);
  expect((await much()).status).toBe(first.status);
});

test('every answer says how much is left', async () => {
  const left = async () => {
    const { headers } = await fetch(`${server.url}/api/v1/about`);
    return ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`));
  };
  expect(await left()).toEqual(['10', '9', '10']);
  pass(4);
  expect(await left()).toEqual(['10', '8', '6']);
  await statuses(most, () => server.browser().get('/about'));
  expect(await left()).toEqual(['10', '0', '6']);
});

test('all of a house with IPv6 is one caller', async () => {
  await statuses(most, () => from('2001:db8:1:2::1'));
  expect((await from('2001:db8:1:2:ffff::')).status).toBe(429);
  expect((await from('2001:db8:1:3::1')).status).toBe(401);
});

test('keys that are made up are one caller, and a good one from there is another', async () => {
  const there = '203.0.113.9';
  expect(await statuses(most, (n) => byKey(madeUp(n), there))).toEqual([401]);
  expect(await byKey(madeUp(most), there)).toMatchObject(tooMany);
  expect(await from(there)).toMatchObject(tooMany);
  expect((await byKey(key, there)).status).toBe(200);
});

test('what is refused has not been done, and what is not of the API is not counted', async () => {
  await statuses(most, () => rosa.get('/me'));
  expect(await rosa.patch('/me', { firstName: 'Nobody' })).toMatchObject(tooMany);
  expect((await rosa.fetch('/api/openapi.json')).status).toBe(429);
  expect((await rosa.fetch('/healthz')).status).toBe(200);
  pass(10);
  expect((await rosa.get('/me')).body.firstName).toBe('Rosa');
});

describe('the counts', () => {
  const answering = async (app: FastifyInstance, limit: { most: number; kept?: number }) => {
    app.setErrorHandler(sendProblem);
    await app.register(async (api) => {
      await limitRequests(api, { ...limit, callerOf: ({ headers }) => String(headers.from) });
      api.get('/', () => 'here');
    });
    return async (who: string) =>
      (await app.inject({ url: '/', headers: { from: who } })).statusCode;
  };

  test('are those of whoever asked last, so that many callers need no more memory', async () => {
    const from = await answering(Fastify(), { most: 1, kept: 2 });
    expect([await from('rosa'), await from('leo'), await from('rosa')]).toEqual([200, 200, 429]);
    await from('anna');
    await from('ben');
    expect(await from('rosa')).toBe(200);
  });

  test('are none at all where there is no limit', async () => {
    const from = await answering(Fastify(), { most: 0 });
    expect([await from('rosa'), await from('rosa')]).toEqual([200, 200]);
  });
});
