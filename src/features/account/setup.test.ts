import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, publicUrl, startTestServer, type TestServer } from '../../server/testing.ts';
import { issueSetupLink } from './setup.ts';

// Hashing passwords is slow on purpose, and slower on a busy machine.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const newToken = async () => {
  const link = await issueSetupLink(server.db, { publicUrl });
  return new URL(link ?? 'null:').searchParams.get('token') ?? '';
};
const isOpen = async (token: string) =>
  (await server.browser().get(`/setup?token=${token}`)).body.open;
const form = (token: string) => ({
  token,
  name: 'Ada Admin',
  email: 'Ada@example.org',
  password: goodPassword,
});

// One story: there is only one first admin.
test('the setup link makes the first admin, once', async () => {
  const older = await newToken();
  const token = await newToken();
  expect(await isOpen(older)).toBe(false);
  expect(await isOpen(token)).toBe(true);
  expect((await server.browser().post('/setup', form('wrong'))).status).toBe(404);
  const short = { ...form(token), password: 'short', email: 'nonsense' };
  const invalid = await server.browser().post('/setup', short);
  expect(invalid).toMatchObject({ status: 422 });
  expect(invalid.body.errors.map((error: { field: string }) => error.field)).toEqual([
    'email',
    'password',
  ]);

  // Somebody else's address is not taken over, and the link stays good.
  await server.member('ada@example.org');
  const taken = { ...form(token), password: 'not her password' };
  expect((await server.browser().post('/setup', taken)).status).toBe(409);
  expect(await isOpen(token)).toBe(true);

  // A failure on the way leaves neither a person nor a used link.
  const bob = { ...form(token), email: 'bob@example.org' };
  const table = 'alter table public."ProfileRole"';
  await server.owner.query(`${table} add constraint none check (role <> 'ADMIN')`);
  expect((await server.browser().post('/setup', bob)).status).toBe(422);
  await server.owner.query(`${table} drop constraint none`);
  const { rowCount } = await server.owner.query(
    `select from auth.users where email = 'bob@example.org'`,
  );
  expect(rowCount).toBe(0);
  expect(await isOpen(token)).toBe(true);

  const browser = server.browser();
  expect((await browser.post('/setup', bob)).status).toBe(201);
  expect((await browser.get('/me')).body).toMatchObject({
    fullName: 'Ada Admin',
    email: 'bob@example.org',
    emailConfirmed: true,
    isAdmin: true,
  });
  expect(await isOpen(token)).toBe(false);
  expect((await server.browser().post('/setup', form(token))).status).toBe(404);
  expect(await issueSetupLink(server.db, { publicUrl })).toBeNull();
});
