import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
let anonymous: Browser;
let rosaId: string;
let annaRow: string;
let topic: string;
let otherTopic: string;
/** Rosa's stories: two of one topic, one of another, and one that is hers alone. */
let bread: string;
let stove: string;
let school: string;
let secret: string;

const said = [
  { start: 0.5, end: 3, text: 'We lived by the river in Cádiz.' },
  { start: 3, end: 6, text: 'My mother baked bread every morning.' },
  { start: 6, end: 9, text: '<b>She sold it</b> & gave it away.' },
];

async function question(text: string, category: string, position: number): Promise<string> {
  const id = randomUUID();
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId", position) values ($1, $2, $3, $4)`,
    [id, text, category, position],
  );
  return id;
}

/** A story whose recording of 100 seconds is ready, as far as the database knows. */
async function story(promptId: string, privacyLevel: string, cues?: object[]): Promise<string> {
  const recording = { promptId, kind: 'video', contentType: 'video/webm' };
  const { videoId } = (await rosa.post('/recordings', recording)).body;
  await server.owner.query(
    `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8', "maxWidth" = 640,
     duration = 100 where id = $1`,
    [videoId],
  );
  if (cues) {
    await server.owner.query(
      `insert into public."VideoTranscript" ("videoId", transcript, cues, language)
       select $1, string_agg(c ->> 'text', ' '), $2::jsonb, 'en' from jsonb_array_elements($2::jsonb) c`,
      [videoId, JSON.stringify(cues)],
    );
  }
  return (await rosa.post('/responses', { promptId, videoId, privacyLevel })).body.id;
}

beforeAll(async () => {
  server = await startTestServer();
  [topic, otherTopic] = [randomUUID(), randomUUID()];
  await server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Kitchen'), ($2, 'School')`,
    [topic, otherTopic],
  );
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  rosaId = (await rosa.post('/me/sharer')).body.sharerId;
  const email = newEmail('anna');
  anna = await server.member(email, 'Anna');
  stranger = await server.member(newEmail('sam'), 'Sam');
  anonymous = server.browser();
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
  annaRow = (await rosa.get('/listeners')).body.items[0].id;
  bread = await story(await question('What did you eat?', topic, 1), 'Public', said);
  secret = await story(await question('What did you hide?', topic, 2), 'Private');
  stove = await story(await question('Who cooked?', topic, 3), 'Public');
  school = await story(await question('Who taught you?', otherTopic, 1), 'Public');
});
afterAll(() => server.stop());

const watch = (browser: Browser, id: string, body: object = {}) =>
  browser.post(`/responses/${id}/watched`, body);
const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);
const positionOf = async (browser: Browser, id: string) =>
  (await browser.get(`/responses/${id}`)).body.position;

