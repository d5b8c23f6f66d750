import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { startSmtp } from './testing.ts';

let server: TestServer;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let rosa: Browser;
let anna: Browser;
let annaId: string;
let row: string;
const email = 'anna-of-the-digest@example.org';
beforeAll(async () => {
  smtp = await startSmtp(false);
  server = await startTestServer({ SMTP_URL: smtp.url });
  rosa = await server.member('rosa-of-the-digest@example.org', 'Rosa Diaz');
  await rosa.post('/me/sharer');
  anna = await server.member(email, 'Anna Diaz');
  annaId = (await anna.get('/me')).body.id;
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
  row = (await rosa.get('/listeners')).body.items[0].id;
});
afterAll(async () => {
  await server.stop();
  smtp.smtp.close();
});
beforeEach(async () => {
  await server.owner.query('delete from public."Notification"');
  await server.owner.query('delete from public."NotificationSwitch"');
  await server.runJobs();
  smtp.got.length = 0;
});

/** Anna is told that she may watch. */
async function news(): Promise<void> {
  for (const hasAccess of [false, true]) await rosa.patch(`/listeners/${row}`, { hasAccess });
}
const morning = '2026-06-01T08:30:00Z';
/** As if what is new had come the evening before that morning. */
const eveningBefore = (moment: string) =>
  server.owner.query(
    `update public."Notification" set "createdAt" = $1::timestamptz - interval '12 hours'`,
    [moment],
  );
const due = async (moment: string): Promise<boolean> => {
  const { rows } = await server.owner.query('select private.due_digests($1) as id', [moment]);
  return rows.some(({ id }) => id === annaId);
};
const writeDigest = async () => {
  await server.owner.query(
    `select graphile_worker.add_job('notifications.digest', json_build_object('profileId', $1::text))`,
    [annaId],
  );
  await server.runJobs();
};
/** What arrived, with its lines put together again. */
const mails = () => smtp.got.map((mail) => mail.replaceAll('=\n', '').replaceAll(/\n[ \t]+/g, ' '));

describe('when', () => {
  test.each([
    ['UTC where nobody said', null, morning, true],
    ['not at seven', null, '2026-06-01T07:59:00Z', false],
    ['until noon, after an outage', null, '2026-06-01T11:59:00Z', true],
    ['not in the afternoon', null, '2026-06-01T12:00:00Z', false],
    ['at eight where the person lives', 'America/Los_Angeles', '2026-06-01T15:00:00Z', true],
    ['and not at eight elsewhere', 'America/Los_Angeles', morning, false],
  ])('%s', async (_what, timeZone, moment, expected) => {
    await anna.patch('/me/notifications', { timeZone });
    await news();
    await eveningBefore(moment);
    expect(await due(moment)).toBe(expected);
    await anna.patch('/me/notifications', { timeZone: null });
  });

  test('once a day', async () => {
    await news();
    await eveningBefore(morning);
    const mailed = (moment: string) =>
      server.owner.query(
        `insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId", "mailedAt")
         select "profileId", 'story', "profileSharerId", gen_random_uuid(), $1 from public."Notification"`,
        [moment],
      );
    await mailed('2026-05-31T08:05:00Z');
    expect(await due(morning)).toBe(true);
    await mailed('2026-06-01T08:05:00Z');
    expect(await due(morning)).toBe(false);
  });

  test('not of what is older than three days', async () => {
    await news();
    await server.owner.query(
      `update public."Notification" set "createdAt" = $1::timestamptz - interval '73 hours'`,
      [morning],
    );
    expect(await due(morning)).toBe(false);
  });

  test('the job asks for each person whose morning it is', async () => {
    await news();
    await eveningBefore(morning);
    await server.owner.query('select private.request_digests($1)', [morning]);
    const { rows } = await server.owner.query(
      `select key from graphile_worker.jobs where task_identifier = 'notifications.digest'`,
    );
    expect(rows).toEqual([{ key: `notifications.digest ${annaId}` }]);
  });
});

