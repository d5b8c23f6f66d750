import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodPassword, newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { adminOf } from '../curating/testing.ts';

let server: TestServer;
let admin: Browser;
let rosa: Browser;
const email = newEmail('rosa');
const ids = { admin: '', rosa: '' };
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
  rosa = await server.member(email, 'Rosa Núñez');
  await rosa.post('/me/sharer');
  ids.admin = (await admin.get('/me')).body.id;
  ids.rosa = (await rosa.get('/me')).body.id;
});
afterAll(() => server.stop());

const person = async (id: string) => (await admin.get(`/admin/people/${id}`)).body;
const nobody = '00000000-0000-4000-8000-000000000000';
const acts: [string, string][] = [
  ['PUT', 'admin'],
  ['DELETE', 'admin'],
  ['PUT', 'suspension'],
  ['DELETE', 'suspension'],
  ['POST', 'new-password'],
];
const act = (method: string, path: string, id = ids.rosa) =>
  admin.send(method, `/admin/people/${id}/${path}`);
const newestAct = async () => (await admin.get('/admin/log')).body.items[0];

test('people are found by name, without accents, by address and by role', async () => {
  for (const q of ['rosa nunez', email.toUpperCase(), 'ROSA']) {
    const { items } = (await admin.get(`/admin/people?q=${encodeURIComponent(q)}`)).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([ids.rosa]);
  }
  const { items } = (await admin.get('/admin/people?role=ADMIN')).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual([ids.admin]);
  expect((await admin.get('/admin/people?q=%25')).body.items).toEqual([]);
  expect((await admin.get(`/admin/people?q=${'x'.repeat(256)}`)).status).toBe(422);
  expect((await admin.get('/admin/people?role=KING')).status).toBe(422);
  expect((await admin.get('/admin/people?cursor=nonsense')).status).toBe(422);
});

test('they come in pages, each once', async () => {
  await server.owner.query(
    `insert into public."Profile" ("fullName") select 'Many ' || n from generate_series(1, 31) n`,
  );
  const first = (await admin.get('/admin/people?q=many')).body;
  expect(first.items).toHaveLength(30);
  const second = (await admin.get(`/admin/people?q=many&cursor=${first.nextCursor}`)).body;
  expect(second.items).toHaveLength(1);
  expect(second.nextCursor).toBeNull();
  const seen = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(new Set(seen).size).toBe(31);
  expect(second.items[0]).toMatchObject({ signIn: null, roles: [] });
});

test('a person is shown in numbers, and nothing that they told', async () => {
  await server.owner.query(
    `with sharer as (select id from public."ProfileSharer" where "profileId" = $1),
     video as (insert into public."Video" ("profileSharerId") select id from sharer returning id),
     upload as (insert into private.upload ("videoId", kind, "contentType", bytes)
       select id, 'video', 'video/webm', 5000 from video),
     follower as (insert into public."ProfileListener" ("listenerId", "sharerId") select $2, id from sharer)
     insert into public."PromptResponse" ("profileSharerId", "videoId", summary)
     select sharer.id, video.id, 'a secret of the family' from sharer, video`,
    [ids.rosa, ids.admin],
  );
  const shown = await person(ids.rosa);
  expect(shown).toMatchObject({
    fullName: 'Rosa Núñez',
    email,
    isMe: false,
    leavesAt: null,
    ...{ stories: 1, recordings: 1, attachments: 0, bytes: 5000 },
    ...{ follows: 0, followedBy: 1, keeps: 0 },
    signIn: { isConfirmed: true, isSuspended: false, hasPassword: true, sessions: 1 },
  });
  expect(shown.roles).toContain('SHARER');
  expect(JSON.stringify(shown)).not.toContain('secret');
  expect(await person(ids.admin)).toMatchObject({ isMe: true, follows: 1, followedBy: 0 });
});

