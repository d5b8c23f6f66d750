import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { makeWorld, openPersonas, type Personas, rows } from './testing/personas.ts';

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

interface Event {
  id: string;
  type: string;
  data: Record<string, unknown>;
}

/** The events of one upload, cut down to what is read of them. */
function eventsOf(n: string) {
  const asset = { id: `asset-${n}`, upload_id: `upload-${n}`, passthrough: n };
  const event = (type: string, data: Record<string, unknown>): Event => ({
    id: `${type}-${n}`,
    type: `video.${type}`,
    data,
  });
  return {
    uploaded: event('upload.asset_created', { id: asset.upload_id, asset_id: asset.id }),
    created: event('asset.created', { ...asset, status: 'preparing' }),
    ready: event('asset.ready', {
      ...asset,
      status: 'ready',
      duration: 23.8,
      aspect_ratio: '16:9',
      resolution_tier: '720p',
      playback_ids: [
        { id: `open-${n}`, policy: 'public' },
        { id: `signed-${n}`, policy: 'signed' },
      ],
      tracks: [{ type: 'video', max_width: 1280, max_height: 720, max_frame_rate: 29.97 }],
    }),
    errored: event('asset.errored', {
      ...asset,
      status: 'errored',
      errors: { type: 'invalid_input', messages: ['The file is no video.'] },
    }),
  };
}

const send = (event: unknown) =>
  callers.as('service', async (sql) => {
    const [row] = await sql<{ id: string | null }>`
      select public.handle_mux_webhook(${JSON.stringify(event)}::jsonb) as id`;
    return row?.id;
  });

async function newVideo(table: 'Video' | 'TopicVideo' = 'Video') {
  const id = randomUUID();
  if (table === 'Video') {
    await db.sql`insert into public."Video" (id, "profileSharerId", passthrough, "muxUploadId")
      values (${id}, ${rows.sharer}, ${id}, ${`upload-${id}`})`;
  } else {
    await db.sql`insert into public."TopicVideo" (id, "profileSharerId", passthrough, "muxUploadId")
      values (${id}, ${rows.sharer}, ${id}, ${`upload-${id}`})`;
  }
  return { id, events: eventsOf(id) };
}

const videoOf = async (id: string) =>
  (await db.sql`select * from public."Video" where id = ${id}`)[0];

/** Every order of the items. */
function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
type Name = keyof ReturnType<typeof eventsOf>;
const orders = (...names: Name[]) => permutations(names).map((order) => ({ order }));

describe('whatever the order, a recording that can be played ends READY', () => {
  it.each([
    ...orders('uploaded', 'created', 'ready'),
    ...orders('uploaded', 'created', 'ready', 'errored'),
    ...permutations(['uploaded', 'created', 'ready'] as Name[]).map((order) => ({
      order: order.flatMap((name) => [name, name]),
    })),
    ...permutations(['uploaded', 'created', 'ready'] as Name[]).map((order) => ({
      order: [...order, ...order],
    })),
  ])('$order', async ({ order }) => {
    const { id, events } = await newVideo();
    const seen = new Set<Name>();
    for (const name of order) {
      expect(await send(events[name]), name).toBe(seen.has(name) ? null : id);
      seen.add(name);
    }
    expect(await videoOf(id)).toMatchObject({
      status: 'READY',
      errorMessage: null,
      progress: null,
      muxAssetId: `asset-${id}`,
      muxUploadId: `upload-${id}`,
      muxPlaybackId: `signed-${id}`,
      duration: 23.8,
      aspectRatio: '16:9',
      resolutionTier: '720p',
      maxWidth: '1280',
      maxHeight: '720',
      maxFrameRate: '29.97',
    });
  });
});

describe('one that failed ends ERRORED', () => {
  it.each(orders('uploaded', 'created', 'errored'))('$order', async ({ order }) => {
    const { id, events } = await newVideo();
    for (const name of order) await send(events[name]);
    expect(await videoOf(id)).toMatchObject({
      status: 'ERRORED',
      errorMessage: 'The file is no video.',
      muxAssetId: `asset-${id}`,
    });
  });
});

