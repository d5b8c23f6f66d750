import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  goodPassword,
  publicUrl,
  secret,
  startTestServer,
  type TestServer,
} from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { cookieName, signCookie } from './session-cookie.ts';

// Hashing passwords is slow on purpose, and slower on a busy machine.

let server: TestServer;
let rosa: Browser;
let leo: Browser;
beforeAll(async () => {
  server = await startTestServer();
  rosa = await server.member('rosa@example.org');
  leo = await server.member('leo@example.org');
});
afterAll(() => server.stop());

const name = cookieName(publicUrl);
const cookieOf = (browser: Browser) => browser.cookies.get(name) ?? '';
const tokenOf = (browser: Browser) => decodeURIComponent(cookieOf(browser)).split('.')[0] ?? '';
const statusWith = async (cookie: string) => {
  const browser = server.browser();
  browser.cookies.set(name, cookie);
  return (await browser.get('/me')).status;
};

test('only a cookie that is signed with our secret lets anybody in', async () => {
  const token = tokenOf(rosa);
  expect(await statusWith(signCookie(token, secret))).toBe(200);
  expect(await statusWith(token)).toBe(401);
  expect(await statusWith(`${token}.`)).toBe(401);
  expect(await statusWith(signCookie(token, 'another secret'))).toBe(401);
  expect(await statusWith(signCookie('made up', secret))).toBe(401);
  expect(await statusWith('%E0%A4%A')).toBe(401);
  const swapped = `${token}.${decodeURIComponent(cookieOf(leo)).split('.')[1]}`;
  expect(await statusWith(encodeURIComponent(swapped))).toBe(401);
});

test('a request carries its claims and its role, and nothing of it stays', async () => {
  const look = { text: `select current_user::text as who, auth.uid() as id, auth.jwt() as claims` };
  const { body: me } = await rosa.get('/me');
  const [row] = await server.db.asUser(
    tokenOf(rosa),
    (sql) => sql`select current_user::text as who, auth.uid() as id, auth.jwt() as claims`,
  );
  expect(row).toEqual({
    who: 'authenticated',
    id: me.id,
    claims: { sub: me.id, role: 'authenticated', email: 'rosa@example.org' },
  });
  await expect(server.db.asUser('no such token', (sql) => sql`select 1`)).rejects.toMatchObject({
    code: 'TL401',
  });
  expect((await server.owner.query(look)).rows[0]).toMatchObject({ id: null });
});

test('clients reach neither the door nor what is behind it', async () => {
  for (const query of ["select private.enter('x')", 'select * from auth.ba_sessions']) {
    await server.owner.query('begin; set local role authenticated');
    await expect(server.owner.query(query)).rejects.toMatchObject({ code: '42501' });
    await server.owner.query('rollback');
  }
});

test('an expired session, a banned and a deleted person are out', async () => {
  const tess = await server.member('tess@example.org');
  const { body: me } = await tess.get('/me');
  const setUser = (change: string) =>
    server.owner.query(`update auth.users set ${change} where id = $1`, [me.id]);
  await setUser(`banned_until = now() + interval '1 hour'`);
  expect((await tess.get('/me')).status).toBe(401);
  await setUser(`banned_until = now() - interval '1 hour'`);
  expect((await tess.get('/me')).status).toBe(200);
  await setUser('deleted_at = now()');
  expect((await tess.get('/me')).status).toBe(401);
  await setUser('deleted_at = null');
  await server.owner.query(
    `update auth.ba_sessions set "expiresAt" = now() - interval '1 second' where "userId" = $1`,
    [me.id],
  );
  expect((await tess.get('/me')).status).toBe(401);
});

test('a session slides once a day, in the database and in the browser', async () => {
  const uma = await server.member('uma@example.org');
  const token = tokenOf(uma);
  const age = (days: number) =>
    server.owner.query(
      `update auth.ba_sessions set "updatedAt" = now() - make_interval(days => $2),
         "expiresAt" = now() + interval '1 minute' where token = $1`,
      [token, days],
    );
  const daysLeft = async () => {
    const { rows } = await server.owner.query<{ days: number }>(
      `select round(extract(epoch from "expiresAt" - now()) / 86400)::integer as days
       from auth.ba_sessions where token = $1`,
      [token],
    );
    return rows[0]?.days;
  };
  await age(0);
  await uma.get('/me');
  expect(await daysLeft()).toBe(0);
  await age(2);
  const { setCookie } = await uma.get('/me');
  expect(await daysLeft()).toBe(30);
  expect(setCookie).toEqual([
    `${name}=${cookieOf(uma)}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`,
  ]);
});

test('devices: one sees and ends one’s own, and nobody else’s', async () => {
  const { body: mine } = await rosa.get('/me/sessions');
  expect(mine.items).toEqual([
    {
      id: expect.any(String),
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      lastUsedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      userAgent: 'a test',
      ipAddress: '127.0.0.1',
      current: true,
    },
  ]);
  const claims = { 'x-forwarded-for': '198.51.100.1', 'content-type': 'application/json' };
  const body = JSON.stringify({ email: 'rosa@example.org', password: goodPassword });
  await rosa.fetch('/api/v1/auth/sign-in/email', { method: 'POST', headers: claims, body });
  const { items } = (await rosa.get('/me/sessions')).body;
  // where no proxy is trusted, nobody says for themselves where they come from
  expect(items.map(({ ipAddress }: { ipAddress: string }) => ipAddress)).toEqual([
    '127.0.0.1',
    '127.0.0.1',
  ]);
  const { id } = items.find(({ current }: { current: boolean }) => current);
  expect((await leo.send('DELETE', `/me/sessions/${id}`)).status).toBe(404);
  expect((await leo.send('DELETE', '/me/sessions/nonsense')).status).toBe(422);
  expect((await server.browser().send('DELETE', `/me/sessions/${id}`)).status).toBe(401);
  expect((await rosa.get('/me')).status).toBe(200);
  expect((await rosa.send('DELETE', `/me/sessions/${id}`)).status).toBe(204);
  expect((await rosa.get('/me')).status).toBe(401);
});

test('signing out ends the session, not only the cookie', async () => {
  const vic = await server.member('vic@example.org');
  const cookie = cookieOf(vic);
  expect((await vic.post('/auth/sign-out')).status).toBe(200);
  expect(await statusWith(cookie)).toBe(401);
});

test('names can be changed, and nothing else', async () => {
  expect(await leo.send('PATCH', '/me', { firstName: ' Leo ', lastName: 'Tolle' })).toMatchObject({
    status: 200,
    body: { firstName: 'Leo', lastName: 'Tolle', fullName: 'Leo Tolle' },
  });
  expect((await leo.send('PATCH', '/me', { lastName: '' })).body.fullName).toBe('Leo');
  expect((await leo.send('PATCH', '/me', { isAdmin: true })).status).toBe(422);
  expect((await leo.send('PATCH', '/me', {}, 'https://evil.example')).status).toBe(403);
});

test('whoever deletes their Profile leaves no way to sign in', async () => {
  const wim = await server.member('wim@example.org');
  const deleted = await server.db.asUser(
    tokenOf(wim),
    (sql) => sql`delete from public."Profile" where id = private.uid() returning email`,
  );
  expect(deleted).toEqual([{ email: 'wim@example.org' }]);
  expect((await wim.get('/me')).status).toBe(401);
  const { rowCount } = await server.owner.query(
    `select from auth.users where email = 'wim@example.org'`,
  );
  expect(rowCount).toBe(0);
});
