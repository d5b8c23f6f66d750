import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { question, startTopicWorld, type TopicWorld, topic, untouched } from './testing.ts';

let world: TopicWorld;
beforeAll(async () => {
  world = await startTopicWorld();
});
afterAll(() => world.stop());

describe('a topic summed up', () => {
  let first: string;
  let id: string;

  test('is recorded for the topic, and answers no question', async () => {
    const begun = await world.start(world.rosa, { topicId: topic });
    expect(begun.status).toBe(201);
    first = begun.body.videoId;
    await world.sendAByte(begun.body.uploadUrl);
    expect((await world.rosa.get(`/videos/${first}`)).body.promptId).toBeNull();
    expect(await world.untold(world.rosa)).toContainEqual([first, topic, 'Kitchen', null]);
    expect(await world.untold(world.keeper)).toEqual([]);
    const kept = await world.rosa.post('/topic-videos', { topicId: topic, videoId: first });
    expect(kept.status).toBe(201);
    expect(await world.untold(world.rosa)).toEqual([]);
    id = kept.body.id;
    const again = await world.rosa.post('/topic-videos', { topicId: topic, videoId: first });
    expect(again.body.id).toBe(id);
    expect((await world.rosa.delete(`/videos/${first}`)).status).toBe(409);
  });

  test('is listed for listeners once it can be watched', async () => {
    expect((await world.anna.get('/topic-videos')).body.items).toEqual([]);
    expect((await world.rosa.get('/topic-videos')).body.items).toMatchObject([
      { id, status: 'WAITING' },
    ]);
    await world.ready(first);
    expect((await world.anna.get(`/topic-videos?topicId=${topic}`)).body).toMatchObject({
      items: [{ id, status: 'READY', duration: 61, topicTitle: 'Kitchen', canManage: false }],
      nextCursor: null,
    });
    expect((await world.anna.get(`/topic-videos?topicId=${randomUUID()}`)).body.items).toEqual([]);
  });

  test('is watched by listeners and the keeper, with the stories that each may watch', async () => {
    const seen = (await world.anna.get(`/topic-videos/${id}`)).body;
    expect(seen.video.playback.hls).toMatch(/master\.m3u8$/);
    expect(seen.stories).toMatchObject([{ id: world.story }]);
    for (const manager of [world.rosa, world.keeper]) {
      const { body } = await manager.get(`/topic-videos/${id}`);
      expect(body.canManage).toBe(true);
      expect(body.stories.map((one: { id: string }) => one.id).sort()).toEqual(
        [world.story, world.secret].sort(),
      );
    }
  });

  test('is nothing to anybody else', async () => {
    for (const browser of [world.stranger, world.other]) {
      expect((await browser.get(`/topic-videos/${id}`)).status).toBe(404);
      expect((await browser.get(`/videos/${first}`)).status).toBe(404);
      expect((await browser.patch(`/topic-videos/${id}`, { title: 'x' })).status).toBe(404);
      expect((await browser.delete(`/topic-videos/${id}`)).status).toBe(404);
      expect((await browser.get('/topic-videos')).body.items).toEqual([]);
    }
    expect((await world.server.browser().get('/topic-videos')).status).toBe(401);
    await world.rosa.patch(`/listeners/${world.annaRow}`, { hasAccess: false });
    expect((await world.anna.get(`/topic-videos/${id}`)).status).toBe(404);
    expect((await world.anna.get(`/videos/${first}`)).status).toBe(404);
    await world.rosa.patch(`/listeners/${world.annaRow}`, { hasAccess: true });
  });

  test('has its words and its stories from the storyteller or the keeper', async () => {
    const change = { title: 'All about food', summary: 'Bread.', storyIds: [world.story] };
    expect((await world.keeper.patch(`/topic-videos/${id}`, change)).status).toBe(204);
    const { body } = await world.rosa.get(`/topic-videos/${id}`);
    expect(body).toMatchObject({ title: 'All about food', summary: 'Bread.', description: null });
    expect(body.stories).toMatchObject([{ id: world.story }]);
    expect((await world.anna.patch(`/topic-videos/${id}`, change)).status).toBe(403);
    expect((await world.anna.delete(`/topic-videos/${id}`)).status).toBe(403);
    const unknown = { title: 'Lost', storyIds: [randomUUID()] };
    expect((await world.rosa.patch(`/topic-videos/${id}`, unknown)).status).toBe(404);
    expect((await world.rosa.get(`/topic-videos/${id}`)).body.title).toBe('All about food');
  });

  test('has the words of its recording, whoever writes them', async () => {
    const words = async () =>
      (
        await world.server.owner.query<{ transcript: string }>(
          `select transcript from public."TopicVideoTranscript" where "topicVideoId" = $1`,
          [id],
        )
      ).rows.map(({ transcript }) => transcript);
    const say = (text: string, version: number) =>
      world.keeper.fetch(`/api/v1/transcripts/${first}`, {
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
    await world.server.owner.query(`delete from public."VideoTranscript" where "videoId" = $1`, [
      first,
    ]);
    expect(await words()).toEqual([]);
    expect((await say('We ate bread.', 0)).status).toBe(200);
    expect((await world.rosa.get(`/transcripts/${id}`)).status).toBe(404);
  });
});

test('a topic that has no questions is summed up like any other', async () => {
  const bare = randomUUID();
  await world.server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Attic')`,
    [bare],
  );
  const { videoId } = (await world.start(world.rosa, { topicId: bare })).body;
  expect((await world.rosa.post('/topic-videos', { topicId: bare, videoId })).status).toBe(201);
});

describe('what is refused', () => {
  test.each([
    ['neither a question nor a topic', {}, 422],
    ['both', { promptId: question, topicId: topic }, 422],
    ['no such topic', { topicId: randomUUID() }, 404],
    ['no id', { topicId: 'kitchen' }, 422],
  ])('a recording for %s', async (_name, of, status) => {
    expect((await world.start(world.rosa, of)).status).toBe(status);
  });

  test('recordings that are another’s, a story, or nowhere', async () => {
    const { videoId } = (await world.start(world.rosa, { topicId: topic })).body;
    const used = (await world.rosa.get(`/responses/${world.story}`)).body.videoId;
    const anew = (await world.start(world.rosa, { promptId: question })).body.videoId;
    expect(
      (await world.rosa.send('PUT', `/responses/${world.story}/recording`, { videoId: anew }))
        .status,
    ).toBe(200);
    const summary = (await world.start(world.rosa, { topicId: topic })).body.videoId;
    await world.rosa.post('/topic-videos', { topicId: topic, videoId: summary });
    for (const [browser, body, status] of [
      [world.other, { topicId: topic, videoId }, 404],
      [world.anna, { topicId: topic, videoId }, 404],
      [world.rosa, { topicId: topic, videoId: randomUUID() }, 404],
      [world.rosa, { topicId: randomUUID(), videoId }, 404],
      [world.rosa, { topicId: topic, videoId: used }, 409],
      [world.rosa, { topicId: topic, videoId: anew }, 409],
      [world.rosa, { topicId: topic }, 422],
    ] as const) {
      expect((await browser.post('/topic-videos', body)).status).toBe(status);
    }
    for (const told of [used, summary]) {
      const answer = await world.rosa.post('/responses', { promptId: untouched, videoId: told });
      expect(answer.status).toBe(409);
    }
  });

  test('words that are far too long, and too many stories', async () => {
    const { videoId } = (await world.start(world.rosa, { topicId: topic })).body;
    const { id } = (await world.rosa.post('/topic-videos', { topicId: topic, videoId })).body;
    for (const body of [
      { title: 'a'.repeat(201) },
      { summary: 'a'.repeat(20_001) },
      { storyIds: Array.from({ length: 501 }, () => world.story) },
      { storyIds: ['a'] },
    ]) {
      expect((await world.rosa.patch(`/topic-videos/${id}`, body)).status).toBe(422);
    }
    expect((await world.rosa.get('/topic-videos?cursor=x')).status).toBe(422);
  });
});
