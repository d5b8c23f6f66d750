import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail } from '../../../server/testing.ts';
import { film, type MuxSite, startMuxSite } from './testing/mux-site.ts';

let site: MuxSite;
beforeAll(async () => {
  site = await startMuxSite();
});
afterAll(() => site.stop());
beforeEach(() => {
  site.mux.webhooks.length = 0;
  site.mux.requests.length = 0;
});

describe('a recording that Telloom keeps and hands on', () => {
  test('arrives at Mux byte for byte, plays there by signed addresses, and has its words', async () => {
    const id = await site.record();
    await site.server.runJobs();
    const asset = site.asset(id);
    expect(asset).toBeDefined();
    const assetId = String(asset?.id);
    expect(site.mux.arrived.get(String(asset?.upload_id))?.equals(film)).toBe(true);
    site.mux.makeReady(assetId);
    const trackId = site.mux.addCaptions(
      assetId,
      'WEBVTT\n\n00:00.000 --> 00:02.000\nMy mother baked bread.',
    );
    await site.deliver();
    await site.server.runJobs();
    const { body } = await site.rosa.get(`/videos/${id}`);
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
    const kept = await site.rosa.fetch(original);
    expect(kept.status).toBe(200);
    expect((await site.rosa.fetch(captions)).body).toContain('My mother baked bread.');
    const picture = await site.rosa.fetch(captions.replace('captions.vtt', 'poster.jpg'), {
      redirect: 'manual',
    });
    expect(picture.status).toBe(302);
    expect((await fetch(picture.headers.get('location') ?? '')).status).toBe(200);
    const stranger = await site.server.member(newEmail('sam'));
    expect((await stranger.get(`/videos/${id}`)).status).toBe(404);
    expect(trackId).toBe(
      (
        await site.server.owner.query(
          `select "muxTrackId" from public."VideoTranscript" where "videoId" = $1`,
          [id],
        )
      ).rows[0].muxTrackId,
    );
  });

  test('waits here while Mux is away, and goes on from where it was', async () => {
    const id = await site.record();
    site.mux.failures.push({ status: 400 });
    await site.server.runJobs();
    expect(await site.row(id)).toMatchObject({ status: 'ASSET_CREATED' });
    expect(site.asset(id)).toBeUndefined();
    await site.sweepLater(id);
    expect(site.asset(id)).toBeDefined();
  });

  test('is asked for again where Mux says it is too early', async () => {
    const id = await site.record();
    site.mux.failures.push(
      { status: 429, headers: { 'retry-after-ms': '1' } },
      { status: 503, headers: { 'retry-after-ms': '1' } },
    );
    await site.server.runJobs();
    expect(site.mux.requests.slice(0, 3)).toEqual(Array(3).fill('POST /video/v1/uploads'));
    expect(site.asset(id)).toBeDefined();
  });

  test('whose place at Mux ran out is sent to a new one', async () => {
    const id = await site.record();
    await site.server.owner.query(`select private.begin_mux_upload($1, 'gone', $2)`, [
      id,
      `${site.mux.url}/put/gone`,
    ]);
    await site.server.runJobs();
    expect(site.asset(id)).toBeDefined();
    expect((await site.row(id)).muxUploadId).toBe(site.asset(id)?.upload_id);
  });

  test('is deleted there when its owner deletes it', async () => {
    const id = await site.record();
    await site.server.runJobs();
    await site.deliver();
    const asset = site.asset(id);
    expect((await site.rosa.delete(`/videos/${id}`)).status).toBe(204);
    await site.server.runJobs();
    expect(site.mux.assets.has(String(asset?.id))).toBe(false);
    await site.deliver();
    const { rows } = await site.server.owner.query('select from private.removed_asset');
    expect(rows).toHaveLength(0);
  });
});

describe('what nobody told', () => {
  test('is asked for, and comes through the same door', async () => {
    const id = await site.record();
    await site.server.runJobs();
    const asset = String(site.asset(id)?.id);
    site.mux.makeReady(asset);
    site.mux.addCaptions(asset, 'WEBVTT\n\n00:00.000 --> 00:01.000\nBread.', 'es');
    const missed = site.mux.webhooks.splice(0);
    await site.sweepLater(id);
    // its original is here, so the first look finds that it has arrived
    expect(await site.row(id)).toMatchObject({
      status: 'READY',
      muxAssetId: asset,
      downloadFile: 'highest.mp4',
      languageCode: 'es',
      transcriptPending: false,
    });
    const before = await site.row(id);
    await site.deliver(missed.reverse());
    expect({ ...(await site.row(id)), updatedAt: null }).toEqual({
      ...before,
      updatedAt: null,
    });
  });
});

test('videos of both hosts play side by side, whatever the setting says', async () => {
  const { rows } = await site.server.owner.query(
    `select "profileSharerId" from public."Video" limit 1`,
  );
  const local = randomUUID();
  await site.server.owner.query(
    `insert into public."Video" (id, "profileSharerId", status, "muxAssetId", "muxPlaybackId", "playbackFile", "maxWidth")
     values ($1, $2, 'READY', $3, 'made-here', 'master.m3u8', 640)`,
    [local, rows[0].profileSharerId, `local-${local}`],
  );
  expect((await site.rosa.get(`/videos/${local}`)).body.playback.hls).toMatch(
    /^\/media\/.*\/master\.m3u8$/,
  );
});
