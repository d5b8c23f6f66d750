import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { forgetJobs } from '../../worker/testing.ts';
import { eventOf } from './testing/fixtures.ts';

const authorization = 'Bearer of good news';
const secret = 'whsec_1234567890';
/** RevenueCat's own samples, where they lie beside the project. */
const samples = new URL('../../../../shared/contracts/revenuecat/webhooks/', import.meta.url);

let server: TestServer;
let sender: Browser;
let rosa: string;

beforeAll(async () => {
  server = await startTestServer({
    REVENUECAT_API_KEY: 'sk_fake',
    REVENUECAT_PROJECT_ID: 'proj1',
    REVENUECAT_WEBHOOK_AUTHORIZATION: authorization,
    REVENUECAT_WEBHOOK_SECRET: secret,
  });
  sender = server.browser();
  const { body } = await (await server.member(newEmail('rosa'))).get('/me');
  rosa = body.id;
  await server.owner.query(
    `update public."Profile" set "revenuecatAppUserId" = 'rosa' where id = $1`,
    [rosa],
  );
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.owner.query('delete from private.revenuecat_event');
  await forgetJobs(server.owner);
});

const signatureOf = (body: string, t = Math.floor(Date.now() / 1000)) =>
  `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
const post = (body: string, headers: Record<string, string> = {}) =>
  sender.fetch('/api/v1/webhooks/revenuecat', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization,
      'x-revenuecat-webhook-signature': signatureOf(body),
      ...headers,
    },
    body,
  });
const send = (event: object) => post(JSON.stringify(event));
const kept = async () =>
  (await server.owner.query('select * from private.revenuecat_event order by id')).rows;
const asked = async () => {
  const { rows } = await server.owner.query<{ customer: string }>(
    `select payload ->> 'customer' as customer from graphile_worker._private_jobs order by 1`,
  );
  return rows.map(({ customer }) => customer);
};

describe('an event', () => {
  test('is kept as it came, and its customer is fetched', async () => {
    const event = JSON.stringify(eventOf('RENEWAL', { id: 'e1', app_user_id: 'rosa', price: 1.0 }));
    expect(await post(event)).toMatchObject({ status: 200, body: { received: true } });
    expect(await kept()).toMatchObject([
      { id: 'e1', type: 'RENEWAL', customers: ['rosa'], isKnown: true, payload: event },
    ]);
    expect(await asked()).toEqual(['rosa']);
  });

  test('that comes again does nothing', async () => {
    const event = eventOf('RENEWAL', { app_user_id: 'rosa' });
    await Promise.all([send(event), send(event), send(event)]);
    await forgetJobs(server.owner);
    expect((await send(event)).status).toBe(200);
    expect(await kept()).toHaveLength(1);
    expect(await asked()).toEqual([]);
  });

  test('may be of a type that nobody has heard of', async () => {
    expect((await send(eventOf('PAYWALL_IMPRESSION', { app_user_id: 'rosa' }))).status).toBe(200);
    expect(await asked()).toEqual(['rosa']);
  });

  test('finds its person by any of its names', async () => {
    const names = { app_user_id: '$RCAnonymousID:1', original_app_user_id: '$RCAnonymousID:2' };
    await send(eventOf('RENEWAL', { ...names, aliases: ['$RCAnonymousID:1', 'rosa'] }));
    expect(await asked()).toEqual(['rosa']);
  });

  test('finds a person by our own id, in either case', async () => {
    const sam = await server.member(newEmail('sam'));
    const { id } = (await sam.get('/me')).body;
    await send(eventOf('RENEWAL', { app_user_id: id.toUpperCase() }));
    expect(await asked()).toEqual([id.toUpperCase()]);
    await send(eventOf('RENEWAL', { app_user_id: rosa }));
    expect(await asked()).toEqual([id.toUpperCase()]);
  });

  test('of a transfer asks for both sides', async () => {
    await server.owner.query(
      `update public."Profile" set "revenuecatAppUserId" = 'sam' where "revenuecatAppUserId" is null`,
    );
    await send(eventOf('TRANSFER', { transferred_from: ['rosa', 'x'], transferred_to: ['sam'] }));
    expect(await asked()).toEqual(['rosa', 'sam']);
  });

  test.each([
    ['a test', eventOf('TEST', { app_user_id: 'nobody' })],
    ['nobody', eventOf('RENEWAL', {})],
    ['odd names', eventOf('RENEWAL', { app_user_id: 7, aliases: 'rosa\0', transferred_to: {} })],
    ['a name too long', eventOf('RENEWAL', { app_user_id: 'x'.repeat(2000) })],
  ])('of %s is kept, and asks for nobody', async (_what, event) => {
    expect((await send(event)).status).toBe(200);
    expect(await kept()).toMatchObject([{ isKnown: false }]);
    expect(await asked()).toEqual([]);
  });

  test('may hold what a database refuses', async () => {
    const event = eventOf('RENEWAL', { app_user_id: 'rosa', name: 'a\0b', half: '\ud800' });
    expect((await send(event)).status).toBe(200);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = `{"event":{"id":"deep","type":"RENEWAL","app_user_id":"rosa","x":${deep}}}`;
    expect((await post(body)).status).toBe(200);
    expect(await asked()).toEqual(['rosa']);
  });
});

describe('what is no event of RevenueCat', () => {
  test.each([
    ['without authorization', { authorization: '' }],
    ['with another authorization', { authorization: 'Bearer of bad news' }],
    ['with a part of it', { authorization: 'Bearer' }],
    ['without a signature', { 'x-revenuecat-webhook-signature': '' }],
    ['with an old signature', { 'x-revenuecat-webhook-signature': signatureOf('{}', 1) }],
  ])('%s is refused without a word why', async (_what, headers) => {
    const body = JSON.stringify(eventOf('RENEWAL', { app_user_id: 'rosa' }));
    const answer = await post(body, headers);
    expect(answer).toMatchObject({
      status: 401,
      body: { type: 'urn:telloom:problem:unauthenticated' },
    });
    expect(answer.body.detail).toBeUndefined();
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['', ''],
    ['no JSON', '{"event":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no event', '{"api_version":"1.0"}'],
    ['no id', '{"event":{"type":"RENEWAL"}}'],
    ['an empty id', '{"event":{"type":"RENEWAL","id":""}}'],
    ['a number for an id', '{"event":{"type":"RENEWAL","id":7}}'],
    ['a null character', '{"event":{"type":"RENEWAL","id":"a\\u0000"}}'],
    ['an endless id', JSON.stringify(eventOf('RENEWAL', { id: 'x'.repeat(300) }))],
    ['no type', '{"event":{"id":"1"}}'],
  ])('such as %s is 400', async (_what, body) => {
    expect((await post(body)).status).toBe(400);
    expect(await kept()).toEqual([]);
  });

  test('is not read where it is too large', async () => {
    const huge = JSON.stringify(eventOf('RENEWAL', { name: 'x'.repeat(1024 ** 2) }));
    expect((await post(huge)).status).toBe(413);
  });
});

/** Ours, cut down to what is read, and RevenueCat's own where they are there. */
const samplesOf = () => {
  const theirs = existsSync(samples) ? readdirSync(samples) : [];
  return [
    ...cutDown.map((event) => ({ name: `our ${event.event.type}`, body: JSON.stringify(event) })),
    ...theirs.map((name) => ({ name, body: readFileSync(new URL(name, samples), 'utf8') })),
  ];
};
const cutDown = [
  eventOf('INITIAL_PURCHASE', { app_user_id: 'rosa', aliases: ['rosa'], period_type: 'TRIAL' }),
  eventOf('CANCELLATION', { app_user_id: 'rosa', cancel_reason: 'UNSUBSCRIBE', price: null }),
  eventOf('TRANSFER', { store: 'APP_STORE', transferred_from: ['rosa'], transferred_to: ['x'] }),
  eventOf('SUBSCRIPTION_PAUSED', { app_user_id: 'rosa', auto_resume_at_ms: 1657951896427 }),
];

test.each(samplesOf())('the sample $name is taken', async ({ body }) => {
  expect((await post(body)).status).toBe(200);
  const { id, type } = JSON.parse(body).event;
  expect(await kept()).toMatchObject([{ id, type, payload: body }]);
});

test('without RevenueCat there is no such address', async () => {
  const plain = await startTestServer();
  const answer = await plain.browser().fetch('/api/v1/webhooks/revenuecat', {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(eventOf('RENEWAL')),
  });
  await plain.stop();
  expect(answer.status).toBe(404);
});
