import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('what one tells of oneself is kept, changed in parts, and taken away', async () => {
  const rosa = await server.member('rosa@example.org');
  const empty = await rosa.get('/me/details');
  expect(new Set(Object.values(empty.body))).toEqual(new Set([null]));
  const told = await rosa.patch('/me/details', { username: 'rosa.l', phone: ' 555 1234 ' });
  expect(told).toMatchObject({ status: 200, body: { username: 'rosa.l', phone: '555 1234' } });
  const more = { executorFirstName: 'Anna', executorEmail: 'anna@example.org', phone: '' };
  expect((await rosa.patch('/me/details', more)).body).toMatchObject({
    username: 'rosa.l',
    phone: null,
    executorFirstName: 'Anna',
  });
  expect((await rosa.get('/me/details')).body).toMatchObject({ executorEmail: 'anna@example.org' });
});

test('a username is one person’s, and of a shape that can be typed', async () => {
  const lena = await server.member('lena@example.org');
  const sam = await server.member('sam@example.org');
  expect((await lena.patch('/me/details', { username: 'lena' })).status).toBe(200);
  expect((await sam.patch('/me/details', { username: 'lena' })).status).toBe(409);
  for (const username of ['ab', 'Lena', 'a b c', 'lena@home', '-lena', 'x'.repeat(31)]) {
    expect((await sam.patch('/me/details', { username })).status).toBe(422);
  }
  expect((await sam.patch('/me/details', { username: '' })).body.username).toBeNull();
  expect((await lena.patch('/me/details', { username: null })).body.username).toBeNull();
});

test('nothing else is changed by it, and nobody’s but one’s own', async () => {
  const ada = await server.member('ada@example.org');
  for (const body of [{ isAdmin: true }, { email: 'x@example.org' }, { id: 'x' }]) {
    expect((await ada.patch('/me/details', body)).status).toBe(422);
  }
  expect((await ada.patch('/me/details', { phone: 5 as unknown as string })).status).toBe(422);
  expect((await ada.patch('/me/details', { phone: '5'.repeat(201) })).status).toBe(422);
  expect((await server.browser().get('/me/details')).status).toBe(401);
  expect((await server.browser().patch('/me/details', { phone: '5' })).status).toBe(401);
});