describe('where somebody left off', () => {
  test.each([
    [42.5, 42.5],
    [1, null],
    [98, null],
    [0, null],
    [null, null],
  ])('at %s: %s', async (position, kept) => {
    await watch(anna, bread, { position: 30 });
    expect((await watch(anna, bread, { position })).status).toBe(204);
    expect(await positionOf(anna, bread)).toBe(kept);
    expect(await positionOf(rosa, bread)).toBeNull();
  });

  test('is with the latest watched, and the story no longer new', async () => {
    await watch(anna, stove, { position: 12 });
    await watch(anna, bread, { position: 34 });
    const { body } = await anna.get('/recently-watched');
    expect(body).toMatchObject({
      items: [
        { id: bread, position: 34, question: 'What did you eat?', seen: true },
        { id: stove, position: 12 },
      ],
      nextCursor: null,
    });
    const feed = (await anna.get('/feed')).body.items as { id: string; seen: boolean }[];
    expect(feed.filter(({ seen }) => !seen).map(({ id }) => id)).toEqual([school]);
  });

  test('is told to the storyteller as a visit, not as a place', async () => {
    const [listener] = (await rosa.get('/listeners')).body.items;
    expect(Date.parse(listener.lastViewed)).toBeGreaterThan(0);
    const { rows } = await server.owner.query(
      `select (select count(*)::int from public."_ListenerPromptViews" where "A" = $1) as stories,
         (select count(*)::int from public."_ListenerVideoViews" where "A" = $1) as videos`,
      [annaRow],
    );
    expect(rows).toEqual([{ stories: 2, videos: 2 }]);
    expect((await rosa.get('/recently-watched')).body.items).toEqual([]);
  });

  test('the visit is not written again within a minute', async () => {
    const version = async () =>
      (
        await server.owner.query(`select xmin::text from public."ProfileListener" where id = $1`, [
          annaRow,
        ])
      ).rows[0].xmin;
    const before = await version();
    await watch(anna, bread, { position: 50 });
    expect(await version()).toBe(before);
    await server.owner.query(
      `update public."ProfileListener" set "lastViewed" = "lastViewed" - interval '2 minutes'`,
    );
    const aged = await version();
    await watch(anna, bread, { position: 50 });
    expect(await version()).not.toBe(aged);
  });

  test('is forgotten one by one, and all at once', async () => {
    expect((await anna.delete(`/recently-watched/${stove}`)).status).toBe(204);
    expect(ids((await anna.get('/recently-watched')).body)).toEqual([bread]);
    expect((await stranger.delete('/recently-watched')).status).toBe(204);
    expect(ids((await anna.get('/recently-watched')).body)).toEqual([bread]);
    expect((await anna.delete('/recently-watched')).status).toBe(204);
    expect((await anna.get('/recently-watched')).body.items).toEqual([]);
    expect(await positionOf(anna, bread)).toBeNull();
  });

  test('is not kept for those who switched it off', async () => {
    const defaults = { keepsHistory: true, captions: true, playsOn: false };
    expect((await anna.get('/me/watching')).body).toEqual(defaults);
    const off = await anna.patch('/me/watching', { keepsHistory: false });
    expect(off.body).toEqual({ ...defaults, keepsHistory: false });
    expect((await watch(anna, school, { position: 20 })).status).toBe(204);
    expect((await anna.get('/recently-watched')).body.items).toEqual([]);
    const others = { captions: false, playsOn: true };
    expect((await anna.patch('/me/watching', others)).body).toEqual({
      keepsHistory: false,
      ...others,
    });
    expect((await rosa.get('/me/watching')).body).toEqual(defaults);
    await anna.patch('/me/watching', defaults);
  });

  test('and shows nothing once the right to watch is gone', async () => {
    await watch(anna, bread, { position: 20 });
    await anna.post(`/responses/${bread}/favorite`);
    await rosa.patch(`/listeners/${annaRow}`, { hasAccess: false });
    expect((await anna.get('/recently-watched')).body.items).toEqual([]);
    expect((await anna.get('/favorites')).body.items).toEqual([]);
    expect((await anna.get('/search?q=bread')).body.items).toEqual([]);
    expect((await watch(anna, bread)).status).toBe(404);
    await rosa.patch(`/listeners/${annaRow}`, { hasAccess: true });
    expect(await positionOf(anna, bread)).toBe(20);
  });
});

describe('favourites', () => {
  test('are one’s own, and come and go', async () => {
    await anna.post(`/responses/${bread}/favorite`);
    expect((await anna.post(`/responses/${bread}/favorite`)).status).toBe(204);
    await anna.post(`/responses/${school}/favorite`);
    expect(ids((await anna.get('/favorites')).body)).toEqual([school, bread]);
    expect((await anna.get(`/responses/${bread}`)).body.favorite).toBe(true);
    expect((await rosa.get(`/responses/${bread}`)).body.favorite).toBe(false);
    expect((await rosa.delete(`/responses/${bread}/favorite`)).status).toBe(204);
    expect((await anna.delete(`/responses/${school}/favorite`)).status).toBe(204);
    expect(ids((await anna.get('/favorites')).body)).toEqual([bread]);
  });
});

