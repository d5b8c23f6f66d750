import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
let other: Browser;
let keeper: Browser;
let annaRow: string;
const topic = randomUUID();
const question = randomUUID();
const hidden = randomUUID();
const untouched = randomUUID();
let story: string;
let secret: string;

const recording = { kind: 'video', contentType: 'video/webm' };
const start = (browser: Browser, of: object) =>
  browser.post('/recordings', { ...recording, ...of });
const ready = (videoId: string) =>
  server.owner.query(
    `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8', "maxWidth" = 640,
     duration = 61 where id = $1`,
    [videoId],
  );
/** What is listed has begun to arrive. */
const sendAByte = (uploadUrl: string) =>
  rosa.fetch(uploadUrl, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
    },
    body: 'x',
  });
const untold = async (browser: Browser) =>
  (await browser.get('/recordings')).body.items.map((item: Record<string, string | null>) => [
    item.videoId,
    item.topicId,
    item.topicTitle,
    item.promptId,
  ]);
async function tell(promptId: string, privacyLevel: string): Promise<string> {
  const { videoId } = (await start(rosa, { promptId })).body;
  await ready(videoId);
  return (await rosa.post('/responses', { promptId, videoId, privacyLevel })).body.id;
}
async function invite(sharer: Browser, browser: Browser, email: string, role: string) {
  const { body } = await sharer.post('/invitations', { email, role });
  await browser.post('/invitations/accept', { token: body.link.split('#')[1] });
}

