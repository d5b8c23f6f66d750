import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { forgetJobs } from '../../worker/testing.ts';

/** What the database makes of money: without RevenueCat, which only ever writes the rows. */
let server: TestServer;
let rosa: Browser;
let admin: Browser;
let id: string;
let sharer: string;
const question = randomUUID();

beforeAll(async () => {
  server = await startTestServer();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    question,
  ]);
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  sharer = (await rosa.post('/me/sharer')).body.sharerId;
  id = (await rosa.get('/me')).body.id;
  admin = await server.member(newEmail('ada'), 'Ada');
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role) values ($1, 'ADMIN')`,
    [(await admin.get('/me')).body.id],
  );
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.owner.query('delete from public."Subscription"');
  await connect(true);
});

const connect = (connected: boolean) =>
  server.db.asService((sql) => sql`select private.set_payments(${connected})`);
const subscribe = (givesAccess: boolean) =>
  server.owner.query(
    `insert into public."Subscription" ("revenuecatId", "userId", "givesAccess") values ('sub', $1, $2)
    on conflict ("revenuecatId") do update set "userId" = $1, "givesAccess" = $2`,
    [id, givesAccess],
  );
const start = (key: string = randomUUID()) =>
  rosa.fetch('/api/v1/recordings', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ promptId: question, kind: 'video', contentType: 'video/webm' }),
  });
const mayRecord = async () => (await rosa.get('/me/subscription')).body.mayRecord;

describe('a new recording', () => {
  test('waits without a subscription, with a problem of its own', async () => {
    expect(await start()).toMatchObject({
      status: 403,
      body: { type: 'urn:telloom:problem:subscription-ended' },
    });
    expect(await mayRecord()).toBe(false);
  });

  test('begins with one, until it ends', async () => {
    await subscribe(true);
    expect(await mayRecord()).toBe(true);
    expect((await start()).status).toBe(201);
    await subscribe(false);
    expect((await start()).status).toBe(403);
  });

  test('ends with a row that is deleted or given to somebody else', async () => {
    await subscribe(true);
    await server.owner.query('delete from public."Subscription"');
    expect(await mayRecord()).toBe(false);
    await subscribe(true);
    await server.owner.query('update public."Subscription" set "userId" = null');
    expect(await mayRecord()).toBe(false);
  });

  test.each(['Video', 'TopicVideo'])('does not begin as a plain %s either', async (table) => {
    const insert = async () => {
      await server.owner.query('begin');
      await server.owner.query(
        `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`,
        [JSON.stringify({ sub: id })],
      );
      const text = `insert into public."${table}" ("profileSharerId") values ($1)`;
      await server.owner.query(text, [sharer]).finally(() => server.owner.query('rollback'));
    };
    await expect(insert()).rejects.toMatchObject({ code: '42501', detail: 'subscription-ended' });
    await subscribe(true);
    await insert();
    await connect(false);
    await server.owner.query('update public."ProfileSharer" set "subscriptionStatus" = false');
    await insert();
  });

  test('begins for everybody where no money is asked', async () => {
    await connect(false);
    expect((await start()).status).toBe(201);
    expect((await rosa.get('/me/subscription')).body).toEqual({
      isNeeded: false,
      mayRecord: true,
      held: null,
    });
    await connect(true);
    expect((await start()).status).toBe(403);
  });
});

test('everything else goes on when access ends', async () => {
  await subscribe(true);
  const { videoId, uploadUrl } = (await start()).body;
  await subscribe(false);
  const sent = await rosa.fetch(uploadUrl, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'upload-length': '4',
    },
    body: 'film',
  });
  expect(sent.status).toBe(204);
  const told = await rosa.post('/responses', {
    promptId: question,
    videoId,
    privacyLevel: 'Private',
  });
  expect(told.status).toBe(201);
  expect((await rosa.get('/responses')).body.items).toHaveLength(1);
  expect((await rosa.get(`/responses/${told.body.id}`)).status).toBe(200);
  expect((await rosa.get(`/videos/${videoId}`)).status).toBe(200);
});

test('somebody who subscribed before becoming a storyteller may record', async () => {
  const sam = await server.member(newEmail('sam'), 'Sam');
  const lea = await server.member(newEmail('lea'), 'Lea');
  await server.owner.query(
    'insert into public."Subscription" ("userId", "givesAccess") values ($1, true)',
    [(await sam.get('/me')).body.id],
  );
  for (const browser of [sam, lea]) await browser.post('/me/sharer');
  expect((await sam.get('/me/subscription')).body.mayRecord).toBe(true);
  expect((await lea.get('/me/subscription')).body.mayRecord).toBe(false);
});

describe('for admins', () => {
  test('it says how payments are doing, and whose they are not', async () => {
    await server.db.asService(
      (sql) =>
        sql`select private.take_revenuecat_event('e1', 'RENEWAL', array['who'], '{"event":{}}')`,
    );
    const { status, body } = await admin.get('/admin/payments');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      isOn: true,
      strangers: [{ type: 'RENEWAL', customers: ['who'] }],
    });
    expect(body.waiting).toBeGreaterThan(0);
    expect(body.lastEventAt).not.toBeNull();
    for (const path of ['/admin/payments', '/admin/payments/refresh']) {
      const method = path.endsWith('refresh') ? 'POST' : 'GET';
      expect((await rosa.send(method, path)).status).toBe(404);
      expect((await server.browser().send(method, path)).status).toBe(401);
    }
  });

  test('everything is fetched again when they ask', async () => {
    await server.owner.query(
      `update public."Profile" set "revenuecatAppUserId" = 'rosa' where id = $1`,
      [id],
    );
    expect((await admin.post('/admin/payments/refresh')).status).toBe(204);
    const { rows } = await server.owner.query(
      `select task_identifier as task from graphile_worker.jobs where queue_name = 'revenuecat' order by 1`,
    );
    expect(rows.map(({ task }) => task)).toEqual(['subscriptions.catalogue', 'subscriptions.sync']);
    await connect(false);
    expect((await admin.post('/admin/payments/refresh')).status).toBe(404);
    expect((await rosa.post('/me/subscription/refresh')).status).toBe(404);
  });
});

test('asking again and again fetches once in ten seconds', async () => {
  const jobs = async () =>
    (
      await server.owner.query<{ soon: boolean }>(
        `select run_at <= now() as soon from graphile_worker.jobs where task_identifier = 'subscriptions.sync'`,
      )
    ).rows;
  await forgetJobs(server.owner);
  await server.owner.query(
    `insert into private.revenuecat_customer (id, "fetchedAt")
    select coalesce("revenuecatAppUserId", id::text), now() from public."Profile" where id = $1`,
    [id],
  );
  await rosa.post('/me/subscription/refresh');
  await rosa.post('/me/subscription/refresh');
  expect(await jobs()).toEqual([{ soon: false }]);
  expect((await server.browser().post('/me/subscription/refresh')).status).toBe(401);
});
