import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openVault } from '../../../db/vault.ts';
import { withEntered } from '../../config/entered.ts';
import { newEmail, secret, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { forgetJobs } from '../../worker/testing.ts';
import { adminOf } from '../curating/testing.ts';
import { startSmtp } from '../notifications/testing.ts';
import {
  type FakeRevenueCat,
  fakeAuthorization,
  startFakeRevenueCat,
} from '../subscriptions/testing/fake-revenuecat.ts';
import { FakeMux } from '../videos/mux/testing/fake-mux.ts';

let mux: FakeMux;
let revenuecat: FakeRevenueCat;
let mail: Awaited<ReturnType<typeof startSmtp>>;
let server: TestServer;
let admin: Browser;
let rosa: { id: string; sharerId: string; browser: Browser };
beforeAll(async () => {
  [mux, revenuecat, mail] = await Promise.all([
    new FakeMux().start(),
    startFakeRevenueCat(),
    startSmtp(false),
  ]);
  server = await startTestServer({ ...mux.env, ...revenuecat.env, SMTP_URL: mail.url });
  admin = await adminOf(server);
  const browser = await server.member(newEmail('rosa'), 'Rosa');
  const { sharerId } = (await browser.post('/me/sharer')).body;
  rosa = { browser, sharerId, id: (await browser.get('/me')).body.id };
});
beforeEach(() => forgetJobs(server.owner));
afterAll(async () => {
  await server.stop();
  await Promise.all([mux.stop(), revenuecat.stop()]);
  mail.smtp.close();
});

const nobody = '00000000-0000-4000-8000-000000000000';
const newestAct = async () => (await admin.get('/admin/log')).body.items[0];
const webhooks = async (query = '') => (await admin.get(`/admin/webhooks${query}`)).body.items;

/** Mux says that a recording is gone. */
async function tellGone(id: string, assetId: string) {
  const body = JSON.stringify({ id, type: 'video.asset.deleted', data: { id: assetId } });
  return server.browser().fetch('/api/v1/webhooks/mux', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'mux-signature': mux.sign(body) },
    body,
  });
}
async function recording(assetId: string): Promise<string> {
  const { rows } = await server.owner.query(
    `insert into public."Video" ("profileSharerId", status, "muxAssetId") values ($1, 'READY', $2) returning id`,
    [rosa.sharerId, assetId],
  );
  return rows[0].id;
}
const statusOf = async (id: string) =>
  (await server.owner.query('select status from public."Video" where id = $1', [id])).rows[0]
    .status;

test('an event of Mux that could not be taken is seen, and taken when it comes again', async () => {
  const video = await recording('asset-1');
  await server.owner.query(`
    create function public.refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is on fire'; end $$;
    create trigger a_refuse before update on public."Video" for each row execute function public.refuse()`);
  expect((await tellGone('event-1', 'asset-1')).status).toBe(500);
  const [failed] = await webhooks('?state=failed');
  expect(failed).toMatchObject({ source: 'mux', eventId: 'event-1', error: 'the disk is on fire' });
  expect((await admin.post(`/admin/webhooks/${failed.id}/again`)).status).toBe(204);
  expect((await webhooks('?state=failed'))[0].error).toBe('the disk is on fire');
  await server.owner.query('drop trigger a_refuse on public."Video"; drop function public.refuse');
  expect((await tellGone('event-1', 'asset-1')).status).toBe(200);
  expect(await statusOf(video)).toBe('ERRORED');
  expect(await webhooks('?state=failed')).toEqual([]);
  expect((await webhooks('?source=mux'))[0]).toMatchObject({ state: 'taken', error: null });
});

test('an event about nothing here is taken when there is something', async () => {
  await tellGone('event-2', 'asset-2');
  const [unknown] = await webhooks();
  expect(unknown).toMatchObject({ eventId: 'event-2', state: 'unknown' });
  const video = await recording('asset-2');
  expect((await admin.post(`/admin/webhooks/${unknown.id}/again`)).status).toBe(204);
  expect(await statusOf(video)).toBe('ERRORED');
  expect(await newestAct()).toMatchObject({
    thing: 'webhook.again',
    name: 'Mux video.asset.deleted',
  });
});

test('an event of RevenueCat says why its customer cannot be fetched, and fetches anew', async () => {
  const event = { id: 'bought-1', type: 'RENEWAL', app_user_id: rosa.id };
  await server.browser().fetch('/api/v1/webhooks/revenuecat', {
    method: 'POST',
    headers: { authorization: fakeAuthorization, 'content-type': 'application/json' },
    body: JSON.stringify({ event }),
  });
  await server.owner.query(`update graphile_worker._private_jobs set last_error = 'RevenueCat is away'
    where key like 'subscriptions.sync %'`);
  const [bought] = await webhooks('?source=revenuecat');
  expect(bought).toMatchObject({ state: 'failed', error: 'RevenueCat is away', type: 'RENEWAL' });
  expect(JSON.stringify(bought)).not.toContain(rosa.id);
  await forgetJobs(server.owner);
  expect((await admin.post(`/admin/webhooks/${bought.id}/again`)).status).toBe(204);
  const { rows } = await server.owner.query(
    `select task_identifier as task from graphile_worker.jobs`,
  );
  expect(rows).toEqual([{ task: 'subscriptions.sync' }]);
});

