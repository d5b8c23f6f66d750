import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Answer, Browser } from '../../server/testing-browser.ts';

// Rosa tells, Karl looks after her stories; Anna and Ben listen to her, Lena to Otto.
let server: TestServer;
let rosa: Browser;
let otto: Browser;
let anna: Browser;
let ben: Browser;
let forRosa: Browser;
let story: string;
const rows = { anna: '', ben: '', lena: '' };

async function invited(by: Browser, name: string, role: string): Promise<Browser> {
  const email = newEmail(name.toLowerCase());
  const browser = await server.member(email, name);
  const { body } = await by.post('/invitations', { email, role });
  await browser.post('/invitations/accept', { token: body.link.split('#')[1] });
  return browser;
}

beforeAll(async () => {
  server = await startTestServer();
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  otto = await server.member(newEmail('otto'), 'Otto');
  const { sharerId } = (await rosa.post('/me/sharer')).body;
  await otto.post('/me/sharer');
  anna = await invited(rosa, 'Anna', 'LISTENER');
  ben = await invited(rosa, 'Ben', 'LISTENER');
  await invited(otto, 'Lena', 'LISTENER');
  forRosa = (await invited(rosa, 'Karl', 'EXECUTOR')).for(sharerId);
  const made = await server.owner.query(
    `insert into public."PromptResponse" ("profileSharerId") values ($1) returning id`,
    [sharerId],
  );
  story = made.rows[0].id;
  for (const browser of [rosa, otto]) {
    for (const { id, name } of (await browser.get('/listeners')).body.items) {
      rows[(name as string).toLowerCase() as 'anna'] = id;
    }
  }
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.owner.query('delete from public."ResponsePermission"');
  await server.owner.query(`update public."PromptResponse" set "privacyLevel" = 'Private'`);
});

const look = (browser = rosa) => browser.get(`/responses/${story}/audience`);
async function put(body: object, browser = rosa, version?: string): Promise<Answer> {
  const tag = version ?? `"${(await look()).body.version}"`;
  return browser.fetch(`/api/v1/responses/${story}/audience`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': tag },
    body: JSON.stringify(body),
  });
}
const custom = (people: Record<string, string>) => ({
  privacyLevel: 'Custom',
  people: Object.entries(people).map(([listenerId, may]) => ({ listenerId, may })),
});
const sees = async (browser: Browser) => (await browser.get(`/responses/${story}`)).status === 200;

describe('deciding', () => {
  test('some may watch, some help with the words, some neither', async () => {
    const saved = await put(custom({ [rows.anna]: 'write', [rows.ben]: 'none' }));
    expect(saved).toMatchObject({
      status: 200,
      body: {
        privacyLevel: 'Custom',
        items: [
          { name: 'Anna', may: 'write', sees: true, hasAccess: true },
          { name: 'Ben', may: 'none', sees: false },
        ],
      },
    });
    expect(saved.headers.get('etag')).toBe(`"${saved.body.version}"`);
    expect((await anna.get(`/responses/${story}`)).body).toMatchObject({ mayWrite: true });
    expect((await anna.patch(`/responses/${story}`, { summary: 'Bread.' })).status).toBe(200);
    expect(await sees(ben)).toBe(false);
    await put(custom({ [rows.ben]: 'read' }));
    expect(await sees(anna)).toBe(false);
    expect((await ben.get(`/responses/${story}`)).body).toMatchObject({ mayWrite: false });
    expect((await ben.patch(`/responses/${story}`, { summary: 'Mine.' })).status).toBe(403);
  });

  test('everyone but one, and the choices stay while a story is private', async () => {
    await put({ ...custom({ [rows.ben]: 'none' }), privacyLevel: 'Public' });
    expect([await sees(anna), await sees(ben)]).toEqual([true, false]);
    await put({ privacyLevel: 'Private' });
    expect([await sees(anna), await sees(ben)]).toEqual([false, false]);
    await put({ privacyLevel: 'Public' });
    expect([await sees(anna), await sees(ben)]).toEqual([true, false]);
    await put({ privacyLevel: 'Public', people: [] });
    expect(await sees(ben)).toBe(true);
  });

  test('a keeper decides too, and the storyteller reads it in the log', async () => {
    expect((await put(custom({ [rows.anna]: 'read' }), forRosa)).status).toBe(200);
    const { items } = (await rosa.get('/log')).body;
    expect(items.slice(0, 2)).toMatchObject([
      { thing: 'story', became: 'Custom' },
      { thing: 'permission', name: 'Anna', became: 'read' },
    ]);
  });

  test('whoever is paused sees nothing, whatever they may', async () => {
    await put(custom({ [rows.anna]: 'read' }));
    await rosa.patch(`/listeners/${rows.anna}`, { hasAccess: false });
    expect((await look()).body.items[0]).toMatchObject({
      may: 'read',
      hasAccess: false,
      sees: false,
    });
    expect(await sees(anna)).toBe(false);
    await rosa.patch(`/listeners/${rows.anna}`, { hasAccess: true });
  });

  test('nobody is told of it who may not watch it in the end', async () => {
    await server.owner.query('delete from public."Notification"');
    await put({ ...custom({ [rows.ben]: 'none' }), privacyLevel: 'Public' });
    const told = await server.owner.query(
      `select from public."Notification" n join public."ProfileListener" l
         on l."listenerId" = n."profileId" where l.id = $1 and n.kind = 'story'`,
      [rows.ben],
    );
    expect(told.rowCount).toBe(0);
  });
});

