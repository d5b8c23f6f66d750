import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../server/testing-browser.ts';
import { question, startTopicWorld, type TopicWorld, topic } from './testing.ts';

let world: TopicWorld;
beforeAll(async () => {
  world = await startTopicWorld();
});
afterAll(() => world.stop());

describe('a topic video that is recorded anew', () => {
  let first: string;
  let second: string;
  let id: string;
  const show = (browser: Browser, videoId: string) =>
    browser.send('PUT', `/topic-videos/${id}/recording`, { videoId });
  const earlier = async (browser: Browser) => {
    const { status, body } = await browser.get(`/topic-videos/${id}/tellings`);
    return [status, body.items?.map((item: { videoId: string }) => item.videoId)];
  };
  const begin = async (): Promise<string> => {
    const { videoId, uploadUrl } = (await world.start(world.rosa, { topicId: topic })).body;
    await world.sendAByte(uploadUrl);
    return videoId;
  };
  const words = async () => {
    const { rows } = await world.server.owner.query<{ transcript: string }>(
      'select transcript from public."TopicVideoTranscript" where "topicVideoId" = $1',
      [id],
    );
    return rows.map(({ transcript }) => transcript);
  };

  beforeAll(async () => {
    first = await begin();
    id = (await world.rosa.post('/topic-videos', { topicId: topic, videoId: first })).body.id;
    await world.ready(first);
    const change = { title: 'All about food', storyIds: [world.story] };
    await world.rosa.patch(`/topic-videos/${id}`, change);
    await world.rosa.fetch(`/api/v1/transcripts/${first}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"0"' },
      body: JSON.stringify({
        cues: [{ start: 0, end: 2, text: 'We ate bread.' }],
        language: 'en',
        isChecked: true,
      }),
    });
    expect(await words()).toEqual(['We ate bread.']);
  });

  test('is replaced by another recording, and keeps its words and stories', async () => {
    const videoId = await begin();
    const kept = await world.rosa.post('/topic-videos', { topicId: topic, videoId });
    expect(kept.body.id).toBe(id);
    const { body } = await world.rosa.get(`/topic-videos/${id}`);
    expect(body).toMatchObject({
      title: 'All about food',
      status: 'WAITING',
      video: { id: videoId },
    });
    expect(body.stories).toHaveLength(1);
    expect(await earlier(world.rosa)).toEqual([200, [first]]);
    expect(await words()).toEqual([]);
    second = videoId;
  });

  test('keeps the earlier recording for its managers, and for nobody else', async () => {
    expect(await earlier(world.keeper)).toEqual([200, [first]]);
    expect((await world.rosa.get(`/videos/${first}`)).body.playback).not.toBeNull();
    expect((await world.rosa.delete(`/videos/${first}`)).status).toBe(409);
    expect(await world.untold(world.rosa)).toEqual([]);
    for (const [browser, status] of [
      [world.anna, 403],
      [world.stranger, 404],
      [world.other, 404],
      [world.server.browser(), 401],
    ] as const) {
      expect(await earlier(browser)).toEqual([status, undefined]);
      expect((await browser.get(`/videos/${first}`)).status).toBe(status === 401 ? 401 : 404);
    }
  });

  test('can have it back from the storyteller or the keeper, twice without harm', async () => {
    for (const [browser, videoId, former] of [
      [world.keeper, first, second],
      [world.keeper, first, second],
      [world.rosa, second, first],
      [world.rosa, first, second],
    ] as const) {
      expect((await show(browser, videoId)).body).toEqual({ id });
      expect((await world.rosa.get(`/topic-videos/${id}`)).body.video.id).toBe(videoId);
      expect(await earlier(world.rosa)).toEqual([200, [former]]);
    }
    expect(
      (await world.rosa.post('/topic-videos', { topicId: topic, videoId: second })).body.id,
    ).toBe(id);
    expect(await earlier(world.rosa)).toEqual([200, [first]]);
  });

  test('shows nothing else, for nobody else, and goes on when its topic is gone', async () => {
    const ofStory = (await world.rosa.get(`/responses/${world.story}`)).body.videoId;
    const anew = (await world.start(world.rosa, { promptId: question })).body.videoId;
    for (const [browser, videoId, status] of [
      [world.anna, second, 403],
      [world.anna, first, 404],
      [world.stranger, first, 404],
      [world.other, first, 404],
      [world.server.browser(), first, 401],
      [world.rosa, randomUUID(), 404],
      [world.rosa, ofStory, 409],
      [world.rosa, anew, 409],
      [world.rosa, 'a', 422],
    ] as const) {
      expect([videoId, (await show(browser, videoId)).status]).toEqual([videoId, status]);
    }
    expect(
      (await world.rosa.send('PUT', `/responses/${world.story}/recording`, { videoId: first }))
        .status,
    ).toBe(409);
    await world.rosa.delete(`/videos/${anew}`);
    await world.server.owner.query(
      'update public."TopicVideo" set "promptCategoryId" = null where id = $1',
      [id],
    );
    expect((await show(world.rosa, first)).status).toBe(200);
    expect(await earlier(world.rosa)).toEqual([200, [second]]);
    await world.server.owner.query(
      'update public."TopicVideo" set "promptCategoryId" = $2 where id = $1',
      [id, topic],
    );
  });

  test('goes with all of its recordings', async () => {
    expect((await world.rosa.delete(`/topic-videos/${id}`)).status).toBe(204);
    expect((await world.rosa.get(`/topic-videos/${id}`)).status).toBe(404);
    for (const video of [first, second]) {
      expect((await world.rosa.get(`/videos/${video}`)).status).toBe(404);
    }
    expect(await world.untold(world.rosa)).toEqual([]);
    expect((await world.rosa.get(`/responses/${world.story}`)).status).toBe(200);
  });
});
