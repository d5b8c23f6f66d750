import Schema from 'typebox/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../db/testing/database.ts';
import { makeWorld, openPersonas, type Personas, rows } from '../../../../db/testing/personas.ts';
import { openMux } from './client.ts';
import { clipSettings } from './clip.ts';
import { uploadSettings } from './direct-upload.ts';
import { eventsOfAsset, eventsOfUpload } from './events.ts';
import { contracts, realEvents } from './testing/contract.ts';
import { FakeMux } from './testing/fake-mux.ts';

let mux: FakeMux;
beforeAll(async () => {
  mux = await new FakeMux().start();
});
afterAll(() => mux.stop());

const request = uploadSettings({ videoId: 'ours', corsOrigin: 'http://localhost:3000' });
const call = (method: string, path: string, body?: object) =>
  fetch(`${mux.url}/video/v1${path}`, {
    method,
    headers: { authorization: `Basic ${Buffer.from('id:secret').toString('base64')}` },
    body: body && JSON.stringify(body),
  }).then((response) => response.json());

describe.each(contracts())('by $name', ({ components, webhook }) => {
  const wrongs = (schema: object, value: unknown) => {
    const [, errors] = Schema.Errors({ components, ...schema }, value);
    return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  const wrongsOf = (name: string, value: unknown) =>
    wrongs({ $ref: `#/components/schemas/${name}` }, value);

  test('the fake answers as Mux does', async () => {
    expect(wrongsOf('CreateUploadRequest', request)).toEqual([]);
    const made = await call('POST', '/uploads', request);
    expect(wrongsOf('UploadResponse', made)).toEqual([]);
    await fetch(made.data.url, { method: 'PUT', body: 'a film' });
    const upload = await call('GET', `/uploads/${made.data.id}`);
    expect(wrongsOf('UploadResponse', upload)).toEqual([]);
    const id = upload.data.asset_id;
    expect(wrongsOf('AssetResponse', await call('GET', `/assets/${id}`))).toEqual([]);
    mux.makeReady(id);
    mux.addCaptions(id, 'WEBVTT');
    const sound = await call('POST', `/assets/${id}/static-renditions`, {
      resolution: 'audio-only',
    });
    expect(wrongsOf('CreateStaticRenditionResponse', sound)).toEqual([]);
    expect(wrongsOf('AssetResponse', await call('GET', `/assets/${id}`))).toEqual([]);
    const part = clipSettings('part', { assetId: id, start: 1.5, end: 8, hasWords: true });
    expect(wrongsOf('CreateAssetRequest', part)).toEqual([]);
    expect(wrongsOf('AssetResponse', await call('POST', '/assets', part))).toEqual([]);
  });

  test('an answer with a mistake in it is noticed', () => {
    expect(wrongsOf('UploadResponse', { data: { id: 'x', status: 'asleep' } })).not.toEqual([]);
  });

  test('the fake tells what Mux tells, and what we make of answers has the same shape', async () => {
    const api = openMux({ muxTokenId: 'id', muxTokenSecret: 'secret', muxBaseUrl: mux.url });
    const [asset] = [...mux.assets.keys()];
    const learnt = [
      ...eventsOfAsset(await (api as NonNullable<typeof api>).video.assets.retrieve(String(asset))),
      ...eventsOfUpload(
        await (api as NonNullable<typeof api>).video.uploads.retrieve(
          String([...mux.uploads.keys()][0]),
        ),
      ),
    ];
    expect(mux.webhooks.length).toBeGreaterThan(5);
    for (const event of [...mux.webhooks, ...learnt]) {
      const sent = { ...event, attempts: [], environment: { name: 'Production', id: 'x' } };
      expect(wrongs(webhook(event.type), sent), event.type).toEqual([]);
    }
  });
});

describe('events that Mux once sent', () => {
  let db: TestDatabase;
  let callers: Personas;
  beforeAll(async () => {
    db = await testDatabase();
    await makeWorld(db);
    callers = openPersonas(db);
  });
  afterAll(async () => {
    await callers.close();
    await db.drop();
  });

  test.each(realEvents())('$type $id moves its recording', async (event) => {
    const data = event.data as Record<string, unknown>;
    const upload = String(event.type).startsWith('video.upload.') ? data.id : data.upload_id;
    const [video] = await db.sql<{ id: string }>`
      insert into public."TopicVideo" ("profileSharerId", "muxUploadId") values (${rows.sharer}, ${upload})
      on conflict ("muxUploadId") do update set status = 'WAITING' returning id`;
    const [moved] = await callers.as(
      'service',
      (sql) => sql`select public.handle_mux_webhook(${JSON.stringify(event)}::jsonb) as id`,
    );
    expect(moved).toEqual({ id: video?.id });
    const status = { created: 'PREPARING', ready: 'READY', asset_created: 'ASSET_CREATED' };
    const [row] =
      await db.sql`select status, "maxFrameRate" from public."TopicVideo" where id = ${video?.id}`;
    expect(row?.status).toBe(status[String(event.type).split('.')[2] as keyof typeof status]);
    expect(row?.maxFrameRate).not.toBe('-1');
  });
});