beforeAll(async () => {
  server = await startTestServer();
  await server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Kitchen')`,
    [topic],
  );
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId")
     values ($1, 'What did you eat?', $4), ($2, 'What did you hide?', $4), ($3, 'And then?', $4)`,
    [question, hidden, untouched, topic],
  );
  const emails = ['anna', 'keeper'].map(newEmail);
  rosa = await server.member(newEmail('rosa'), 'Rosa');
  anna = await server.member(emails[0] ?? '', 'Anna');
  keeper = await server.member(emails[1] ?? '', 'Karl');
  stranger = await server.member(newEmail('sam'), 'Sam');
  other = await server.member(newEmail('otto'), 'Otto');
  await rosa.post('/me/sharer');
  await other.post('/me/sharer');
  await invite(rosa, anna, emails[0] ?? '', 'LISTENER');
  await invite(rosa, keeper, emails[1] ?? '', 'EXECUTOR');
  annaRow = (await rosa.get('/listeners')).body.items[0].id;
  story = await tell(question, 'Public');
  secret = await tell(hidden, 'Private');
});
afterAll(() => server.stop());

describe('a topic summed up', () => {
  let first: string;
  let second: string;
  let id: string;
  const show = (browser: Browser, videoId: string) =>
    browser.send('PUT', `/topic-videos/${id}/recording`, { videoId });
  const earlier = async (browser: Browser) => {
    const { status, body } = await browser.get(`/topic-videos/${id}/tellings`);
    return [status, body.items?.map((item: { videoId: string }) => item.videoId)];
  };

  test('is recorded for the topic, and answers no question', async () => {
    const begun = await start(rosa, { topicId: topic });
    expect(begun.status).toBe(201);
    first = begun.body.videoId;
    await sendAByte(begun.body.uploadUrl);
    expect((await rosa.get(`/videos/${first}`)).body.promptId).toBeNull();
    expect(await untold(rosa)).toContainEqual([first, topic, 'Kitchen', null]);
    expect(await untold(keeper)).toEqual([]);
    const kept = await rosa.post('/topic-videos', { topicId: topic, videoId: first });
    expect(kept.status).toBe(201);
    expect(await untold(rosa)).toEqual([]);
    id = kept.body.id;
    const again = await rosa.post('/topic-videos', { topicId: topic, videoId: first });
    expect(again.body.id).toBe(id);
    expect((await rosa.delete(`/videos/${first}`)).status).toBe(409);
  });

  test('is listed for listeners once it can be watched', async () => {
    expect((await anna.get('/topic-videos')).body.items).toEqual([]);
    expect((await rosa.get('/topic-videos')).body.items).toMatchObject([{ id, status: 'WAITING' }]);
    await ready(first);
    expect((await anna.get(`/topic-videos?topicId=${topic}`)).body).toMatchObject({
      items: [{ id, status: 'READY', duration: 61, topicTitle: 'Kitchen', canManage: false }],
      nextCursor: null,
    });
    expect((await anna.get(`/topic-videos?topicId=${randomUUID()}`)).body.items).toEqual([]);
  });

  test('is watched by listeners and the keeper, with the stories that each may watch', async () => {
    const seen = (await anna.get(`/topic-videos/${id}`)).body;
    expect(seen.video.playback.hls).toMatch(/master\.m3u8$/);
    expect(seen.stories).toMatchObject([{ id: story }]);
    for (const manager of [rosa, keeper]) {
      const { body } = await manager.get(`/topic-videos/${id}`);
      expect(body.canManage).toBe(true);
      expect(body.stories.map((one: { id: string }) => one.id).sort()).toEqual(
        [story, secret].sort(),
      );
    }
  });

  test('is nothing to anybody else', async () => {
    for (const browser of [stranger, other]) {
      expect((await browser.get(`/topic-videos/${id}`)).status).toBe(404);
      expect((await browser.get(`/videos/${first}`)).status).toBe(404);
      expect((await browser.patch(`/topic-videos/${id}`, { title: 'x' })).status).toBe(404);
      expect((await browser.delete(`/topic-videos/${id}`)).status).toBe(404);
      expect((await browser.get('/topic-videos')).body.items).toEqual([]);
    }
    expect((await server.browser().get('/topic-videos')).status).toBe(401);
    await rosa.patch(`/listeners/${annaRow}`, { hasAccess: false });
    expect((await anna.get(`/topic-videos/${id}`)).status).toBe(404);
    expect((await anna.get(`/videos/${first}`)).status).toBe(404);
    await rosa.patch(`/listeners/${annaRow}`, { hasAccess: true });
  });

  test('has its words and its stories from the storyteller or the keeper', async () => {
    const change = { title: 'All about food', summary: 'Bread.', storyIds: [story] };
    expect((await keeper.patch(`/topic-videos/${id}`, change)).status).toBe(204);
    const { body } = await rosa.get(`/topic-videos/${id}`);
    expect(body).toMatchObject({ title: 'All about food', summary: 'Bread.', description: null });
    expect(body.stories).toMatchObject([{ id: story }]);
    expect((await anna.patch(`/topic-videos/${id}`, change)).status).toBe(403);
    expect((await anna.delete(`/topic-videos/${id}`)).status).toBe(403);
    const unknown = { title: 'Lost', storyIds: [randomUUID()] };
    expect((await rosa.patch(`/topic-videos/${id}`, unknown)).status).toBe(404);
    expect((await rosa.get(`/topic-videos/${id}`)).body.title).toBe('All about food');
  });

  test('has the words of its recording, whoever writes them', async () => {
    const words = async () =>
      (
        await server.owner.query<{ transcript: string }>(
          `select transcript from public."TopicVideoTranscript" where "topicVideoId" = $1`,
          [id],
        )
      ).rows.map(({ transcript }) => transcript);
    const say = (text: string, version: number) =>
      keeper.fetch(`/api/v1/transcripts/${first}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({
          cues: [{ start: 0, end: 2, text }],
          language: 'en',
          isChecked: true,
        }),
      });
    expect((await say('We ate bread.', 0)).status).toBe(200);
    expect(await words()).toEqual(['We ate bread.']);
    expect((await say('We ate soup.', 1)).status).toBe(200);
    expect(await words()).toEqual(['We ate soup.']);
    await server.owner.query(`delete from public."VideoTranscript" where "videoId" = $1`, [first]);
    expect(await words()).toEqual([]);
    expect((await say('We ate bread.', 0)).status).toBe(200);
    expect((await rosa.get(`/transcripts/${id}`)).status).toBe(404);
  });

  test('is replaced by another recording, and keeps its words and stories', async () => {
    const { videoId } = (await start(rosa, { topicId: topic })).body;
    const kept = await rosa.post('/topic-videos', { topicId: topic, videoId });
    expect(kept.body.id).toBe(id);
    const { body } = await rosa.get(`/topic-videos/${id}`);
    expect(body).toMatchObject({
      title: 'All about food',
      status: 'WAITING',
      video: { id: videoId },
    });
    expect(body.stories).toHaveLength(1);
    expect(await earlier(rosa)).toEqual([200, [first]]);
    const words = await server.owner.query(
      'select from public."TopicVideoTranscript" where "topicVideoId" = $1',
      [id],
    );
    expect(words.rowCount).toBe(0);
    second = videoId;
  });

  test('keeps the earlier recording for its managers, and for nobody else', async () => {
    expect(await earlier(keeper)).toEqual([200, [first]]);
    expect((await rosa.get(`/videos/${first}`)).body.playback).not.toBeNull();
    expect((await rosa.delete(`/videos/${first}`)).status).toBe(409);
    expect(await untold(rosa)).toEqual([]);
    for (const [browser, status] of [
      [anna, 403],
      [stranger, 404],
      [other, 404],
      [server.browser(), 401],
    ] as const) {
      expect(await earlier(browser)).toEqual([status, undefined]);
      expect((await browser.get(`/videos/${first}`)).status).toBe(status === 401 ? 401 : 404);
    }
  });

  test('can have it back from the storyteller or the keeper, twice without harm', async () => {
    for (const [browser, videoId, former] of [
      [keeper, first, second],
      [keeper, first, second],
      [rosa, second, first],
      [rosa, first, second],
    ] as const) {
      expect((await show(browser, videoId)).body).toEqual({ id });
      expect((await rosa.get(`/topic-videos/${id}`)).body.video.id).toBe(videoId);
      expect(await earlier(rosa)).toEqual([200, [former]]);
    }
    expect((await rosa.post('/topic-videos', { topicId: topic, videoId: second })).body.id).toBe(
      id,
    );
    expect(await earlier(rosa)).toEqual([200, [first]]);
  });

  test('shows nothing else, for nobody else, and goes on when its topic is gone', async () => {
    const ofStory = (await rosa.get(`/responses/${story}`)).body.videoId;
    const anew = (await start(rosa, { promptId: question })).body.videoId;
    for (const [browser, videoId, status] of [
      [anna, second, 403],
      [anna, first, 404],
      [stranger, first, 404],
      [other, first, 404],
      [server.browser(), first, 401],
      [rosa, randomUUID(), 404],
      [rosa, ofStory, 409],
      [rosa, anew, 409],
      [rosa, 'a', 422],
    ] as const) {
      expect([videoId, (await show(browser, videoId)).status]).toEqual([videoId, status]);
    }
    expect(
      (await rosa.send('PUT', `/responses/${story}/recording`, { videoId: first })).status,
    ).toBe(409);
    await rosa.delete(`/videos/${anew}`);
    await server.owner.query(
      'update public."TopicVideo" set "promptCategoryId" = null where id = $1',
      [id],
    );
    expect((await show(rosa, first)).status).toBe(200);
    expect(await earlier(rosa)).toEqual([200, [second]]);
    await server.owner.query(
      'update public."TopicVideo" set "promptCategoryId" = $2 where id = $1',
      [id, topic],
    );
  });

  test('goes with all of its recordings', async () => {
    expect((await rosa.delete(`/topic-videos/${id}`)).status).toBe(204);
    expect((await rosa.get(`/topic-videos/${id}`)).status).toBe(404);
    for (const video of [first, second]) {
      expect((await rosa.get(`/videos/${video}`)).status).toBe(404);
    }
    expect(await untold(rosa)).toEqual([]);
    expect((await rosa.get(`/responses/${story}`)).status).toBe(200);
  });
});

