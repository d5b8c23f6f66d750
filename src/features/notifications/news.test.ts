import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let rosaSharer: string;
beforeAll(async () => {
  server = await startTestServer();
  rosa = await server.member(newEmail('rosa'), 'Rosa Diaz');
  rosaSharer = (await rosa.post('/me/sharer')).body.sharerId;
  const email = newEmail('anna');
  anna = await server.member(email, 'Anna Diaz');
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.owner.query('delete from public."Notification"');
  await server.owner.query('delete from public."NotificationSwitch"');
});

/** A story of Rosa's whose recording has just become ready. */
async function tell(question: string): Promise<string> {
  const promptId = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, $2)`, [
    promptId,
    question,
  ]);
  const recording = { promptId, kind: 'video', contentType: 'video/webm' };
  const { videoId } = (await rosa.post('/recordings', recording)).body;
  const told = { promptId, videoId, privacyLevel: 'Public' };
  const { id } = (await rosa.post('/responses', told)).body;
  await server.owner.query(`update public."Video" set status = 'READY' where id = $1`, [videoId]);
  return id;
}
const unread = async (who: Browser) => (await who.get('/notifications/unread')).body.count;
const list = async (who: Browser) => (await who.get('/notifications')).body.items;

test('a new story is a line with its question, and is read once it was opened', async () => {
  const storyId = await tell('What did you eat?');
  const [line] = await list(anna);
  expect(line).toEqual({
    id: expect.any(String),
    kind: 'story',
    createdAt: expect.stringMatching(/Z$/),
    readAt: null,
    count: 1,
    sharer: { id: rosaSharer, name: 'Rosa Diaz', avatarUrl: null },
    person: { name: null, avatarUrl: null },
    email: null,
    accepted: null,
    followRequestId: null,
    storyId,
    topicVideoId: null,
    question: 'What did you eat?',
  });
  expect(await unread(anna)).toBe(1);
  expect((await anna.post(`/notifications/${line.id}/read`)).body).toEqual({ count: 0 });
  expect((await anna.post(`/notifications/${line.id}/read`)).body).toEqual({ count: 0 });
  expect((await list(anna))[0].readAt).not.toBeNull();
});

test('stories of one storyteller are folded, and read together; what is hidden is not', async () => {
  const hidden = await tell('What did you hide?');
  await tell('Who cooked?');
  await tell('Who taught you?');
  await rosa.patch(`/responses/${hidden}`, { privacyLevel: 'Private' });
  const [line, ...others] = await list(anna);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ count: 2, question: 'Who taught you?' });
  expect(await unread(anna)).toBe(1);
  await anna.post(`/notifications/${line.id}/read`);
  expect(await list(anna)).toMatchObject([{ count: 2, readAt: expect.any(String) }]);
  await rosa.patch(`/responses/${hidden}`, { privacyLevel: 'Public' });
  expect(await unread(anna)).toBe(1);
});

test('all is read up to what was on the page', async () => {
  await tell('Who cooked?');
  const [seen] = await list(anna);
  const { body } = await rosa.get('/listeners');
  const { id } = body.items[0];
  await rosa.patch(`/listeners/${id}`, { hasAccess: false });
  await rosa.patch(`/listeners/${id}`, { hasAccess: true });
  expect(await unread(anna)).toBe(2);
  expect((await anna.post('/notifications/read', { upTo: seen.id })).status).toBe(204);
  expect(await unread(anna)).toBe(1);
  const [newest] = await list(anna);
  await anna.post('/notifications/read', { upTo: newest.id });
  expect(await unread(anna)).toBe(0);
});

test('the list comes page by page', async () => {
  await server.owner.query(
    `with failed as (insert into public."Video" (id, "profileSharerId", status)
       select gen_random_uuid(), $1, 'ERRORED' from generate_series(1, 40) returning id)
     insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId")
     select s."profileId", 'recording-failed', s.id, failed.id
     from failed join public."ProfileSharer" s on s.id = $1`,
    [rosaSharer],
  );
  const first = (await rosa.get('/notifications')).body;
  const second = (await rosa.get(`/notifications?cursor=${first.nextCursor}`)).body;
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([30, 10, null]);
  const ids = [...first.items, ...second.items].map((line: { id: string }) => line.id);
  expect(new Set(ids).size).toBe(40);
  expect(await unread(rosa)).toBe(40);
});

describe('nobody reaches what is another’s', () => {
  test('a line, and marking up to it', async () => {
    await tell('Who cooked?');
    const [line] = await list(anna);
    const sam = await server.member(newEmail('sam'), 'Sam');
    expect((await sam.post(`/notifications/${line.id}/read`)).status).toBe(404);
    expect((await sam.post('/notifications/read', { upTo: line.id })).status).toBe(404);
    expect(await unread(anna)).toBe(1);
    expect((await server.browser().get('/notifications')).status).toBe(401);
  });

  test.each([
    ['/notifications/nonsense/read', {}],
    ['/notifications/read', {}],
    ['/notifications/read', { upTo: 'x'.repeat(5000) }],
  ])('%s with %o is refused', async (path, body) => {
    expect((await anna.post(path, body)).status).toBe(422);
  });

  test('a connection', async () => {
    const [mine] = (await anna.get('/following')).body.items;
    expect((await rosa.patch(`/following/${mine.id}`, { notifications: false })).status).toBe(404);
  });

  test('a follow request', async () => {
    const sam = await server.member(newEmail('sam'), 'Sam Reed');
    const { id: samId } = (await sam.get('/me')).body;
    const { rows } = await server.owner.query(
      `insert into public."FollowRequest" ("sharerId", "requestorId") values ($1, $2) returning id`,
      [rosaSharer, samId],
    );
    const answer = (who: Browser, approve: boolean) =>
      who.post(`/follow-requests/${rows[0].id}/answer`, { approve });
    expect((await answer(anna, true)).status).toBe(404);
    expect((await answer(sam, true)).status).toBe(404);
    expect(await list(rosa)).toMatchObject([
      { kind: 'follow-request', person: { name: 'Sam Reed' }, followRequestId: rows[0].id },
    ]);
    expect((await answer(rosa, true)).status).toBe(204);
    expect((await answer(rosa, true)).status).toBe(204);
    expect((await answer(rosa, false)).status).toBe(403);
    expect(await list(rosa)).toEqual([]);
    expect(await list(sam)).toMatchObject([
      { kind: 'access-given', sharer: { name: 'Rosa Diaz' } },
    ]);
  });
});

describe('what one wants to be told of', () => {
  test('everything, but for mail about recordings', async () => {
    const { switches, language, timeZone } = (await anna.get('/me/notifications')).body;
    expect(switches).toHaveLength(12);
    expect(switches.filter((one: { isOn: boolean }) => !one.isOn)).toEqual([
      { about: 'recordings', channel: 'mail', isOn: false },
    ]);
    expect([language, timeZone]).toEqual([null, null]);
  });

  test('a switch hides what it is about, and back on shows it', async () => {
    await tell('Who cooked?');
    const turn = (isOn: boolean) =>
      anna.patch('/me/notifications', { switches: [{ about: 'stories', channel: 'app', isOn }] });
    expect((await turn(false)).body.switches).toContainEqual({
      about: 'stories',
      channel: 'app',
      isOn: false,
    });
    expect([await unread(anna), await list(anna)]).toEqual([0, []]);
    await turn(true);
    expect(await unread(anna)).toBe(1);
  });

  test('one storyteller is switched off', async () => {
    const [mine] = (await anna.get('/following')).body.items;
    await tell('Who cooked?');
    const off = await anna.patch(`/following/${mine.id}`, { notifications: false });
    expect(off.body).toEqual({ ...mine, notifications: false });
    expect(await unread(anna)).toBe(0);
    await anna.patch(`/following/${mine.id}`, { notifications: true });
    expect(await unread(anna)).toBe(1);
  });

  test('language and time zone are kept one by one', async () => {
    await anna.patch('/me/notifications', { language: 'es', timeZone: 'Europe/Madrid' });
    await anna.patch('/me/notifications', { language: 'en' });
    const { body } = await anna.get('/me/notifications');
    expect([body.language, body.timeZone]).toEqual(['en', 'Europe/Madrid']);
  });

  test.each([
    { timeZone: 'Mars/Olympus' },
    { timeZone: "Europe/Madrid'; drop table" },
    { timeZone: 'x'.repeat(100) },
    { language: 'tlh' },
    { switches: [{ about: 'everything', channel: 'app', isOn: true }] },
    { switches: [{ about: 'stories', channel: 'pigeon', isOn: true }] },
    { switches: Array(13).fill({ about: 'stories', channel: 'app', isOn: true }) },
  ])('%o is refused', async (body) => {
    expect((await anna.patch('/me/notifications', body)).status).toBe(422);
  });
});