test('the role of admins is given and taken, and both are written down', async () => {
  for (const _ of [1, 2]) expect((await act('PUT', 'admin')).status).toBe(204);
  expect((await rosa.get('/admin/people')).status).toBe(200);
  expect(await newestAct()).toMatchObject({
    action: 'INSERT',
    thing: 'ProfileRole',
    name: 'ADMIN · Rosa Núñez',
  });
  for (const _ of [1, 2]) expect((await act('DELETE', 'admin')).status).toBe(204);
  expect((await rosa.get('/admin/people')).status).toBe(404);
  expect(await newestAct()).toMatchObject({ action: 'DELETE', name: 'ADMIN · Rosa Núñez' });
});

test('two admins who take the role from each other at once leave one', async () => {
  await act('PUT', 'admin');
  await Promise.all([
    admin.delete(`/admin/people/${ids.rosa}/admin`),
    rosa.delete(`/admin/people/${ids.admin}/admin`),
  ]);
  const { rows } = await server.owner.query(
    `select "profileId" as id from public."ProfileRole" where role = 'ADMIN'`,
  );
  expect(rows).toHaveLength(1);
  await server.owner.query(`delete from public."ProfileRole" where role = 'ADMIN'`);
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role) values ($1, 'ADMIN')`,
    [ids.admin],
  );
});

test('whoever is suspended is out at once, stays out whichever way, and comes back', async () => {
  expect((await rosa.get('/me')).status).toBe(200);
  expect((await act('PUT', 'suspension')).status).toBe(204);
  expect((await rosa.get('/me')).status).toBe(401);
  expect(await newestAct()).toMatchObject({ action: 'ACT', thing: 'person.suspend' });
  const refused = await rosa.post('/auth/sign-in/email', { email, password: goodPassword });
  expect([refused.status, refused.body.code]).toEqual([403, 'SUSPENDED']);
  const wrong = await rosa.post('/auth/sign-in/email', { email, password: 'not the password' });
  expect(wrong.body.code).not.toBe('SUSPENDED');
  await rosa.post('/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const byCode = await rosa.post('/auth/sign-in/email-otp', {
    email,
    otp: await server.codeFor(email),
  });
  expect([byCode.status, byCode.body.code]).toEqual([403, 'SUSPENDED']);
  expect((await person(ids.rosa)).signIn).toMatchObject({ isSuspended: true, sessions: 0 });

  expect((await act('DELETE', 'suspension')).status).toBe(204);
  await rosa.post('/auth/sign-in/email', { email, password: goodPassword });
  expect((await rosa.get('/me')).status).toBe(200);
});

test('help with a password is a mail without a secret', async () => {
  expect((await act('POST', 'new-password')).status).toBe(204);
  const mail = (await admin.get('/admin/mail')).body.items[0];
  expect(mail).toMatchObject({ to: email, text: expect.stringContaining('/forgot') });
  expect(await newestAct()).toMatchObject({ action: 'ACT', thing: 'person.password' });
  const { rows } = await server.owner.query(
    `select id from public."Profile" where email is null limit 1`,
  );
  expect((await act('POST', 'new-password', rows[0].id)).status).toBe(409);
});

test('nobody takes anything from themselves, from nobody, or without being an admin', async () => {
  for (const [method, path] of acts) {
    expect((await act(method, path, nobody)).status).toBe(404);
    expect((await act(method, path, 'nonsense')).status).toBe(422);
    expect((await rosa.send(method, `/admin/people/${ids.admin}/${path}`)).status).toBe(404);
    const stranger = server.browser();
    expect((await stranger.send(method, `/admin/people/${ids.admin}/${path}`)).status).toBe(401);
  }
  for (const [method, path] of acts.filter(([, path]) => path !== 'new-password').slice(1)) {
    expect((await act(method, path, ids.admin)).status).toBe(409);
  }
  expect((await person(ids.admin)).roles).toContain('ADMIN');
  for (const path of ['/admin/people', `/admin/people/${ids.admin}`]) {
    expect((await rosa.get(path)).status).toBe(404);
    expect((await server.browser().get(path)).status).toBe(401);
  }
  expect((await admin.get(`/admin/people/${nobody}`)).status).toBe(404);
});