test('what was forgotten by mistake is remembered again, as it was', async () => {
  await watch(anna, bread, { position: 42 });
  const [{ watchedAt, position }] = (await anna.get('/recently-watched')).body.items;
  await anna.delete(`/recently-watched/${bread}`);
  const again = (browser: Browser, id: string, body: object) =>
    browser.send('PUT', `/recently-watched/${id}`, body);
  expect((await again(anna, bread, { watchedAt, position })).status).toBe(204);
  expect((await anna.get('/recently-watched')).body.items).toMatchObject([
    { id: bread, watchedAt, position: 42 },
  ]);
  await anna.delete(`/recently-watched/${bread}`);
  for (const [browser, id, body, status] of [
    [anna, secret, { watchedAt, position }, 404],
    [stranger, bread, { watchedAt, position }, 404],
    [anonymous, bread, { watchedAt, position }, 401],
    [anna, bread, { watchedAt: 'yesterday', position }, 422],
    [anna, bread, { watchedAt, position: -1 }, 422],
    [anna, bread, { watchedAt }, 422],
  ] as const) {
    expect((await again(browser, id, body)).status).toBe(status);
  }
  await again(anna, bread, { watchedAt: '9999-01-01T00:00:00Z', position: null });
  const [{ watchedAt: kept }] = (await anna.get('/recently-watched')).body.items;
  expect(Date.parse(kept)).toBeLessThan(Date.parse('9999-01-01'));
  await anna.delete('/recently-watched');
});

describe('the feed, narrowed down', () => {
  const feed = async (browser: Browser, query: string) =>
    ids((await browser.get(`/feed${query}`)).body);

  test('to a storyteller, a topic, or both', async () => {
    expect(await feed(anna, `?sharer=${rosaId}`)).toEqual([school, stove, bread]);
    expect(await feed(anna, `?topic=${topic}`)).toEqual([stove, bread]);
    expect(await feed(anna, `?topic=${otherTopic}&sharer=${rosaId}`)).toEqual([school]);
    expect(await feed(anna, `?sharer=${randomUUID()}`)).toEqual([]);
    expect(await feed(stranger, `?sharer=${rosaId}`)).toEqual([]);
    expect((await anna.get('/feed?topic=x')).status).toBe(422);
  });

  test('says which topics there are, and how much in them is new', async () => {
    await watch(anna, bread);
    const { items } = (await anna.get('/feed/topics')).body;
    expect(items).toEqual([
      { id: topic, title: 'Kitchen', stories: 2, unseen: 1 },
      { id: otherTopic, title: 'School', stories: 1, unseen: 1 },
    ]);
    expect((await stranger.get('/feed/topics')).body.items).toEqual([]);
    expect((await anonymous.get('/feed/topics')).status).toBe(401);
    await anna.delete('/recently-watched');
  });

  test('goes on with the next of the list that somebody watches', async () => {
    const next = async (id: string, query: string) =>
      (await anna.get(`/responses/${id}/next?${query}`)).body.story?.id ?? null;
    expect(await next(school, 'in=feed')).toBe(stove);
    expect(await next(stove, 'in=feed')).toBe(bread);
    expect(await next(bread, 'in=feed')).toBeNull();
    expect(await next(school, `in=feed&topic=${otherTopic}`)).toBeNull();
    expect(await next(stove, `in=feed&sharer=${rosaId}&topic=${topic}`)).toBe(bread);
    for (const id of [bread, school]) await anna.delete(`/responses/${id}/favorite`);
    for (const id of [school, bread]) await anna.post(`/responses/${id}/favorite`);
    expect(await next(bread, 'in=favorites')).toBe(school);
    expect(await next(school, 'in=favorites')).toBeNull();
    expect(await next(stove, 'in=favorites')).toBeNull();
    for (const id of [school, bread]) await anna.delete(`/responses/${id}/favorite`);
    expect((await anna.get(`/responses/${bread}/next?in=elsewhere`)).status).toBe(422);
  });
});

describe('the next story of a topic', () => {
  const next = async (browser: Browser, id: string) =>
    (await browser.get(`/responses/${id}/next`)).body.story?.id ?? null;

  test('skips what one may not watch, and ends with the topic', async () => {
    expect(await next(anna, bread)).toBe(stove);
    expect(await next(rosa, bread)).toBe(secret);
    expect(await next(anna, stove)).toBeNull();
    expect(await next(anna, school)).toBeNull();
  });
});

