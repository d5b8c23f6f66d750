import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { uploadToMux } from '../../recording/web/mux-upload.ts';
import { upload, wholeFile } from '../../recording/web/tus-upload.ts';
import { FakeMux } from './testing/fake-mux.ts';

let mux: FakeMux;
/** Takes originals itself and hands them on. */
let keeping: TestServer;
/** Lets browsers send to Mux. */
let direct: TestServer;
let rosa: Browser;
let rosaDirect: Browser;
let stranger: Browser;
const question = randomUUID();
const film = Buffer.alloc(9 * 1024 ** 2, 'a film');

async function storyteller(server: TestServer): Promise<Browser> {
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    question,
  ]);
  const person = await server.member(newEmail('rosa'));
  await person.post('/me/sharer');
  return person;
}

beforeAll(async () => {
  mux = await new FakeMux().start();
  keeping = await startTestServer(mux.env);
  direct = await startTestServer({ ...mux.env, TELLOOM_MUX_UPLOADS: 'browser' });
  rosa = await storyteller(keeping);
  rosaDirect = await storyteller(direct);
  stranger = await keeping.member(newEmail('sam'));
});
afterAll(async () => {
  await keeping.stop();
  await direct.stop();
  await mux.stop();
});
beforeEach(() => {
  mux.webhooks.length = 0;
  mux.requests.length = 0;
});

const post = (server: TestServer, body: string, signature: string) =>
  server.browser().fetch('/api/v1/webhooks/mux', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'mux-signature': signature },
    body,
  });

/** Delivers every webhook that the fake has to tell, in this order. */
async function deliver(server: TestServer, events = mux.webhooks.splice(0)) {
  for (const event of events) {
    const body = JSON.stringify(event);
    expect((await post(server, body, mux.sign(body))).status).toBe(200);
  }
}

const begin = (browser: Browser, key = randomUUID()) =>
  browser.fetch('/api/v1/recordings', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ promptId: question, kind: 'video', contentType: 'video/webm' }),
  });

/** A recording that has arrived here whole. */
async function record(): Promise<string> {
  const { body } = await begin(rosa);
  await upload({
    uploadUrl: body.uploadUrl,
    source: wholeFile(new Blob([film])),
    chunkBytes: body.chunkBytes,
    fetch: (async (url: string, init: RequestInit) => {
      const answer = await rosa.fetch(url, init);
      return new Response(null, { status: answer.status, headers: answer.headers });
    }) as typeof fetch,
  });
  return body.videoId;
}

const rowOf = async (server: TestServer, id: string) =>
  (await server.owner.query('select * from public."Video" where id = $1', [id])).rows[0];
const assetOf = (videoId: string) =>
  [...mux.assets.values()].find(({ passthrough }) => passthrough === videoId);
/** As if ten minutes had gone by. */
const age = (server: TestServer, videoId: string) =>
  server.owner.query(
    `begin; alter table public."Video" disable trigger video_touch;
     update public."Video" set "updatedAt" = now() - interval '11 minutes' where id = '${videoId}';
     alter table public."Video" enable trigger video_touch; commit`,
  );
const runSweep = async (server: TestServer) => {
  await server.owner.query(`select graphile_worker.add_job('mux.sweep')`);
  await server.runJobs();
};