test('subscriptions are listed by storyteller, and fetched again', async () => {
  const list = async (query = '') => (await admin.get(`/admin/subscriptions${query}`)).body.items;
  expect(await list('?state=waiting')).toMatchObject([
    { name: 'Rosa', mayRecord: false, plan: null },
  ]);
  expect(await list('?state=recording')).toEqual([]);
  await server.owner.query(
    `with plan as (insert into public."Product" ("revenuecatId", "displayName") values ('p', 'A year') returning id)
     insert into public."Subscription" ("userId", "productId", "givesAccess", status, store, "currentPeriodEndsAt")
     select $1, plan.id, true, 'active', 'stripe', '2999-01-01' from plan`,
    [rosa.id],
  );
  expect(await list('?state=recording')).toMatchObject([
    { profileId: rosa.id, plan: 'A year', status: 'active', givesAccess: true, store: 'stripe' },
  ]);
  const path = `/admin/people/${rosa.id}/subscription/refresh`;
  expect((await admin.post(path)).status).toBe(204);
  expect(await newestAct()).toMatchObject({ thing: 'subscription.fetch', name: 'Rosa' });
  await server.owner.query('select private.set_payments(false)');
  expect((await admin.post(path)).status).toBe(409);
  await server.owner.query('select private.set_payments(true)');
});