describe('what is refused', () => {
  test('what somebody else decided meanwhile is not written over', async () => {
    const { version } = (await look()).body;
    await put({ privacyLevel: 'Public' }, forRosa);
    const late = await put(custom({ [rows.anna]: 'read' }), rosa, `"${version}"`);
    expect(late.status).toBe(412);
    expect((await look()).body).toMatchObject({ privacyLevel: 'Public' });
  });

  test('of two at once, one is late', async () => {
    const { version } = (await look()).body;
    const both = await Promise.all([
      put({ privacyLevel: 'Public' }, rosa, `"${version}"`),
      put(custom({ [rows.anna]: 'read' }), forRosa, `"${version}"`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test.each([
    ['another’s listener', () => custom({ [rows.lena]: 'read' }), 404],
    ['an unknown one', () => custom({ [randomUUID()]: 'read' }), 404],
    [
      'one of them twice',
      () => ({
        ...custom({}),
        people: ['read', 'none'].map((may) => ({ listenerId: rows.anna, may })),
      }),
      404,
    ],
    ['an unknown right', () => custom({ [rows.anna]: 'own' }), 422],
    ['an unknown level', () => ({ privacyLevel: 'Open' }), 422],
    ['no level', () => ({ people: [] }), 422],
    ['something beside it', () => ({ privacyLevel: 'Public', summary: 'x' }), 422],
    [
      'too many people',
      () => custom(Object.fromEntries(Array.from({ length: 1001 }, () => [randomUUID(), 'read']))),
      422,
    ],
  ])('%s', async (_, body, status) => {
    expect((await put(body())).status).toBe(status);
    expect((await look()).body).toMatchObject({
      privacyLevel: 'Private',
      items: [{ may: null }, { may: null }],
    });
  });

  test('who does not say what they began with', async () => {
    expect((await put({ privacyLevel: 'Public' }, rosa, '"x"')).status).toBe(422);
    const path = `/responses/${story}/audience`;
    expect((await rosa.send('PUT', path, { privacyLevel: 'Public' })).status).toBe(422);
  });

  test('whoever does not manage it', async () => {
    await put(custom({ [rows.anna]: 'write' }));
    for (const browser of [anna, ben, otto]) {
      expect((await put({ privacyLevel: 'Public' }, browser)).status).toBe(404);
      expect((await look(browser)).status).toBe(404);
    }
    expect((await put({ privacyLevel: 'Public' }, server.browser())).status).toBe(401);
  });

  test('somebody who was taken out in between', async () => {
    const email = newEmail('nina');
    const nina = await server.member(email, 'Nina');
    const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
    await nina.post('/invitations/accept', { token: body.link.split('#')[1] });
    const { items } = (await look()).body;
    const row = items.find((one: { name: string }) => one.name === 'Nina').listenerId;
    await rosa.delete(`/listeners/${row}`);
    expect((await put(custom({ [rows.anna]: 'read', [row]: 'read' }))).status).toBe(404);
    expect(await sees(anna)).toBe(false);
  });
});

describe('deciding with the story itself', () => {
  async function tell(sharing: object): Promise<Answer> {
    const promptId = randomUUID();
    await server.owner.query(
      `insert into public."Prompt" (id, "promptText") values ($1, 'What was it like?')`,
      [promptId],
    );
    const recording = { promptId, kind: 'video', contentType: 'video/webm' };
    const { videoId } = (await rosa.post('/recordings', recording)).body;
    return rosa.post('/responses', { promptId, videoId, ...sharing });
  }

  test('some may watch it from the first moment on, nobody else', async () => {
    const told = await tell(custom({ [rows.anna]: 'write', [rows.ben]: 'none' }));
    expect(told.status).toBe(201);
    const at = `/responses/${told.body.id}`;
    expect((await anna.get(at)).body).toMatchObject({ mayWrite: true });
    expect((await ben.get(at)).status).toBe(404);
  });

  test('somebody who does not listen is refused, and no story is made', async () => {
    const before = (await rosa.get('/responses')).body.items.length;
    expect((await tell(custom({ [rows.lena]: 'read' }))).status).toBe(404);
    expect((await rosa.get('/responses')).body.items).toHaveLength(before);
  });
});
