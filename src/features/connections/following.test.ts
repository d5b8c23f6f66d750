import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

// Rosa and Otto tell stories, Karl looks after Rosa's; Anna and Sam would like to watch.
let server: TestServer;
let rosa: Browser;
let otto: Browser;
let anna: Browser;
let sam: Browser;
let forRosa: Browser;
let anonymous: Browser;
const rosaEmail = newEmail('rosa');

beforeAll(async () => {
  server = await startTestServer();
  const karlEmail = newEmail('karl');
  rosa = await server.member(rosaEmail, 'Rosa');
  otto = await server.member(newEmail('otto'), 'Otto');
  anna = await server.member(newEmail('anna'), 'Anna');
  sam = await server.member(newEmail('sam'), 'Sam');
  const karl = await server.member(karlEmail, 'Karl');
  anonymous = server.browser();
  const { sharerId } = (await rosa.post('/me/sharer')).body;
  await otto.post('/me/sharer');
  await rosa.patch('/me/details', { username: 'rosa.l' });
  const { body } = await rosa.post('/invitations', { email: karlEmail, role: 'EXECUTOR' });
  await karl.post('/invitations/accept', { token: body.link.split('#')[1] });
  forRosa = karl.for(sharerId);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.owner.query('delete from private.counted_act');
  await server.owner.query('delete from private.follow_ask');
  await server.owner.query('delete from public."FollowRequest"');
  await server.owner.query('delete from public."ProfileListener"');
});

const ask = (browser: Browser, whom: string) => browser.post('/follow-asks', { whom });
const requests = async (browser: Browser) => (await browser.get('/follow-requests')).body.items;
const answer = async (browser: Browser, approve: boolean) => {
  const [{ id }] = await requests(browser);
  return browser.post(`/follow-requests/${id}/answer`, { approve });
};
const codeOf = async (browser: Browser) =>
  (await browser.post('/follow-link')).body.link.split('/follow/')[1];

describe('asking', () => {
  test('by username, by address and by link reaches the same storyteller, and their keeper', async () => {
    const code = await codeOf(rosa);
    for (const whom of [' rosa.l ', rosaEmail.toUpperCase(), code]) {
      expect((await ask(anna, whom)).status).toBe(204);
    }
    const asked = [{ name: 'Anna', status: 'PENDING' }];
    expect(await requests(rosa)).toMatchObject(asked);
    expect(await requests(forRosa)).toMatchObject(asked);
    expect(await requests(otto)).toEqual([]);
    const { items } = (await anna.get('/follow-asks')).body;
    expect(items).toMatchObject([
      { handle: null, name: 'Rosa' },
      { handle: rosaEmail.toUpperCase(), name: null },
      { handle: 'rosa.l', name: null },
    ]);
  });

  test('is answered alike whether or not there is anybody', async () => {
    const [there, nowhere] = [await ask(anna, 'rosa.l'), await ask(anna, 'nobody.l')];
    expect(there).toEqual(nowhere);
    const listed = (await anna.get('/follow-asks')).body.items as { id: string; handle: string }[];
    const shapes = listed.map(({ id: _, ...rest }) => ({ ...rest, handle: '', askedAt: '' }));
    expect(shapes[0]).toEqual(shapes[1]);
    for (const { id } of listed) {
      expect((await sam.delete(`/follow-asks/${id}`)).status).toBe(404);
      expect((await anna.delete(`/follow-asks/${id}`)).status).toBe(204);
    }
    expect(await requests(rosa)).toEqual([]);
    expect((await anna.get('/following')).body.items).toEqual([]);
  });

  test('is enough after twenty times a day, for unknown names too', async () => {
    for (let n = 0; n < 20; n += 1) await ask(anna, `nobody.${n}`);
    const refused = await ask(anna, 'rosa.l');
    expect(refused).toMatchObject({ status: 429 });
    expect(refused.body.type).toBe('urn:telloom:problem:asked-enough');
    expect(await requests(rosa)).toEqual([]);
    expect((await ask(sam, 'rosa.l')).status).toBe(204);
    await server.owner.query(`update private.counted_act set at = at - interval '1 day'`);
    expect((await ask(anna, 'rosa.l')).status).toBe(204);
  });

  test('oneself comes to nothing', async () => {
    expect((await ask(rosa, 'rosa.l')).status).toBe(204);
    expect(await requests(rosa)).toEqual([]);
  });
});

describe('the answer', () => {
  test('yes: they follow, and what was asked is off the list', async () => {
    await ask(anna, 'rosa.l');
    await answer(rosa, true);
    expect((await anna.get('/following')).body.items).toMatchObject([
      { name: 'Rosa', hasAccess: true },
    ]);
    expect((await anna.get('/follow-asks')).body.items).toEqual([]);
    expect(await requests(rosa)).toEqual([]);
  });

  test('no, and later yes, by the keeper: the name stays there', async () => {
    await ask(anna, 'rosa.l');
    await answer(rosa, false);
    await ask(anna, 'rosa.l');
    expect(await requests(forRosa)).toMatchObject([{ name: 'Anna', status: 'DENIED' }]);
    expect((await answer(forRosa, true)).status).toBe(204);
    expect((await anna.get('/following')).body.items).toHaveLength(1);
  });

  test('a connection that ended can be asked for again', async () => {
    await ask(anna, 'rosa.l');
    await answer(rosa, true);
    const [{ id }] = (await anna.get('/following')).body.items;
    expect((await sam.delete(`/following/${id}`)).status).toBe(404);
    expect((await anna.delete(`/following/${id}`)).status).toBe(204);
    expect((await anna.delete(`/following/${id}`)).status).toBe(404);
    await ask(anna, 'rosa.l');
    expect(await requests(rosa)).toMatchObject([{ name: 'Anna', status: 'PENDING' }]);
    await answer(rosa, true);
    const [listener] = (await rosa.get('/listeners')).body.items;
    await rosa.patch(`/listeners/${listener.id}`, { hasAccess: false });
    await rosa.delete(`/listeners/${listener.id}`);
    await ask(anna, 'rosa.l');
    expect(await requests(rosa)).toMatchObject([{ status: 'PENDING' }]);
  });

  test('is not for others to give', async () => {
    await ask(anna, 'rosa.l');
    const [{ id }] = await requests(rosa);
    for (const browser of [otto, anna, sam]) {
      const path = `/follow-requests/${id}/answer`;
      expect((await browser.post(path, { approve: true })).status).toBe(404);
    }
  });
});