test('a mail is sent again, unless what it said is forgotten; secrets are never shown', async () => {
  const queue = async (secretOne: boolean) =>
    (
      await server.owner.query(
        `select private.queue_mail('leo@example.org', '123456 – Your code', 'Type 123456', null, $1, true) as id`,
        [secretOne],
      )
    ).rows[0].id;
  const shown = async (id: string) =>
    (await admin.get('/admin/mail')).body.items.find((one: { id: string }) => one.id === id);
  const code = await queue(true);
  expect(await shown(code)).toMatchObject({
    text: null,
    subject: '······ – Your code',
    status: 'queued',
    canSendAgain: true,
  });
  const send = (id: string) => admin.post(`/admin/mail/${id}/send`);
  // in the place of the job that waits: it is sent once
  expect((await send(code)).status).toBe(204);
  const plain = await queue(false);
  await server.owner.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'
    where key = 'mail.send ' || $1`,
    [plain],
  );
  expect((await send(plain)).status).toBe(409);
  await server.owner.query(
    'update graphile_worker._private_jobs set locked_at = null, locked_by = null',
  );
  await server.runJobs();
  expect(mail.got).toHaveLength(2);
  expect(await shown(code)).toMatchObject({ status: 'sent', canSendAgain: false });
  expect((await send(code)).status).toBe(409);
  expect((await send(plain)).status).toBe(204);
  await server.runJobs();
  expect(mail.got).toHaveLength(3);
  expect(await newestAct()).toMatchObject({ thing: 'mail.again', name: 'leo@example.org' });
});

const integrations = async () => (await admin.get('/admin/integrations')).body.items;
const one = async (name: string) =>
  (await integrations()).find((each: { name: string }) => each.name === name);
const ask = async (name: string) => (await admin.post(`/admin/integrations/${name}/test`)).body;

test('services say whether they answer, and take our keys', async () => {
  revenuecat.catalogue.set('/offerings', []);
  for (const name of ['mux', 'revenuecat', 'mail']) {
    expect(await one(name)).toMatchObject({ isOn: true, waitsForStart: false });
    expect([name, await ask(name)]).toEqual([name, { outcome: 'well', said: null }]);
  }
  mux.failures.push({ status: 401 });
  expect(await ask('mux')).toMatchObject({ outcome: 'refused' });
  mux.failures.push({ status: 500 });
  expect(await ask('mux')).toMatchObject({ outcome: 'unclear' });
  expect((await admin.post('/admin/integrations/speech/test')).status).toBe(409);
  expect((await admin.post('/admin/integrations/nonsense/test')).status).toBe(422);
  expect(JSON.stringify(await integrations())).not.toContain(revenuecat.env.REVENUECAT_API_KEY);
});

test('a service that is entered is kept encrypted, and holds from the next start', async () => {
  const put = (name: string, values: object) =>
    admin.send('PUT', `/admin/integrations/${name}`, values);
  const values = {
    TELLOOM_SUMMARY_URL: 'https://summary.invalid/v1',
    TELLOOM_SUMMARY_KEY: 'hunter2',
  };
  expect((await put('summary', values)).status).toBe(204);
  expect(await newestAct()).toMatchObject({ thing: 'setting.keep', name: 'TELLOOM_SUMMARY_URL' });
  const listed = await one('summary');
  expect(listed).toMatchObject({ isOn: false, waitsForStart: true });
  expect(listed.settings[0]).toMatchObject({ name: 'TELLOOM_SUMMARY_URL', source: 'entered' });
  const { rows } = await server.owner.query('select secret::text from vault.secrets');
  expect(JSON.stringify([rows, listed])).not.toContain('hunter2');
  const place = { apiUrl: server.apiUrl, secret };
  expect((await withEntered({}, place, () => {})).config.summaryKey).toBe('hunter2');
  // what the environment says holds
  const env = { TELLOOM_SUMMARY_KEY: 'mine' };
  expect((await withEntered(env, place, () => {})).config.summaryKey).toBe('mine');
  // under another secret it cannot be read, and stops nobody from starting
  const notes: string[] = [];
  const other = { ...place, secret: 'another secret of more than 32 characters' };
  expect((await withEntered({}, other, (note) => notes.push(note))).config.summaryUrl).toBeNull();
  expect(notes[0]).toContain('enter it again');

  expect(await ask('summary')).toMatchObject({ outcome: 'unreachable' });
  const none = { TELLOOM_SUMMARY_URL: null, TELLOOM_SUMMARY_KEY: null };
  expect((await put('summary', none)).status).toBe(204);
  expect(await one('summary')).toMatchObject({ waitsForStart: false });
});

test.each<[string, string, object, string?]>([
  [
    'an open address',
    'summary',
    { TELLOOM_SUMMARY_URL: 'http://169.254.169.254/' },
    'TELLOOM_SUMMARY_URL',
  ],
  ['no address', 'summary', { TELLOOM_SUMMARY_URL: 'https://' }, 'TELLOOM_SUMMARY_URL'],
  ['a setting of the server', 'summary', { DATABASE_URL: 'postgres://elsewhere' }, 'DATABASE_URL'],
  ['where an API is', 'mux', { MUX_BASE_URL: 'https://elsewhere.invalid' }, 'MUX_BASE_URL'],
  ['what the environment says', 'mux', { MUX_TOKEN_ID: 'mine' }, 'MUX_TOKEN_ID'],
  ['too much', 'summary', { TELLOOM_SUMMARY_KEY: 'x'.repeat(10_001) }, 'TELLOOM_SUMMARY_KEY'],
  ['what is no name', 'summary', { 'not a name': 'x' }],
])('nobody enters %s', async (_, name, values, field) => {
  const { status, body } = await admin.send('PUT', `/admin/integrations/${name}`, values);
  expect(status).toBe(422);
  if (field) expect(body.errors[0].field).toBe(field);
  expect(await server.owner.query('select from vault.secrets')).toMatchObject({ rowCount: 0 });
});

test('the vault is opened for admins alone', async () => {
  const vault = openVault({ url: server.apiUrl, secret });
  const token = (
    await server.owner.query(`select token from auth.ba_sessions where "userId" = $1`, [rosa.id])
  ).rows[0].token;
  await expect(vault.keep(token, { MUX_TOKEN_ID: 'x' })).rejects.toMatchObject({ code: 'TL404' });
  const client = new pg.Client({ connectionString: server.apiUrl });
  await client.connect();
  for (const role of ['anon', 'authenticated', 'telloom_admin']) {
    await client.query('begin');
    await client.query(`select set_config('role', $1, true)`, [role]);
    await expect(client.query('select * from private.entered_settings()')).rejects.toMatchObject({
      code: '42501',
    });
    await client.query('rollback');
  }
  await client.end();
});

test('all of it is for admins', async () => {
  const tried: [string, string, object?][] = [
    ['GET', '/admin/webhooks'],
    ['POST', `/admin/webhooks/${nobody}/again`],
    ['GET', '/admin/subscriptions'],
    ['POST', `/admin/people/${nobody}/subscription/refresh`],
    ['POST', `/admin/mail/${nobody}/send`],
    ['GET', '/admin/integrations'],
    ['PUT', '/admin/integrations/mux', { MUX_TOKEN_ID: 'x' }],
    ['POST', '/admin/integrations/mux/test'],
  ];
  for (const [method, path, body] of tried) {
    expect((await rosa.browser.send(method, path, body)).status).toBe(404);
    expect((await server.browser().send(method, path, body)).status).toBe(401);
    if (path.includes(nobody)) {
      expect((await admin.send(method, path)).status).toBe(404);
      expect((await admin.send(method, path.replace(nobody, 'nonsense'))).status).toBe(422);
    }
  }
});
