import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTrimWorld, type ToldStory, type TrimWorld } from './testing.ts';

let world: TrimWorld;
beforeAll(async () => {
  world = await startTrimWorld();
});
afterAll(() => world.stop());

describe('what is refused, and what goes wrong', () => {
  let told: ToldStory;
  beforeAll(async () => {
    told = await world.tell();
  });

  test.each([
    ['less than a second', 2, 2.9],
    ['the end before the beginning', 4, 2],
    ['before the beginning', -1, 3],
    ['after the end', 2, 6.5],
    ['beyond all numbers', 0, 1e300],
    ['words', 'a', 'b'],
    ['nothing', null, null],
  ])('%s', async (_what, start, end) => {
    const answer = await world.rosa.send('PUT', `/responses/${told.story}/trim`, { start, end });
    expect(answer.status).toBe(422);
    expect(await world.waitingFor(told.story)).toEqual([]);
  });

  test('another person’s story, and one without a recording that plays', async () => {
    for (const [browser, status] of [
      [world.anna, 403],
      [world.stranger, 404],
      [world.server.browser(), 401],
    ] as const) {
      expect((await world.trim(told.story, 2, 4, browser)).status).toBe(status);
    }
    const { rows } = await world.server.owner.query<{ id: string }>(
      `insert into public."PromptResponse" ("profileSharerId")
       select "profileSharerId" from public."PromptResponse" where id = $1 returning id`,
      [told.story],
    );
    expect((await world.trim(rows[0]?.id ?? '', 2, 4)).status).toBe(409);
    const { videoId } = await world.record({ promptId: told.promptId });
    await world.rosa.send('PUT', `/responses/${told.story}/recording`, { videoId });
    expect((await world.trim(told.story, 2, 4)).status).toBe(409);
    await world.rosa.send('PUT', `/responses/${told.story}/recording`, { videoId: told.whole });
  });

  test('a part that could not be made leaves the story as it was, and is tried anew', async () => {
    const failed = (await world.trim(told.story, 2, 4)).body.videoId;
    await world.server.owner.query('select public.handle_mux_webhook($1)', [
      JSON.stringify({
        type: 'video.asset.errored',
        data: { passthrough: failed, errors: { messages: ['No.'] } },
      }),
    ]);
    expect((await world.stateOf(told.story)).waiting).toMatchObject({
      videoId: failed,
      status: 'ERRORED',
      errorMessage: 'No.',
    });
    expect((await world.shownTo(world.anna, told.story)).videoId).toBe(told.whole);
    const again = (await world.trim(told.story, 2, 4)).body.videoId;
    expect(again).not.toBe(failed);
    expect((await world.rosa.delete(`/videos/${again}`)).status, 'and may be taken back').toBe(204);
    expect((await world.stateOf(told.story)).waiting).toBeNull();
  });

  test('the whole stays while there is a part of it, whoever deletes', async () => {
    await world.trim(told.story, 2, 4);
    await world.server.runJobs();
    const remove = world.server.owner.query('delete from public."Video" where id = $1', [
      told.whole,
    ]);
    await expect(remove).rejects.toMatchObject({ code: '23503' });
    expect((await world.rosa.delete(`/videos/${told.whole}`)).status).toBe(409);
  });

  test('a subscription that has ended keeps nobody from it', async () => {
    await world.server.owner.query('select private.set_payments(true)');
    const anew = { promptId: told.promptId, kind: 'video', contentType: 'video/mp4' };
    expect((await world.rosa.post('/recordings', anew)).status).toBe(403);
    expect((await world.trim(told.story, 1, 4)).status).toBe(200);
    await world.server.owner.query('select private.set_payments(false)');
  });
});
