import { Logger, quickAddJob } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { runDueJobs } from '../../worker/testing.ts';
import { createMailTask } from './jobs.ts';
import { type Mail, queueMail } from './mail.ts';
import { invitationMail } from './mails.ts';
import { startSmtp } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const invitation = invitationMail('leo@example.org', {
  role: 'LISTENER',
  sharerName: 'Rosa\r\nBcc: everybody@example.org',
  link: 'http://localhost:3000/invitation#abc',
  days: 14,
});
const queue = (mail: Mail, deliver: boolean) => server.auth.pool.query(queueMail(mail, deliver));
const newest = async () =>
  (await server.owner.query('select * from private.mail order by created_at desc limit 1')).rows[0];

const work = (smtpUrl: string) =>
  runDueJobs(
    server,
    {
      'mail.send': createMailTask(server.db, {
        smtpUrl,
        mailFrom: 'Telloom <telloom@example.org>',
      }),
    },
    new Logger(() => () => {}),
  );

test('without a mail server a mail is kept', async () => {
  await queue(invitation, false);
  expect(await newest()).toMatchObject({
    status: 'kept',
    to_address: 'leo@example.org',
    subject: 'Rosa Bcc: everybody@example.org wants to share stories with you',
    text: expect.stringContaining('http://localhost:3000/invitation#abc'),
  });
});

test('with one it is sent once, and a secret is forgotten', async () => {
  const { url, got, smtp } = await startSmtp(false);
  await queue(invitation, true);
  expect(await newest()).toMatchObject({ status: 'queued', is_secret: true });
  await work(url);
  const sent = await newest();
  expect(sent).toMatchObject({ status: 'sent', attempts: 1, last_error: null });
  expect(sent.text).not.toContain('invitation#');
  await quickAddJob({ connectionString: server.ownerUrl }, 'mail.send', { mailId: sent.id });
  await work(url);
  expect(got).toHaveLength(1);
  expect(got[0]).toContain('From: Telloom <telloom@example.org>');
  expect(got[0]).toContain('To: leo@example.org');
  expect(got[0]).not.toMatch(/^Bcc:/m);
  smtp.close();
});

test('a refused mail says why, keeps its text, and is tried again', async () => {
  const { url, smtp } = await startSmtp(true);
  await queue(invitation, true);
  await work(url);
  expect(await newest()).toMatchObject({
    status: 'failed',
    attempts: 1,
    last_error: expect.stringContaining('nobody here'),
    text: invitation.text,
  });
  const { rows } = await server.owner.query('select attempts from graphile_worker.jobs');
  expect(rows).toEqual([{ attempts: 1 }]);
  smtp.close();
});

test('a mail is queued only if what it tells of is committed', async () => {
  const id = (await newest()).id;
  const client = await server.auth.pool.connect();
  await client.query('begin');
  await client.query(queueMail(invitation, true));
  await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
  await client.query('rollback');
  client.release();
  expect((await newest()).id).toBe(id);
});

test('the outbox is for admins', async () => {
  expect((await server.browser().get('/admin/mail')).status).toBe(401);
  const browser = await server.member('outbox@example.org');
  expect((await browser.get('/admin/mail')).status).toBe(404);
  const { id } = (await browser.get('/me')).body;
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role) values ($1, 'ADMIN')`,
    [id],
  );
  for (let n = 0; n < 40; n += 1) await queue({ ...invitation, subject: `Mail ${n}` }, false);
  const first = (await browser.get('/admin/mail')).body;
  expect(first.items).toHaveLength(30);
  expect(first.items[0]).toEqual({
    id: expect.any(String),
    to: 'leo@example.org',
    subject: 'Mail 39',
    text: invitation.text,
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    status: 'kept',
    attempts: 0,
    lastError: null,
    sentAt: null,
    canSendAgain: false,
  });
  const second = (await browser.get(`/admin/mail?cursor=${first.nextCursor}`)).body;
  const { rows } = await server.owner.query('select from private.mail');
  expect(second.items).toHaveLength(rows.length - 30);
  expect(second.nextCursor).toBeNull();
  const ids = new Set([...first.items, ...second.items].map((mail) => mail.id));
  expect(ids.size).toBe(rows.length);
  expect((await browser.get('/admin/mail?cursor=nonsense')).status).toBe(422);
});
