import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
let otherListener: Browser;
let anonymous: Browser;
let question: string;
let listenerId: string;

/** A person who follows nobody yet, with their address. */
async function person(name: string): Promise<{ browser: Browser; email: string }> {
  const email = newEmail(name.toLowerCase());
  return { browser: await server.member(email, name), email };
}

async function follow(sharer: Browser, listener: { browser: Browser; email: string }) {
  const { body } = await sharer.post('/invitations', { email: listener.email, role: 'LISTENER' });
  const token = body.link.split('#')[1];
  expect((await listener.browser.post('/invitations/accept', { token })).status).toBe(200);
}

/** A recording that the database takes for ready, without a file behind it. */
async function recorded(browser: Browser, promptId: string): Promise<string> {
  const { body } = await browser.post('/recordings', {
    promptId,
    kind: 'video',
    contentType: 'video/webm',
  });
  await server.owner.query(
    `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8', "maxWidth" = 1280
     where id = $1`,
    [body.videoId],
  );
  return body.videoId;
}

beforeAll(async () => {
  server = await startTestServer();
  const category = randomUUID();
  question = randomUUID();
  await server.owner.query(
    `insert into public."PromptCategory" (id, category, theme, position) values ($1, 'Home', 'PLACES', 1)`,
    [category],
  );
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId", position) values ($1, 'Where?', $2, 1)`,
    [question, category],
  );
  const people = await Promise.all(['Rosa', 'Anna', 'Sam', 'Otto', 'Lena'].map(person));
  const [owner, listener, nobody, other, lena] = people;
  if (!owner || !listener || !nobody || !other || !lena) throw new Error('five people were made');
  rosa = owner.browser;
  anna = listener.browser;
  stranger = nobody.browser;
  otherListener = lena.browser;
  anonymous = server.browser();
  await rosa.post('/me/sharer');
  await other.browser.post('/me/sharer');
  await follow(rosa, listener);
  await follow(other.browser, lena);
  listenerId = (await rosa.get('/listeners')).body.items[0].id;
});
afterAll(() => server.stop());

describe('one story, from private to shared and back', () => {
  let story: string;
  let video: string;

  test('keeping a recording makes a private story, once', async () => {
    video = await recorded(rosa, question);
    const first = await rosa.post('/responses', { promptId: question, videoId: video });
    expect(first.status).toBe(201);
    story = first.body.id;
    expect((await rosa.post('/responses', { promptId: question, videoId: video })).body.id).toBe(
      story,
    );
    const another = await recorded(rosa, question);
    const second = await rosa.post('/responses', { promptId: question, videoId: another });
    expect(second.status).toBe(409);
  });

  test('nobody else sees it, nor its recording', async () => {
    for (const browser of [anna, stranger, otherListener]) {
      expect((await browser.get(`/responses/${story}`)).status).toBe(404);
      expect((await browser.get(`/videos/${video}`)).status).toBe(404);
      expect((await browser.patch(`/responses/${story}`, { privacyLevel: 'Public' })).status).toBe(
        404,
      );
      expect((await browser.delete(`/responses/${story}`)).status).toBe(404);
      expect((await browser.post(`/responses/${story}/watched`)).status).toBe(404);
      expect((await browser.get('/feed')).body.items).toEqual([]);
    }
    expect((await anonymous.get(`/responses/${story}`)).status).toBe(401);
  });

  test('shared, it is in the listener’s feed and nowhere else', async () => {
    const shared = await rosa.patch(`/responses/${story}`, { privacyLevel: 'Public' });
    expect(shared.body).toMatchObject({ privacyLevel: 'Public', canManage: true });
    const feed = (await anna.get('/feed')).body.items;
    expect(feed).toMatchObject([{ id: story, question: 'Where?', canManage: false, seen: false }]);
    expect(feed[0].sharer.name).toBe('Rosa');
    expect((await anna.get(`/responses/${story}`)).body.video.playback.hls).toMatch(
      /master\.m3u8$/,
    );
    for (const browser of [stranger, otherListener]) {
      expect((await browser.get(`/responses/${story}`)).status).toBe(404);
      expect((await browser.get('/feed')).body.items).toEqual([]);
    }
  });

  test('a listener may remember that they watched it, and change nothing', async () => {
    expect((await anna.post(`/responses/${story}/watched`)).status).toBe(204);
    expect((await anna.get('/feed')).body.items[0].seen).toBe(true);
    expect((await anna.patch(`/responses/${story}`, { privacyLevel: 'Private' })).status).toBe(403);
    expect((await anna.delete(`/responses/${story}`)).status).toBe(403);
    expect((await anna.delete(`/videos/${video}`)).status).toBe(409);
  });

  test('a paused listener loses it at once, and gets it back', async () => {
    await rosa.patch(`/listeners/${listenerId}`, { hasAccess: false });
    expect((await anna.get(`/responses/${story}`)).status).toBe(404);
    expect((await anna.get('/feed')).body.items).toEqual([]);
    expect((await anna.get('/following')).body.items).toMatchObject([{ hasAccess: false }]);
    await rosa.patch(`/listeners/${listenerId}`, { hasAccess: true });
    expect((await anna.get(`/responses/${story}`)).status).toBe(200);
  });

  test('words can be added and taken away', async () => {
    const notes = { summary: 'In Cádiz.', responseNotes: 'Ask about the boat.' };
    expect((await rosa.patch(`/responses/${story}`, notes)).body).toMatchObject(notes);
    const cleared = await rosa.patch(`/responses/${story}`, { summary: null });
    expect(cleared.body).toMatchObject({ ...notes, summary: null, privacyLevel: 'Public' });
  });

  test('deleted, it takes its recording along', async () => {
    expect((await rosa.delete(`/responses/${story}`)).status).toBe(204);
    expect((await rosa.get(`/responses/${story}`)).status).toBe(404);
    expect((await rosa.get(`/videos/${video}`)).status).toBe(404);
  });
});