describe('search', () => {
  const find = async (browser: Browser, query: string) =>
    (await browser.get(`/search?q=${query}`)).body;

  test('finds what was said, at its second, whatever its ending or accents', async () => {
    const found = await find(anna, 'baking%20breads');
    expect(found.items.map((item: { story: { id: string } }) => item.story.id)).toEqual([bread]);
    expect(found.items[0].hits).toMatchObject([{ field: 'transcript', at: 3 }]);
    expect(found.items[0].hits[0].parts).toEqual(
      expect.arrayContaining([
        { text: 'baked', hit: true },
        { text: 'bread', hit: true },
      ]),
    );
    const [hit] = (await find(anna, 'cadiz')).items[0].hits;
    expect(hit).toMatchObject({ at: 0.5 });
    expect(hit.parts).toContainEqual({ text: 'Cádiz', hit: true });
  });

  test('gives text, never markup', async () => {
    const [hit] = (await find(anna, 'sold')).items[0].hits;
    const text = hit.parts.map((part: { text: string }) => part.text).join('');
    expect(text).toContain('<b>She sold it</b> & gave');
    expect(hit.parts).toContainEqual({ text: 'sold', hit: true });
  });

  test('counts by storyteller and by topic, and narrows down', async () => {
    const all = await find(anna, 'who');
    expect(all.items).toHaveLength(0); // a word too common to be searched for
    const found = await find(anna, 'taught%20OR%20cooked');
    expect(found).toMatchObject({
      total: 2,
      sharers: [{ id: rosaId, name: 'Rosa', count: 2 }],
      topics: [{ count: 1 }, { count: 1 }],
    });
    const narrow = await find(anna, `taught%20OR%20cooked&topic=${otherTopic}`);
    expect(narrow).toMatchObject({ total: 1, items: [{ story: { id: school } }] });
    expect(narrow.topics).toHaveLength(2);
    expect(await find(anna, `taught&sharer=${randomUUID()}`)).toMatchObject({
      total: 0,
      items: [],
    });
  });

  test('finds for each person what they may watch', async () => {
    expect((await find(rosa, 'hide')).total).toBe(1);
    expect((await find(anna, 'hide')).total).toBe(0);
    expect((await find(stranger, 'bread')).total).toBe(0);
    expect((await anonymous.get('/search?q=bread')).status).toBe(401);
  });
});

describe('what is refused', () => {
  const nobody = randomUUID();
  test.each([
    ['no words', '/search', 422],
    ['empty words', '/search?q=', 422],
    ['far too many words', `/search?q=${'a'.repeat(1001)}`, 422],
    ['a filter that is no id', '/search?q=a&topic=b', 422],
    ['a place in no list', '/search?q=a&cursor=x', 422],
    ['a malformed cursor', '/recently-watched?cursor=x', 422],
    ['a malformed cursor of favourites', '/favorites?cursor=x', 422],
    ['what follows nothing', `/responses/${nobody}/next`, 404],
    ['what follows no id', '/responses/x/next', 422],
  ])('%s', async (_name, path, status) => {
    expect((await anna.get(path)).status).toBe(status);
  });

  test.each([
    ['a place before the beginning', { position: -1 }],
    ['a place beyond all recordings', { position: 1e9 }],
    ['a place in words', { position: 'the end' }],
  ])('%s', async (_name, body) => {
    expect((await watch(anna, bread, body)).status).toBe(422);
  });

  test('what is another’s, or nowhere', async () => {
    for (const [browser, id] of [
      [anna, secret],
      [stranger, bread],
      [anna, nobody],
    ] as const) {
      expect((await watch(browser, id)).status).toBe(404);
      expect((await browser.post(`/responses/${id}/favorite`)).status).toBe(404);
      expect((await browser.get(`/responses/${id}/next`)).status).toBe(404);
    }
    for (const path of ['/recently-watched', '/favorites', '/me/watching']) {
      expect((await anonymous.get(path)).status).toBe(401);
    }
    expect((await anna.patch('/me/watching', { captions: 'yes' })).status).toBe(422);
    expect((await anna.patch('/me/watching', { playsOn: 1 })).status).toBe(422);
  });
});