it('moves through the statuses in turn', async () => {
  const { id, events } = await newVideo();
  const statuses = [];
  for (const name of ['uploaded', 'created', 'ready'] as const) {
    await send(events[name]);
    statuses.push((await videoOf(id))?.status);
  }
  expect(statuses).toEqual(['ASSET_CREATED', 'PREPARING', 'READY']);
});

it('events of an asset that was replaced change nothing', async () => {
  const { id, events } = await newVideo();
  await send(events.uploaded);
  const late = { ...events.ready, data: { ...events.ready.data, id: 'an older asset' } };
  await send(late);
  expect(await videoOf(id)).toMatchObject({ status: 'ASSET_CREATED', muxAssetId: `asset-${id}` });
});

it('topic videos move in the same way', async () => {
  const { id, events } = await newVideo('TopicVideo');
  for (const name of ['ready', 'uploaded', 'created'] as const) {
    expect(await send(events[name])).toBe(id);
  }
  const [video] = await db.sql`select status, duration from public."TopicVideo" where id = ${id}`;
  expect(video).toEqual({ status: 'READY', duration: 23.8 });
});

it('an event about nothing here gives null', async () => {
  expect(await send(eventsOf('nothing').ready)).toBeNull();
});

it.each([null, [], 'x', {}, { type: 'video.asset.ready' }, { type: 1, data: [] }, { data: {} }])(
  'refuses %j, which is no event',
  async (payload) => {
    await expect(send(payload)).rejects.toMatchObject({ code: '22023' });
  },
);

it('two deliveries at once count once', async () => {
  const { id, events } = await newVideo();
  const results = await Promise.all([send(events.ready), send(events.ready)]);
  expect(results.map((result) => result ?? 'null').sort()).toEqual([id, 'null'].sort());
});

it.each(['anon', 'owner', 'executor', 'adminAsPerson', 'admin'] as const)(
  'handle_mux_webhook does nothing for %s',
  async (persona) => {
    const call = `select public.handle_mux_webhook('{"type":"video.asset.ready","data":{}}')`;
    expect(await callers.attempt(persona, call)).toBe('42501');
  },
);

describe('update_video_status', () => {
  const call = (video: string, status: string) =>
    `select public.update_video_status(${video}, '${status}')`;

  it.each(['anon', 'owner', 'executor', 'adminAsPerson'] as const)(
    'does nothing for %s',
    async (persona) => {
      expect(await callers.attempt(persona, call(`'${rows.publicVideo}'`, 'READY'))).toBe('42501');
    },
  );

  it.each(['service', 'admin'] as const)('sets any status for %s', async (persona) => {
    for (const status of ['READY', 'WAITING', 'ERRORED', 'PREPARING', 'ASSET_CREATED']) {
      await callers.as(
        persona,
        (sql) =>
          sql`select public.update_video_status(${rows.looseVideo}, ${status}::public."VideoStatus")`,
      );
      expect((await videoOf(rows.looseVideo))?.status).toBe(status);
    }
  });

  it('names what is wrong', async () => {
    expect(await callers.attempt('service', call('null', 'READY'))).toBe('22004');
    expect(await callers.attempt('service', call(`'${rows.newRow}'`, 'READY'))).toBe('P0002');
    expect(await callers.attempt('service', call(`'${rows.publicVideo}'`, 'DONE'))).toBe('22P02');
  });

  it('an admin without the role changes nothing', async () => {
    const { attempt } = callers;
    const stranger = { role: 'telloom_admin', claims: `{"sub":"${rows.newRow}"}` };
    expect(await attempt(stranger, call(`'${rows.publicVideo}'`, 'READY'))).toBe('P0002');
  });
});

it('dateRecorded is the day of creation where nothing else is said', async () => {
  const [video] =
    await db.sql`insert into public."Video" ("profileSharerId") values (${rows.sharer})
    returning "dateRecorded" = "createdAt" as same`;
  expect(video).toEqual({ same: true });
  const [old] = await db.sql`insert into public."Video" ("profileSharerId", "dateRecorded")
    values (${rows.sharer}, '1999-12-24') returning "dateRecorded"::date::text as day`;
  expect(old).toEqual({ day: '1999-12-24' });
});