describe('a recording that Telloom keeps and hands on', () => {
  test('arrives at Mux byte for byte, plays there by signed addresses, and has its words', async () => {
    const id = await record();
    await keeping.runJobs();
    const asset = assetOf(id);
    expect(asset).toBeDefined();
    const assetId = String(asset?.id);
    expect(mux.arrived.get(String(asset?.upload_id))?.equals(film)).toBe(true);
    mux.makeReady(assetId);
    const trackId = mux.addCaptions(
      assetId,
      'WEBVTT\n\n00:00.000 --> 00:02.000\nMy mother baked bread.',
    );
    await deliver(keeping);
    await keeping.runJobs();
    const { body } = await rosa.get(`/videos/${id}`);
    expect(body).toMatchObject({
      status: 'READY',
      duration: 23.857,
      transcriptPending: false,
      transcript: {
        text: 'My mother baked bread.',
        source: 'Mux',
        language: 'en',
        cues: [{ start: 0, end: 2, text: 'My mother baked bread.' }],
      },
    });
    const { hls, poster, storyboard, download, original, captions } = body.playback;
    for (const address of [hls, poster, storyboard, download]) {
      expect((await fetch(address)).status, address).toBe(200);
      expect((await fetch(address.replace(/token=.*/, ''))).status).toBe(403);
    }
    expect(Date.parse(body.playback.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
    const kept = await rosa.fetch(original);
    expect(kept.status).toBe(200);
    expect((await rosa.fetch(captions)).body).toContain('My mother baked bread.');
    const picture = await rosa.fetch(captions.replace('captions.vtt', 'poster.jpg'), {
      redirect: 'manual',
    });
    expect(picture.status).toBe(302);
    expect((await fetch(picture.headers.get('location') ?? '')).status).toBe(200);
    expect((await stranger.get(`/videos/${id}`)).status).toBe(404);
    expect(trackId).toBe(
      (
        await keeping.owner.query(
          `select "muxTrackId" from public."VideoTranscript" where "videoId" = $1`,
          [id],
        )
      ).rows[0].muxTrackId,
    );
  });

  test('waits here while Mux is away, and goes on from where it was', async () => {
    const id = await record();
    mux.failures.push({ status: 400 });
    await keeping.runJobs();
    expect(await rowOf(keeping, id)).toMatchObject({ status: 'ASSET_CREATED' });
    expect(assetOf(id)).toBeUndefined();
    await age(keeping, id);
    await runSweep(keeping);
    expect(assetOf(id)).toBeDefined();
  });

  test('is asked for again where Mux says it is too early', async () => {
    const id = await record();
    mux.failures.push(
      { status: 429, headers: { 'retry-after-ms': '1' } },
      { status: 503, headers: { 'retry-after-ms': '1' } },
    );
    await keeping.runJobs();
    expect(mux.requests.slice(0, 3)).toEqual(Array(3).fill('POST /video/v1/uploads'));
    expect(assetOf(id)).toBeDefined();
  });

  test('whose place at Mux ran out is sent to a new one', async () => {
    const id = await record();
    await keeping.owner.query(`select private.begin_mux_upload($1, 'gone', $2)`, [
      id,
      `${mux.url}/put/gone`,
    ]);
    await keeping.runJobs();
    expect(assetOf(id)).toBeDefined();
    expect((await rowOf(keeping, id)).muxUploadId).toBe(assetOf(id)?.upload_id);
  });

  test('is deleted there when its owner deletes it', async () => {
    const id = await record();
    await keeping.runJobs();
    await deliver(keeping);
    const asset = assetOf(id);
    expect((await rosa.delete(`/videos/${id}`)).status).toBe(204);
    await keeping.runJobs();
    expect(mux.assets.has(String(asset?.id))).toBe(false);
    await deliver(keeping);
    const { rows } = await keeping.owner.query('select from private.removed_asset');
    expect(rows).toHaveLength(0);
  });
});

describe('what nobody told', () => {
  test('is asked for, and comes through the same door', async () => {
    const id = await record();
    await keeping.runJobs();
    const asset = String(assetOf(id)?.id);
    mux.makeReady(asset);
    mux.addCaptions(asset, 'WEBVTT\n\n00:00.000 --> 00:01.000\nBread.', 'es');
    const missed = mux.webhooks.splice(0);
    await age(keeping, id);
    await runSweep(keeping);
    // its original is here, so the first look finds that it has arrived
    expect(await rowOf(keeping, id)).toMatchObject({
      status: 'READY',
      muxAssetId: asset,
      downloadFile: 'highest.mp4',
      languageCode: 'es',
      transcriptPending: false,
    });
    const before = await rowOf(keeping, id);
    await deliver(keeping, missed.reverse());
    expect({ ...(await rowOf(keeping, id)), updatedAt: null }).toEqual({
      ...before,
      updatedAt: null,
    });
  });

  test('an upload that never came ends with words, when nothing of it is here', async () => {
    const { body } = await begin(rosaDirect);
    const { muxUploadId } = await rowOf(direct, body.videoId);
    const waiting = mux.uploads.get(muxUploadId);
    if (waiting) waiting.status = 'timed_out';
    await age(direct, body.videoId);
    await runSweep(direct);
    expect(await rowOf(direct, body.videoId)).toMatchObject({
      status: 'ERRORED',
      errorMessage: 'The recording did not arrive in time.',
    });
  });
});

describe('a recording that the browser sends to Mux', () => {
  test('has a place of its own there, the same for each try', async () => {
    const key = randomUUID();
    const { body } = await begin(rosaDirect, key);
    expect((await begin(rosaDirect, key)).body).toEqual(body);
    const [made] = [...mux.uploads.values()].filter(({ url }) => url === body.uploadUrl);
    expect(made).toMatchObject({
      cors_origin: 'http://localhost:3000',
      new_asset_settings: { passthrough: body.videoId, playback_policies: ['signed'] },
    });
    expect(mux.requests).toEqual(['POST /video/v1/uploads']);
  });

  test('arrives whole in pieces, and moves by the events of Mux', async () => {
    const { body } = await begin(rosaDirect);
    await uploadToMux({ ...body, source: wholeFile(new Blob([film])) });
    const asset = String(assetOf(body.videoId)?.id);
    expect(mux.arrived.get(String(assetOf(body.videoId)?.upload_id))?.equals(film)).toBe(true);
    mux.fail(asset, 'There is no picture and no sound in it.');
    await deliver(direct);
    expect((await rosaDirect.get(`/videos/${body.videoId}`)).body).toMatchObject({
      status: 'ERRORED',
      errorMessage: 'There is no picture and no sound in it.',
      playback: { original: null },
    });
  });

  test.each([
    [401, {}],
    [429, { 'retry-after': '60' }],
    [500, {}],
  ])('cannot begin while Mux answers %d, and loses nothing', async (status, headers) => {
    const key = randomUUID();
    mux.failures.push({ status, headers });
    const refused = await begin(rosaDirect, key);
    expect(refused).toMatchObject({
      status: 503,
      retryAfter: '30',
      body: { type: 'urn:telloom:problem:video-host-away' },
    });
    expect((await begin(rosaDirect, key)).status).toBe(201);
  });

  test('may be called for by the pages, and by no others', async () => {
    const page = await direct.browser().get('/me');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      new RegExp(`connect-src 'self' https://\\*\\.mux\\.com [^;]*${mux.url}`),
    );
  });
});

describe('the webhook', () => {
  const event = { id: randomUUID(), type: 'video.asset.ready', data: { id: 'unknown' } };
  const body = JSON.stringify(event);

  test('takes an event about nothing here, and keeps it once', async () => {
    await deliver(keeping, Array(2).fill(event));
    const { rows } = await keeping.owner.query('select type from private.mux_event where id = $1', [
      event.id,
    ]);
    expect(rows).toEqual([{ type: 'video.asset.ready' }]);
  });

  test('refuses what is not signed, without a word on why', async () => {
    const answers = [
      await post(keeping, body, ''),
      await post(
        keeping,
        body,
        mux.sign(body).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
      await post(keeping, `${body} `, mux.sign(body)),
    ];
    for (const { status, body: problem } of answers) {
      expect(status).toBe(401);
      expect(problem).toEqual({
        type: 'urn:telloom:problem:unsigned',
        status: 401,
        title: expect.any(String),
      });
    }
  });

  test.each([
    '',
    '{',
    '[]',
    '{"type":"x"}',
    '{"type":"x","data":[]}',
    '{"type":"x","data":{"a":"\\u0000"}}',
  ])('says 400 to %j, though it is signed', async (text) => {
    expect((await post(keeping, text, mux.sign(text))).status).toBe(400);
  });
});

test('videos of both hosts play side by side, whatever the setting says', async () => {
  const { rows } = await keeping.owner.query(
    `select "profileSharerId" from public."Video" limit 1`,
  );
  const local = randomUUID();
  await keeping.owner.query(
    `insert into public."Video" (id, "profileSharerId", status, "muxAssetId", "muxPlaybackId", "playbackFile", "maxWidth")
     values ($1, $2, 'READY', $3, 'made-here', 'master.m3u8', 640)`,
    [local, rows[0].profileSharerId, `local-${local}`],
  );
  expect((await rosa.get(`/videos/${local}`)).body.playback.hls).toMatch(
    /^\/media\/.*\/master\.m3u8$/,
  );
});