test('a topic that has no questions is summed up like any other', async () => {
  const bare = randomUUID();
  await server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Attic')`,
    [bare],
  );
  const { videoId } = (await start(rosa, { topicId: bare })).body;
  expect((await rosa.post('/topic-videos', { topicId: bare, videoId })).status).toBe(201);
});

describe('what is refused', () => {
  test.each([
    ['neither a question nor a topic', {}, 422],
    ['both', { promptId: question, topicId: topic }, 422],
    ['no such topic', { topicId: randomUUID() }, 404],
    ['no id', { topicId: 'kitchen' }, 422],
  ])('a recording for %s', async (_name, of, status) => {
    expect((await start(rosa, of)).status).toBe(status);
  });

  test('recordings that are another’s, a story, or nowhere', async () => {
    const { videoId } = (await start(rosa, { topicId: topic })).body;
    const used = (await rosa.get(`/responses/${story}`)).body.videoId;
    const anew = (await start(rosa, { promptId: question })).body.videoId;
    expect(
      (await rosa.send('PUT', `/responses/${story}/recording`, { videoId: anew })).status,
    ).toBe(200);
    const summary = (await start(rosa, { topicId: topic })).body.videoId;
    await rosa.post('/topic-videos', { topicId: topic, videoId: summary });
    for (const [browser, body, status] of [
      [other, { topicId: topic, videoId }, 404],
      [anna, { topicId: topic, videoId }, 404],
      [rosa, { topicId: topic, videoId: randomUUID() }, 404],
      [rosa, { topicId: randomUUID(), videoId }, 404],
      [rosa, { topicId: topic, videoId: used }, 409],
      [rosa, { topicId: topic, videoId: anew }, 409],
      [rosa, { topicId: topic }, 422],
    ] as const) {
      expect((await browser.post('/topic-videos', body)).status).toBe(status);
    }
    for (const told of [used, summary]) {
      const answer = await rosa.post('/responses', { promptId: untouched, videoId: told });
      expect(answer.status).toBe(409);
    }
  });

  test('words that are far too long, and too many stories', async () => {
    const { videoId } = (await start(rosa, { topicId: topic })).body;
    const { id } = (await rosa.post('/topic-videos', { topicId: topic, videoId })).body;
    for (const body of [
      { title: 'a'.repeat(201) },
      { summary: 'a'.repeat(20_001) },
      { storyIds: Array.from({ length: 501 }, () => story) },
      { storyIds: ['a'] },
    ]) {
      expect((await rosa.patch(`/topic-videos/${id}`, body)).status).toBe(422);
    }
    expect((await rosa.get('/topic-videos?cursor=x')).status).toBe(422);
  });
});
