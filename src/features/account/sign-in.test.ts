import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { goodPassword, startTestServer, type TestServer } from '../../server/testing.ts';

// Hashing passwords is slow on purpose, and slower on a busy machine.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(() => server.owner.query('delete from auth.ba_rate_limits'));

const signUp = (email: string, password = goodPassword) => ({
  name: 'Rosa Lopez',
  email,
  password,
});
const mailsTo = async (email: string): Promise<string[]> => {
  const { rows } = await server.owner.query<{ subject: string }>(
    'select subject from private.mail where to_address = $1 order by created_at',
    [email],
  );
  return rows.map((row) => row.subject);
};

test('signing up, the code, and being in as a listener', async () => {
  const rosa = server.browser();
  const email = 'Rosa@Example.org';
  const answer = await rosa.post('/auth/sign-up/email', signUp(email));
  expect(answer).toMatchObject({ status: 200, body: { success: true } });
  expect(await rosa.get('/me')).toMatchObject({ status: 401 });

  const otp = await server.codeFor('rosa@example.org');
  const confirmed = await rosa.post('/auth/email-otp/verify-email', { email, otp });
  expect(confirmed).toMatchObject({ status: 200, body: { success: true } });
  expect(confirmed.setCookie[0]).toMatch(
    /^telloom\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const me = await rosa.get('/me');
  expect(me).toMatchObject({
    status: 200,
    body: {
      fullName: 'Rosa Lopez',
      firstName: 'Rosa',
      lastName: 'Lopez',
      email: 'rosa@example.org',
      emailConfirmed: true,
      sharerId: null,
      isAdmin: false,
      followsCount: 0,
    },
  });
  const { rows } = await server.owner.query(
    'select role from public."ProfileRole" where "profileId" = $1',
    [me.body.id],
  );
  expect(rows).toEqual([{ role: 'LISTENER' }]);
});

test('a name, an address and a password are asked for', async () => {
  const whole = signUp('whole@example.org');
  for (const [field, value, code] of [
    ['name', ' ', 'INVALID_NAME'],
    ['name', 'x'.repeat(101), 'INVALID_NAME'],
    ['email', 'nonsense', 'VALIDATION_ERROR'],
    ['password', 'too short', 'PASSWORD_TOO_SHORT'],
    ['password', 'x'.repeat(129), 'PASSWORD_TOO_LONG'],
  ] as const) {
    const answer = await server.browser().post('/auth/sign-up/email', { ...whole, [field]: value });
    expect(answer).toMatchObject({ status: 400, body: { code }, setCookie: [] });
  }
  expect(await mailsTo(whole.email)).toEqual([]);
});

test('a wrong, an old and an unknown code get the same answer', async () => {
  const email = 'old@example.org';
  const browser = server.browser();
  await browser.post('/auth/sign-up/email', signUp(email));
  const otp = await server.codeFor(email);
  const wrong = otp === '000000' ? '000001' : '000000';
  const refused = { status: 400, body: { code: 'INVALID_OTP' }, setCookie: [] };
  const verify = (code: string, address = email) =>
    browser.post('/auth/email-otp/verify-email', { email: address, otp: code });
  expect(await verify(wrong)).toMatchObject(refused);
  await server.owner.query(`update auth.ba_verifications set "expiresAt" = now() - interval '1 s'`);
  const old = await verify(otp);
  expect(old).toMatchObject(refused);
  const { headers, ...said } = old;
  expect(await verify(otp, 'nobody@example.org')).toMatchObject(said);
});

test('three wrong guesses end a code, and do not tell that there is one', async () => {
  const email = 'guess@example.org';
  const browser = server.browser();
  await browser.post('/auth/sign-up/email', signUp(email));
  const otp = await server.codeFor(email);
  const wrong = otp === '000000' ? '000001' : '000000';
  for (const guess of [wrong, wrong, wrong, otp, otp]) {
    const answer = await browser.post('/auth/email-otp/verify-email', { email, otp: guess });
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_OTP' } });
  }
});

test('a known address gets the same answer and another mail', async () => {
  const email = 'known@example.org';
  await server.member(email);
  const stranger = server.browser();
  const known = await stranger.post('/auth/sign-up/email', signUp(email, 'quite another one'));
  const fresh = await server.browser().post('/auth/sign-up/email', signUp('fresh@example.org'));
  const shape = (lines: string[]) => lines.map((line) => line.replace(/=[^;]*/, '=…'));
  expect([known.status, known.body]).toEqual([fresh.status, fresh.body]);
  expect(shape(known.setCookie)).toEqual(shape(fresh.setCookie));
  expect((await mailsTo(email)).at(-1)).toBe('You already have a Telloom account');
  const signIn = { email, password: goodPassword };
  expect((await server.browser().post('/auth/sign-in/email', signIn)).status).toBe(200);
});

test('codes for a known and an unknown address are asked for with the same answer', async () => {
  await server.member('here@example.org');
  const ask = (email: string, type: string) =>
    server.browser().post('/auth/email-otp/send-verification-otp', { email, type });
  for (const type of ['sign-in', 'email-verification', 'forget-password']) {
    expect(await ask('nowhere@example.org', type)).toEqual(await ask('here@example.org', type));
  }
  expect(await mailsTo('nowhere@example.org')).toEqual([]);
});

test('a wrong password and an unknown address are refused alike', async () => {
  await server.member('pass@example.org');
  const signIn = (email: string) =>
    server.browser().post('/auth/sign-in/email', { email, password: 'not this one at all' });
  const wrong = await signIn('pass@example.org');
  expect(wrong).toMatchObject({ status: 401, setCookie: [] });
  expect(await signIn('nobody@example.org')).toEqual(wrong);
});

test('an unconfirmed address does not get in with its password', async () => {
  const email = 'unconfirmed@example.org';
  await server.browser().post('/auth/sign-up/email', signUp(email));
  const answer = await server
    .browser()
    .post('/auth/sign-in/email', { email, password: goodPassword });
  expect(answer).toMatchObject({
    status: 403,
    body: { code: 'EMAIL_NOT_VERIFIED' },
    setCookie: [],
  });
});

test('signing in by code confirms an address and keeps its password', async () => {
  const email = 'bycode@example.org';
  const browser = server.browser();
  await browser.post('/auth/sign-up/email', signUp(email));
  await browser.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const otp = await server.codeFor(email);
  const wrong = otp === '000000' ? '000001' : '000000';
  const path = '/auth/sign-in/email-otp';
  expect((await browser.post(path, { email, otp: wrong })).status).toBe(400);
  expect((await browser.post(path, { email, otp })).status).toBe(200);
  expect((await browser.get('/me')).status).toBe(200);
  const again = { email, password: goodPassword };
  expect((await server.browser().post('/auth/sign-in/email', again)).status).toBe(200);
});

test('a stranger who signed up with my address has no way in once I confirm it', async () => {
  const email = 'mine@example.org';
  const stranger = server.browser();
  await stranger.post('/auth/sign-up/email', signUp(email, 'the stranger knows'));
  const mine = server.browser();
  await mine.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const otp = await server.codeFor(email);
  expect((await mine.post('/auth/sign-in/email-otp', { email, otp })).status).toBe(200);
  const theirs = { email, password: 'the stranger knows' };
  expect((await stranger.post('/auth/sign-in/email', theirs)).status).toBe(401);
});

test('signing up twice: the password of the browser that confirms is the one that counts', async () => {
  const email = 'twice@example.org';
  const [first, second] = [server.browser(), server.browser()];
  await first.post('/auth/sign-up/email', signUp(email, 'the stranger knows'));
  await second.post('/auth/sign-up/email', signUp(email));
  const otp = await server.codeFor(email);
  expect((await second.post('/auth/email-otp/verify-email', { email, otp })).status).toBe(200);
  const signIn = async (password: string) =>
    (await server.browser().post('/auth/sign-in/email', { email, password })).status;
  expect(await signIn('the stranger knows')).toBe(401);
  expect(await signIn(goodPassword)).toBe(200);

  const contested = 'thrice@example.org';
  await second.post('/auth/sign-up/email', signUp(contested));
  await first.post('/auth/sign-up/email', signUp(contested, 'the stranger knows'));
  const code = { email: contested, otp: await server.codeFor(contested) };
  expect((await second.post('/auth/email-otp/verify-email', code)).status).toBe(200);
  const theirs = { email: contested, password: 'the stranger knows' };
  expect((await first.post('/auth/sign-in/email', theirs)).status).toBe(401);
});

test('a new password signs every device out', async () => {
  const email = 'reset@example.org';
  const tablet = await server.member(email);
  const phone = server.browser();
  await phone.post('/auth/email-otp/send-verification-otp', { email, type: 'forget-password' });
  const otp = await server.codeFor(email);
  const path = '/auth/email-otp/reset-password';
  const short = await phone.post(path, { email, otp, password: 'too short' });
  expect(short).toMatchObject({ status: 400, body: { code: 'PASSWORD_TOO_SHORT' } });
  const password = 'a brand-new password';
  expect((await phone.post(path, { email, otp, password })).status).toBe(200);
  expect((await tablet.get('/me')).status).toBe(401);
  const signIn = async (given: string) =>
    (await phone.post('/auth/sign-in/email', { email, password: given })).status;
  expect(await signIn(goodPassword)).toBe(401);
  expect(await signIn(password)).toBe(200);
});

test('too many requests from one network, and about one address', async () => {
  const path = '/auth/email-otp/send-verification-otp';
  const ask = (email: string) => server.browser().post(path, { email, type: 'sign-in' });
  for (let n = 1; n <= 10; n += 1) expect((await ask('many@example.org')).status).toBe(200);
  const tooMany = { status: 429, body: { code: 'TOO_MANY_REQUESTS' } };
  expect(await ask('MANY@example.org')).toMatchObject(tooMany);
  for (let n = 12; n <= 20; n += 1) expect((await ask(`${n}@example.org`)).status).toBe(200);
  const network = await ask('one-more@example.org');
  expect(network).toMatchObject(tooMany);
  expect(Number(network.retryAfter)).toBeGreaterThan(0);
});

test('people from Supabase sign in with the password they have', async () => {
  // from the test vectors of crypt_blowfish and of the argon2 reference implementation
  const hashes = {
    'bcrypt@example.org': '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW',
    'argon@example.org':
      '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4',
  };
  for (const [email, hash] of Object.entries(hashes)) {
    await server.owner.query(
      `insert into auth.users (id, email, encrypted_password, email_confirmed_at)
       values (gen_random_uuid(), $1, $2, now())`,
      [email, hash],
    );
  }
  const signIn = async (email: string, password: string) =>
    (await server.browser().post('/auth/sign-in/email', { email, password })).status;
  expect(await signIn('bcrypt@example.org', 'U*U')).toBe(200);
  expect(await signIn('argon@example.org', 'password')).toBe(200);
  expect(await signIn('argon@example.org', 'passwore')).toBe(401);
});

test('another site cannot sign anybody in', async () => {
  await server.member('csrf@example.org');
  const body = { email: 'csrf@example.org', password: goodPassword };
  const path = '/auth/sign-in/email';
  const answer = await server.browser().send('POST', path, body, 'https://evil.example');
  expect(answer).toMatchObject({ status: 403, setCookie: [] });
});

test('nothing else of the sign-in service is open', async () => {
  const browser = await server.member('closed@example.org');
  for (const path of ['/auth/get-session', '/auth/list-sessions', '/auth/update-user']) {
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(path)).status).toBe(404);
  }
});
