import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, startTestServer, type TestServer } from '../../server/testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const signInAs = async (email: string, password: string) => {
  const browser = server.browser();
  const { status } = await browser.post('/auth/sign-in/email', { email, password });
  return { browser, status };
};
const subjectsTo = async (email: string) =>
  (
    await server.owner.query<{ subject: string }>(
      'select subject from private.mail where to_address = $1 order by created_at',
      [email],
    )
  ).rows.map((row) => row.subject);

test('a new password takes the old one, signs other devices out and is told of', async () => {
  const email = 'change@example.org';
  const here = await server.member(email);
  const tablet = (await signInAs(email, goodPassword)).browser;
  const change = (currentPassword: string, newPassword: string) =>
    here.post('/auth/change-password', { currentPassword, newPassword });
  expect(await change('not this one', 'another good one')).toMatchObject({
    status: 400,
    body: { code: 'INVALID_PASSWORD' },
  });
  expect(await change(goodPassword, 'short')).toMatchObject({
    status: 400,
    body: { code: 'PASSWORD_TOO_SHORT' },
  });
  expect((await change(goodPassword, 'another good one')).status).toBe(200);
  expect((await here.get('/me')).status).toBe(200);
  expect((await tablet.get('/me')).status).toBe(401);
  expect((await signInAs(email, goodPassword)).status).toBe(401);
  expect((await signInAs(email, 'another good one')).status).toBe(200);
  expect((await subjectsTo(email)).at(-1)).toBe('Your password for Telloom was changed');
});

const ask = (newEmail: string, password: string) => ({ newEmail, password });

test('another address takes the password and a code from there', async () => {
  const [was, now] = ['was@example.org', 'now@example.org'];
  const person = await server.member(was);
  const request = '/auth/email-otp/request-email-change';
  const change = '/auth/email-otp/change-email';
  expect(await person.post(request, ask(now, 'not mine'))).toMatchObject({
    status: 400,
    body: { code: 'INVALID_PASSWORD' },
  });
  expect(await person.post(request, { newEmail: now })).toMatchObject({ status: 422 });
  expect(await subjectsTo(now)).toEqual([]);
  expect((await person.post(request, ask('NOW@example.org', goodPassword))).status).toBe(200);
  const otp = await server.codeFor(now);
  const wrong = otp === '000000' ? '000001' : '000000';
  expect((await person.post(change, { newEmail: now, otp: wrong })).status).toBe(400);
  expect((await person.get('/me')).body.email).toBe(was);
  expect((await person.post(change, { newEmail: now, otp })).status).toBe(200);
  expect((await person.get('/me')).body).toMatchObject({ email: now, emailConfirmed: true });
  expect((await subjectsTo(was)).at(-1)).toBe('Your address for Telloom was changed');
  expect((await signInAs(was, goodPassword)).status).toBe(401);
  expect((await signInAs(now, goodPassword)).status).toBe(200);
});

test('an address that is taken gets no code, and its owner a word', async () => {
  await server.member('taken@example.org');
  const person = await server.member('wants@example.org');
  const path = '/auth/email-otp/request-email-change';
  const [taken, free] = [
    await person.post(path, ask('taken@example.org', goodPassword)),
    await person.post(path, ask('free@example.org', goodPassword)),
  ];
  expect([taken.status, taken.body]).toEqual([free.status, free.body]);
  expect((await subjectsTo('taken@example.org')).at(-1)).toBe('You already have a Telloom account');
});

test('a password is guessed at thirty times in a session, whichever address is named', async () => {
  const email = 'guessed@example.org';
  const person = await server.member(email);
  const count = () =>
    server.owner.query(`select auth.count_address('password|' || $1, '15 minutes')`, [email]);
  for (let n = 1; n < 30; n += 1) await count();
  const guess = { currentPassword: 'not this one', newPassword: 'another good one' };
  expect((await person.post('/auth/change-password', guess)).status).toBe(400);
  const tooMany = { status: 429, body: { code: 'TOO_MANY_REQUESTS' } };
  expect(await person.post('/auth/change-password', guess)).toMatchObject(tooMany);
  const path = '/auth/email-otp/request-email-change';
  expect(await person.post(path, ask('new@example.org', 'not mine'))).toMatchObject(tooMany);
});

test('nobody changes anything without being signed in', async () => {
  const stranger = server.browser();
  const newEmail = 'x@example.org';
  const changes = {
    '/auth/email-otp/request-email-change': ask(newEmail, goodPassword),
    '/auth/email-otp/change-email': { newEmail, otp: '123456' },
    '/auth/change-password': { currentPassword: goodPassword, newPassword: 'another good one' },
  };
  for (const [path, body] of Object.entries(changes)) {
    expect((await stranger.post(path, body)).status).toBe(401);
  }
});

const days = async (interval: string) => {
  await server.owner.query(`update public."AccountDeletion" set "dueAt" = "dueAt" - $1::interval`, [
    interval,
  ]);
  await server.owner.query(`select graphile_worker.add_job('account.sweep')`);
  await server.runJobs();
};

test('leaving takes 14 days, is told of, and can be taken back', async () => {
  const email = 'leaver@example.org';
  const person = await server.member(email);
  expect((await person.get('/me')).body.leavesAt).toBeNull();
  const asked = await person.send('PUT', '/me/leaving');
  expect(asked.status).toBe(200);
  expect((await person.send('PUT', '/me/leaving')).body).toEqual(asked.body);
  expect((await person.get('/me')).body.leavesAt).toBe(asked.body.leavesAt);
  const leaving = async () =>
    (await subjectsTo(email)).filter((subject) => /deleted/.test(subject));
  expect(await leaving()).toEqual(['Your Telloom account will be deleted']);

  await days('13 days');
  expect((await person.get('/me')).status).toBe(200);
  expect((await person.delete('/me/leaving')).status).toBe(204);
  expect((await person.delete('/me/leaving')).status).toBe(204);
  await days('2 days');
  expect((await person.get('/me')).body.leavesAt).toBeNull();

  await person.send('PUT', '/me/leaving');
  expect(await leaving()).toHaveLength(1);
  await days('15 days');
  expect((await person.get('/me')).status).toBe(401);
  expect((await signInAs(email, goodPassword)).status).toBe(401);
  const { rows } = await server.owner.query('select from public."Profile" where email = $1', [
    email,
  ]);
  expect(rows).toEqual([]);
});

test('sign-ups that nobody confirmed are forgotten after 30 days', async () => {
  const [old, fresh, kept] = ['old@example.org', 'fresh@example.org', 'kept@example.org'];
  const password = goodPassword;
  for (const email of [old, fresh]) {
    await server.browser().post('/auth/sign-up/email', { name: 'Lena', email, password });
  }
  await server.member(kept);
  await server.owner.query(
    `update auth.users set created_at = now() - interval '31 days' where email = any ($1)`,
    [[old, kept]],
  );
  await days('0 days');
  const { rows } = await server.owner.query<{ email: string }>(
    'select email from auth.users where email = any ($1) order by email',
    [[old, fresh, kept]],
  );
  expect(rows.map((row) => row.email)).toEqual([fresh, kept]);
});
