import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Agent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { promisify } from 'node:util';
import { Logger } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../../config.ts';
import { newEmail, secret, startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { runDueJobs } from '../../../worker/testing.ts';
import { createPushTasks } from './jobs.ts';
import { publicLookup } from './public-agent.ts';
import { vapidKeys } from './vapid.ts';

let server: TestServer;
let service: Server;
let agent: Agent;
let rosa: Browser;
let anna: Browser;
let row: string;
/** What the push service got, and what it answers. */
const got: { path: string; authorization: string; body: Buffer }[] = [];
let answer = 201;
beforeAll(async () => {
  server = await startTestServer();
  service = createServer(async (request, response) => {
    const { url = '', headers } = request;
    const body = Buffer.concat(await request.toArray());
    got.push({ path: url, authorization: headers.authorization ?? '', body });
    response.writeHead(answer).end();
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  // whatever the address, the connection goes to the service above
  agent = new Agent();
  agent.createConnection = () => connect(port, '127.0.0.1');
  rosa = await server.member(newEmail('rosa'), 'Rosa Diaz');
  await rosa.post('/me/sharer');
  const email = newEmail('anna');
  anna = await server.member(email, 'Anna Diaz');
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
  row = (await rosa.get('/listeners')).body.items[0].id;
});
afterAll(async () => {
  service.close();
  agent.destroy();
  await server.stop();
});
beforeEach(async () => {
  await server.owner.query('delete from public."PushSubscription"');
  await server.owner.query('delete from public."Notification"');
  await server.owner.query('delete from public."NotificationSwitch"');
  await server.owner.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  );
  got.length = 0;
  answer = 201;
});

function device(name: string, host = 'updates.push.services.mozilla.com') {
  const curve = createECDH('prime256v1');
  const p256dh = curve.generateKeys().toString('base64url');
  const keys = { p256dh, auth: randomBytes(16).toString('base64url') };
  return { endpoint: `https://${host}/wpush/v2/${name}`, keys };
}
const subscribe = (who: Browser, what: object) => who.post('/push/subscriptions', what);
/** Anna is told that she may watch. */
async function news(): Promise<void> {
  for (const hasAccess of [false, true]) await rosa.patch(`/listeners/${row}`, { hasAccess });
}
/** The minute in which words are gathered is over. */
async function work(): Promise<void> {
  await server.owner.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`,
  );
  const config = parseConfig({ TELLOOM_DATA: server.dataDir });
  await runDueJobs(
    server,
    createPushTasks({ config, secret, service: server.db }, agent),
    new Logger(() => () => {}),
  );
}
const devices = async () =>
  (await server.owner.query('select endpoint from public."PushSubscription" order by 1')).rows.map(
    ({ endpoint }) => endpoint.split('/').at(-1),
  );

test('each device is woken once for what came within the minute, and told nothing of it', async () => {
  for (const name of ['phone', 'tablet']) await subscribe(anna, device(name));
  await anna.patch('/me/notifications', { language: 'es' });
  await news();
  await news();
  await work();
  await work();
  expect(got.map(({ path }) => path).sort()).toEqual(['/wpush/v2/phone', '/wpush/v2/tablet']);
  // RFC 8188: a header of 86 bytes, one of padding, 16 of the seal
  expect(got[0]?.body).toHaveLength(86 + '{"language":"es"}'.length + 1 + 16);
  const { publicKey } = (await anna.get('/push/key')).body;
  expect(got[0]?.authorization).toMatch(/^vapid t=\S+, k=/);
  expect(got[0]?.authorization).toContain(`k=${publicKey}`);
});

test('nobody is woken for what they switched off, read, or may not see', async () => {
  await subscribe(anna, device('phone'));
  const off = { about: 'access', channel: 'push', isOn: false };
  await anna.patch('/me/notifications', { switches: [off] });
  await news();
  await server.owner.query(
    `insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId")
     select "profileId", 'story', "profileSharerId", gen_random_uuid() from public."Notification"`,
  );
  await work();
  expect(got).toEqual([]);
});

test('no device of somebody who is suspended is woken, whenever that was', async () => {
  await subscribe(anna, device('phone'));
  const annaId = (await anna.get('/me')).body.id;
  const suspend = (until: string | null) =>
    server.owner.query('update auth.users set banned_until = $2 where id = $1', [annaId, until]);
  await news();
  await suspend('infinity');
  await work();
  const told = await server.owner.query(
    'select from public."Notification" where "pushedAt" is not null',
  );
  expect([got.length, told.rowCount]).toEqual([0, 0]);
  // a device that was to be woken already
  await server.owner.query(
    `select graphile_worker.add_job('notifications.push-to', json_build_object('subscriptionId', id))
     from public."PushSubscription"`,
  );
  await work();
  expect(got).toEqual([]);
  await suspend(null);
  await news();
  await work();
  expect(got).toHaveLength(1);
});

test.each([404, 410])('a device that the service forgot (%i) is forgotten', async (status) => {
  await subscribe(anna, device('phone'));
  answer = status;
  await news();
  await work();
  expect(got).toHaveLength(1);
  expect(await devices()).toEqual([]);
});

test('one that the service cannot reach now stays, and is tried again', async () => {
  await subscribe(anna, device('phone'));
  answer = 503;
  await news();
  await work();
  expect(await devices()).toEqual(['phone']);
  answer = 201;
  await work();
  expect(got).toHaveLength(2);
});

describe('a device', () => {
  test('tells whoever signed in on it last, until they end it', async () => {
    const phone = device('phone');
    await subscribe(rosa, phone);
    await subscribe(anna, phone);
    await subscribe(anna, phone);
    expect(await devices()).toEqual(['phone']);
    await rosa.post('/push/unsubscribe', { endpoint: phone.endpoint });
    expect(await devices()).toEqual(['phone']);
    await anna.post('/push/unsubscribe', { endpoint: phone.endpoint });
    expect(await devices()).toEqual([]);
  });

  test('is one of twenty at most', async () => {
    for (let n = 0; n < 22; n += 1) await subscribe(anna, device(`d${String(n).padStart(2, '0')}`));
    expect((await devices())[0]).toBe('d02');
  });

  test.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com@127.0.0.1/x',
    'https://fcm.googleapis.com.example.org/x',
    'https://fcm.googleapis.com\\@127.0.0.1/x',
    'https://127.0.0.1/x',
    'https://localhost/x',
    'https://169.254.169.254/latest',
    'https://[::1]/x',
    'https://evilpush.apple.com.example.org/x',
    'https://notpush.apple.com.evil/x',
    `https://fcm.googleapis.com/${'x'.repeat(2000)}`,
    'nonsense',
  ])('is not reached at %s', async (endpoint) => {
    expect((await subscribe(anna, { ...device('phone'), endpoint })).status).toBe(422);
  });

  test.each([
    { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
    { p256dh: 'short', auth: 'A'.repeat(22) },
    { p256dh: device('x').keys.p256dh, auth: 'short' },
    {},
  ])('needs keys: %o', async (keys) => {
    expect((await subscribe(anna, { ...device('phone'), keys })).status).toBe(422);
  });

  test.each(['fcm.googleapis.com', 'web.push.apple.com', 'wns2-am3p.notify.windows.com'])(
    'is reached at %s',
    async (host) => {
      expect((await subscribe(anna, device('phone', host))).status).toBe(204);
    },
  );

  test('belongs to somebody who is signed in', async () => {
    expect((await subscribe(server.browser(), device('phone'))).status).toBe(401);
  });
});

test.each([
  'localhost',
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '::1',
  '::ffff:127.0.0.1',
  'fd00::1',
])('no connection is made to %s', async (host) => {
  await expect(promisify(publicLookup)(host, { all: false })).rejects.toThrow('no public address');
});

test('a public address is one', async () => {
  expect(await promisify(publicLookup)('8.8.8.8', { all: false })).toBe('8.8.8.8');
});

test('the keys follow from the secret', () => {
  expect(vapidKeys(secret)).toEqual(vapidKeys(secret));
  expect(vapidKeys('another')).not.toEqual(vapidKeys(secret));
  expect(Buffer.from(vapidKeys(secret).publicKey, 'base64url')).toHaveLength(65);
});