describe('what is refused', () => {
  const other = { promptId: randomUUID(), videoId: randomUUID() };
  test.each([
    ['another’s recording', { ...other }, 404],
    ['nothing', {}, 422],
    ['no ids', { promptId: 'a', videoId: 'b' }, 422],
    ['an unknown privacy', { ...other, privacyLevel: 'Everybody' }, 422],
  ])('%s', async (_name, body, status) => {
    const answer = await rosa.post('/responses', body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  });

  test('a malformed cursor', async () => {
    expect((await rosa.get('/responses?cursor=nonsense')).status).toBe(422);
  });

  test('a recording before one is a storyteller', async () => {
    const body = { promptId: question, kind: 'video', contentType: 'video/webm' };
    expect((await stranger.post('/recordings', body)).status).toBe(404);
  });

  test('a write that another site makes the browser send', async () => {
    const answer = await rosa.send('POST', '/me/sharer', {}, 'https://elsewhere.example');
    expect(answer.status).toBe(403);
  });
});

test('own stories come page by page, without a gap', async () => {
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into public."PromptResponse" ("profileSharerId")
     select $1 from generate_series(1, 65) returning id`,
    [(await rosa.get('/me')).body.sharerId],
  );
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await rosa.get(`/responses${cursor === '' ? '' : `?cursor=${cursor}`}`);
    seen.push(...answer.body.items.map((item: { id: string }) => item.id));
    cursor = answer.body.nextCursor;
  }
  expect(seen).toHaveLength(rows.length);
  expect(new Set(seen)).toEqual(new Set(rows.map((row) => row.id)));
});

describe('a story told again', () => {
  let story: string;
  let first: string;
  let second: string;
  let elsewhere: string;
  const show = (browser: Browser, videoId: string) =>
    browser.send('PUT', `/responses/${story}/recording`, { videoId });
  const shown = async () => (await rosa.get(`/responses/${story}`)).body.videoId;
  const earlier = async () =>
    (await rosa.get(`/responses/${story}/tellings`)).body.items.map(
      (item: { videoId: string }) => item.videoId,
    );

  beforeAll(async () => {
    const [again, other] = [randomUUID(), randomUUID()];
    await server.owner.query(
      `insert into public."Prompt" (id, "promptText") values ($1, 'Once more?'), ($2, 'What else?')`,
      [again, other],
    );
    first = await recorded(rosa, again);
    second = await recorded(rosa, again);
    elsewhere = await recorded(rosa, other);
    const told = { promptId: again, videoId: first, privacyLevel: 'Public' };
    story = (await rosa.post('/responses', told)).body.id;
    await rosa.patch(`/responses/${story}`, { responseNotes: 'In the old house.' });
  });

  test('shows the new recording, and keeps the old one for its managers', async () => {
    const put = await show(rosa, second);
    expect([put.status, put.body]).toEqual([200, { id: story }]);
    expect([await shown(), await earlier()]).toEqual([second, [first]]);
    const { body } = await anna.get(`/responses/${story}`);
    expect(body).toMatchObject({ responseNotes: 'In the old house.', privacyLevel: 'Public' });
    expect((await anna.get(`/videos/${second}`)).status).toBe(200);
    expect((await anna.get(`/videos/${first}`)).status).toBe(404);
    expect((await anna.get(`/responses/${story}/tellings`)).status).toBe(403);
    expect((await stranger.get(`/responses/${story}/tellings`)).status).toBe(404);
    expect((await rosa.delete(`/videos/${first}`)).status).toBe(409);
  });

  test('can have the old one back, twice without harm', async () => {
    for (let times = 0; times < 2; times += 1) {
      expect((await show(rosa, first)).status).toBe(200);
      expect([await shown(), await earlier()]).toEqual([first, [second]]);
    }
  });

  test('is told by nobody else, and with nothing else', async () => {
    for (const [browser, videoId, status] of [
      [anna, second, 404],
      [stranger, second, 404],
      [anonymous, second, 401],
      [rosa, randomUUID(), 404],
      [rosa, elsewhere, 409],
      [rosa, 'a', 422],
    ] as const) {
      const { status: got } = await show(browser, videoId);
      expect([videoId, got]).toEqual([videoId, status]);
    }
    expect([await shown(), await earlier()]).toEqual([first, [second]]);
  });

  test('goes with all of its recordings', async () => {
    expect((await rosa.delete(`/responses/${story}`)).status).toBe(204);
    const left = await server.owner.query('select from public."Video" where id in ($1, $2)', [
      first,
      second,
    ]);
    expect(left.rowCount).toBe(0);
  });
});