describe('the link', () => {
  test('says whose it is, until there is another one', async () => {
    const code = await codeOf(rosa);
    expect(await codeOf(rosa)).toBe(code);
    expect(await codeOf(forRosa)).toBe(code);
    expect((await anna.get(`/follow-links/${code}`)).body).toMatchObject({ name: 'Rosa' });
    expect((await anonymous.get(`/follow-links/${code}`)).status).toBe(401);
    const anew = (await rosa.post('/follow-link/anew')).body.link.split('/follow/')[1];
    expect(anew).not.toBe(code);
    expect((await anna.get(`/follow-links/${code}`)).status).toBe(404);
    expect((await ask(anna, code)).status).toBe(204);
    expect(await requests(rosa)).toEqual([]);
  });

  test('is for those who tell', async () => {
    expect((await anna.post('/follow-link')).status).toBe(404);
    expect((await anna.post('/follow-link/anew')).status).toBe(404);
  });
});

describe('sending an invitation again', () => {
  const tokenOf = (link: string) => link.split('#')[1];

  test('makes another link, and ends the one before', async () => {
    const email = newEmail('nina');
    const nina = await server.member(email, 'Nina');
    const first = (await rosa.post('/invitations', { email, role: 'LISTENER' })).body;
    await server.owner.query(
      `update public."Invitation" set "createdAt" = now() - interval '20 days' where id = $1`,
      [first.id],
    );
    for (const browser of [otto, anna, nina]) {
      expect((await browser.post(`/invitations/${first.id}/again`)).status).toBe(404);
    }
    const again = await forRosa.post(`/invitations/${first.id}/again`);
    expect(again).toMatchObject({ status: 200, body: { id: first.id, mailed: false } });
    const old = { token: tokenOf(first.link) };
    expect((await nina.post('/invitations/accept', old)).status).toBe(404);
    const fresh = { token: tokenOf(again.body.link) };
    expect((await nina.post('/invitations/accept', fresh)).status).toBe(200);
    expect((await rosa.post(`/invitations/${first.id}/again`)).status).toBe(409);
  });

  test('is enough after five mails to somebody, and fifty in all', async () => {
    const email = newEmail('tom');
    const { id } = (await rosa.post('/invitations', { email, role: 'LISTENER' })).body;
    for (let n = 1; n < 5; n += 1) await rosa.post(`/invitations/${id}/again`);
    const refused = await rosa.post(`/invitations/${id}/again`);
    expect(refused.status).toBe(429);
    expect(refused.body.type).toBe('urn:telloom:problem:invited-them-enough');
    await server.owner.query(
      `insert into private.counted_act (profile_id, what, about)
       select profile_id, what, n::text from private.counted_act, generate_series(1, 45) n
       where what = 'invited' limit 45`,
    );
    const more = await rosa.post('/invitations', { email: newEmail('tim'), role: 'LISTENER' });
    expect(more.body.type).toBe('urn:telloom:problem:invited-enough');
    const { items } = (await rosa.get('/invitations')).body;
    expect(items.some((one: { email: string }) => one.email.startsWith('tim'))).toBe(false);
  });
});

describe('what is refused', () => {
  test.each([
    ['nobody', '/follow-asks', {}, 422],
    ['an empty name', '/follow-asks', { whom: '' }, 422],
    ['only spaces', '/follow-asks', { whom: '   ' }, 422],
    ['a very long name', '/follow-asks', { whom: 'x'.repeat(321) }, 422],
    ['no text', '/follow-asks', { whom: 5 }, 422],
    ['something else beside it', '/follow-asks', { whom: 'rosa.l', sharerId: 'x' }, 422],
    ['no id', '/invitations/x/again', {}, 422],
    ['an unknown invitation', `/invitations/${randomUUID()}/again`, {}, 404],
    ['an unknown request', `/follow-requests/${randomUUID()}/answer`, { approve: true }, 404],
  ])('%s', async (_, path, body, status) => {
    expect((await rosa.post(path, body)).status).toBe(status);
    expect((await anonymous.post(path, body)).status).toBe(status === 422 ? 422 : 401);
  });

  test('nobody is signed in', async () => {
    for (const path of ['/follow-asks', '/follow-requests', '/follow-links/x']) {
      expect((await anonymous.get(path)).status).toBe(401);
    }
    expect((await anonymous.delete(`/following/${randomUUID()}`)).status).toBe(401);
    expect((await rosa.delete('/following/x')).status).toBe(422);
    expect((await rosa.delete(`/follow-asks/${randomUUID()}`)).status).toBe(404);
  });
});