test('what is unread is mailed once, and forgotten in the outbox', async () => {
  await news();
  await writeDigest();
  await writeDigest();
  expect(smtp.got).toHaveLength(1);
  const [mail] = mails();
  expect(mail).toContain(`To: ${email}`);
  expect(mail).toContain('Subject: Rosa Diaz lets you watch their stories');
  expect(mail).toContain('http://localhost:3000/news');
  expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const { rows } = await server.owner.query(
    'select status, text from private.mail where unsubscribe_url is not null',
  );
  expect(rows).toEqual([{ status: 'sent', text: '(sent, and forgotten here)' }]);
});

test('in the language of the person', async () => {
  await anna.patch('/me/notifications', { language: 'es' });
  await news();
  await writeDigest();
  expect(mails()[0]).toContain('Subject: Rosa Diaz te deja ver sus historias');
  await anna.patch('/me/notifications', { language: null });
});

test('nothing is sent when nothing is new, or was read, or is hidden, or is switched off', async () => {
  await writeDigest();
  await news();
  const [line] = (await anna.get('/notifications')).body.items;
  await anna.post(`/notifications/${line.id}/read`);
  await writeDigest();
  await news();
  await server.owner.query(
    `insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId")
     select "profileId", 'story', "profileSharerId", gen_random_uuid() from public."Notification"`,
  );
  const access = { about: 'access', channel: 'mail', isOn: false };
  await anna.patch('/me/notifications', { switches: [access] });
  await writeDigest();
  expect(smtp.got).toEqual([]);
  expect((await anna.get('/notifications/unread')).body.count).toBe(1);
});

test('what was read while a mail was written is not mailed, and noted as it is', async () => {
  await news();
  const { rows } = await server.owner.query(
    `update public."Notification" set "readAt" = now() where "profileId" = $1 returning id`,
    [annaId],
  );
  const queued = server.owner.query('select private.queue_digest($1, $2, $3, $3, $3)', [
    annaId,
    rows.map(({ id }) => id),
    'a subject',
  ]);
  await expect(queued).rejects.toMatchObject({ code: '55000' });
});

test('whoever is suspended gets no mail, and may get it again', async () => {
  const suspend = (until: string | null) =>
    server.owner.query('update auth.users set banned_until = $2 where id = $1', [annaId, until]);
  await news();
  await suspend('infinity');
  await eveningBefore(morning);
  expect(await due(morning)).toBe(false);
  await server.owner.query('update public."Notification" set "createdAt" = now()');
  await writeDigest();
  expect(smtp.got).toEqual([]);
  await suspend(null);
  await writeDigest();
  expect(smtp.got).toHaveLength(1);
});

describe('ending the mails', () => {
  /** Where the newest mail says that they end. */
  const address = async (): Promise<string> => {
    await news();
    await writeDigest();
    return /^List-Unsubscribe: <http:\/\/localhost:3000(\S+)>$/m.exec(mails()[0] ?? '')?.[1] ?? '';
  };
  const mailOn = async () =>
    (await anna.get('/me/notifications')).body.switches.filter(
      (one: { channel: string; isOn: boolean }) => one.channel === 'mail' && one.isOn,
    ).length;

  test('takes one click, as mail programs send it, and no session', async () => {
    const path = await address();
    expect(await mailOn()).toBe(3);
    const click = {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://mail.example',
      },
      body: 'List-Unsubscribe=One-Click',
    };
    expect((await server.browser().fetch(path, click)).status).toBe(204);
    expect(await mailOn()).toBe(0);
    expect((await server.browser().fetch(path, click)).status).toBe(204);
    await news();
    smtp.got.length = 0;
    await writeDigest();
    expect(smtp.got).toEqual([]);
  });

  test('is not done by a look, and by no other token', async () => {
    const path = await address();
    expect((await server.browser().fetch(path)).status).not.toBe(204);
    const rosaId = (await rosa.get('/me')).body.id;
    const wrong = [`${path}x`, path.replace(annaId, rosaId), path.replace(/\..*$/, '.')];
    for (const other of wrong) {
      expect((await server.browser().fetch(other, { method: 'POST' })).status).toBe(404);
    }
    expect(await mailOn()).toBe(3);
  });
});
