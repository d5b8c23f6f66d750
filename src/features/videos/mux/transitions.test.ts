import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../db/testing/database.ts';
import { makeWorld, openPersonas, type Personas, rows } from '../../../../db/testing/personas.ts';

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

const tables = ['Video', 'TopicVideo'] as const;
type Table = (typeof tables)[number];
const statuses = ['WAITING', 'ASSET_CREATED', 'PREPARING', 'READY', 'ERRORED'] as const;
type Status = (typeof statuses)[number];

/** Where each event leads from each status; what is not named stays. */
const all = (to: Status) => Object.fromEntries(statuses.map((from) => [from, to]));
const unlessReady = (to: Status) => ({ ...all(to), READY: 'READY' as const });
const transitions: Record<string, Record<string, Status>> = {
  'upload.created': {},
  'upload.asset_created': { WAITING: 'ASSET_CREATED' },
  'upload.errored': unlessReady('ERRORED'),
  'upload.cancelled': unlessReady('ERRORED'),
  'asset.created': { WAITING: 'PREPARING', ASSET_CREATED: 'PREPARING' },
  'asset.updated preparing': { WAITING: 'PREPARING', ASSET_CREATED: 'PREPARING' },
  'asset.updated ready': all('READY'),
  'asset.updated errored': unlessReady('ERRORED'),
  'asset.ready': all('READY'),
  'asset.errored': unlessReady('ERRORED'),
  'asset.deleted': all('ERRORED'),
  'asset.warning': {},
  'asset.non_standard_input_detected': {},
  'asset.live_stream_completed': {},
  'asset.track.created': {},
  'asset.track.ready': {},
  'asset.track.errored': {},
  'asset.track.deleted': {},
  'asset.static_rendition.created': {},
  'asset.static_rendition.ready': {},
  'asset.static_rendition.skipped': {},
  'asset.static_rendition.errored': {},
  'asset.static_rendition.deleted': {},
  'asset.static_renditions.preparing': {},
  'asset.static_renditions.ready': {},
  'asset.static_renditions.errored': {},
  'asset.static_renditions.deleted': {},
  'asset.master.preparing': {},
  'asset.master.ready': {},
  'asset.master.errored': {},
  'asset.shots.ready': {},
  'live_stream.active': {},
};

interface Event {
  id: string;
  type: string;
  object: { type: string; id: string };
  data: Record<string, unknown>;
}

/** An event of one upload, as Mux words it. */
function eventOf(name: string, of: string, more: Record<string, unknown> = {}): Event {
  const [
    type = '',
    status = /created|preparing/.test(name) ? 'preparing' : type.split('.').at(-1),
  ] = name.split(' ');
  const [asset, upload] = [`asset-${of}`, `upload-${of}`];
  const data = /^asset\.(track|static_rendition|shots)\./.test(type)
    ? {
        id: `${type.split('.')[1]}-${of}`,
        asset_id: asset,
        type: 'text',
        status,
        passthrough: 'Captions',
      }
    : type.startsWith('upload.')
      ? { id: upload, asset_id: asset, status, new_asset_settings: { passthrough: of } }
      : { id: asset, upload_id: upload, passthrough: of, status, created_at: 1_700_000_000 };
  const object = type.startsWith('upload.')
    ? { type: 'upload', id: upload }
    : { type: 'asset', id: asset };
  return { id: randomUUID(), type: `video.${type}`, object, data: { ...data, ...more } };
}

const send = (event: Event) =>
  callers.as('service', async (sql) => {
    const [row] = await sql<{ id: string | null }>`
      select public.handle_mux_webhook(${JSON.stringify(event)}::jsonb) as id`;
    return row?.id;
  });

async function newVideo(table: Table, status: Status = 'WAITING'): Promise<string> {
  const id = randomUUID();
  if (table === 'Video') {
    await db.sql`insert into public."Video" (id, "profileSharerId", passthrough, "muxUploadId", status)
      values (${id}, ${rows.sharer}, ${id}, ${`upload-${id}`}, ${status}::public."VideoStatus")`;
  } else {
    await db.sql`insert into public."TopicVideo" (id, "profileSharerId", passthrough, "muxUploadId", status)
      values (${id}, ${rows.sharer}, ${id}, ${`upload-${id}`}, ${status}::public."VideoStatus")`;
  }
  return id;
}

/** Tracks and files are known by their asset alone. */
const nameAsset = (table: Table, id: string) =>
  table === 'Video'
    ? db.sql`update public."Video" set "muxAssetId" = ${`asset-${id}`} where id = ${id}`
    : db.sql`update public."TopicVideo" set "muxAssetId" = ${`asset-${id}`} where id = ${id}`;

/** The row and its words, without what differs from row to row. */
async function stateOf(table: Table, id: string): Promise<Record<string, unknown>> {
  const [row] =
    table === 'Video'
      ? await db.sql`select to_jsonb(v) as row, (select to_jsonb(t) from public."VideoTranscript" t
          where t."videoId" = v.id) as words from public."Video" v where id = ${id}`
      : await db.sql`select to_jsonb(v) as row, (select to_jsonb(t) from public."TopicVideoTranscript" t
          where t."topicVideoId" = v.id) as words from public."TopicVideo" v where id = ${id}`;
  const text = JSON.stringify(row).replaceAll(id, 'it');
  return JSON.parse(text, (key, value) =>
    /^(id|createdAt|updatedAt|dateRecorded)$/.test(key) ? undefined : value,
  );
}
const statusOf = async (table: Table, id: string) =>
  ((await stateOf(table, id)).row as { status: Status }).status;

describe.each(tables)('%s', (table) => {
  it.each(Object.keys(transitions))('%s leads where the table says', async (name) => {
    for (const from of statuses) {
      const id = await newVideo(table, from);
      await nameAsset(table, id);
      const target = name.startsWith('live_stream') ? null : id;
      expect(await send(eventOf(name, id))).toBe(target);
      expect(await statusOf(table, id), from).toBe(transitions[name]?.[from] ?? from);
    }
  });

  it('the same events in any order and number end the same', async () => {
    const names = Object.keys(story);
    await fc.assert(
      fc.asyncProperty(
        fc
          .subarray(names, { minLength: 1 })
          .chain((some) => fc.tuple(fc.constant(some), shuffledWithRepeats(some))),
        async ([inOrder, mixed]) => {
          const [one, other] = [await newVideo(table), await newVideo(table)];
          for (const name of inOrder) await send(story[name]?.(one) as Event);
          const sent = new Map(mixed.map((name) => [name, story[name]?.(other) as Event]));
          for (const name of mixed) await send(sent.get(name) as Event);
          const end = await stateOf(table, one);
          expect(await stateOf(table, other)).toEqual(end);
          expect((end.row as { status: Status }).status).toBe(endOf(inOrder));
        },
      ),
      { numRuns: 60 },
    );
  });
});

const tracks = [{ type: 'video', max_width: 1280, max_height: 720, max_frame_rate: 29.97 }];
const measures = {
  duration: 23.8,
  aspect_ratio: '16:9',
  resolution_tier: '720p',
  video_quality: 'plus',
  tracks,
};
const ids = (of: string) => [
  { id: `public-${of}`, policy: 'public' },
  { id: `signed-${of}`, policy: 'signed' },
];

/** All that may be said of one recording, with what it says. */
const story: Record<string, (id: string) => Event> = {
  uploaded: (id) => eventOf('upload.asset_created', id),
  created: (id) =>
    eventOf('asset.created', id, {
      playback_ids: ids(id).slice(0, 1),
      max_resolution_tier: '2160p',
      encoding_tier: 'baseline',
    }),
  ready: (id) => eventOf('asset.ready', id, { ...measures, playback_ids: ids(id) }),
  updated: (id) => eventOf('asset.updated ready', id, { ...measures, playback_ids: ids(id) }),
  errored: (id) =>
    eventOf('asset.errored', id, { errors: { type: 'x', messages: ['One.', 'Two.'] } }),
  uploadErrored: (id) => eventOf('upload.errored', id, { error: { type: 'x', message: 'Three.' } }),
  deleted: (id) => eventOf('asset.deleted', id),
  trackBegun: (id) => eventOf('asset.track.created', id, { language_code: 'auto' }),
  trackReady: (id) => eventOf('asset.track.ready', id, { language_code: 'es', name: 'Captions' }),
  fileReady: (id) => eventOf('asset.static_rendition.ready', id, { name: 'highest.mp4' }),
  soundReady: (id) =>
    eventOf('asset.static_rendition.ready', id, { name: 'audio.m4a', id: `sound-${id}` }),
  olderAsset: (id) =>
    eventOf('asset.ready', `older-${id}`, { ...measures, passthrough: id, duration: 1 }),
  olderUpload: (id) =>
    eventOf('upload.cancelled', `older-${id}`, {
      asset_id: undefined,
      new_asset_settings: { passthrough: id },
    }),
};

/** The end of such a story, told in another way than the table. */
function endOf(names: string[]): Status {
  const has = (...some: string[]) => some.some((name) => names.includes(name));
  if (has('deleted')) return 'ERRORED';
  if (has('ready', 'updated')) return 'READY';
  if (has('errored', 'uploadErrored')) return 'ERRORED';
  if (has('created')) return 'PREPARING';
  return has('uploaded') ? 'ASSET_CREATED' : 'WAITING';
}

/** Each at least once, in any order. */
const shuffledWithRepeats = (names: string[]) =>
  fc
    .array(fc.constantFrom(...names), { maxLength: 5 })
    .chain((again) =>
      fc.shuffledSubarray([...names, ...again], { minLength: names.length + again.length }),
    );

it('an event may come for a recording that is known by one mark alone', async () => {
  for (const mark of ['muxAssetId', 'muxUploadId', 'passthrough'] as const) {
    const id = await newVideo('Video');
    await db.sql`update public."Video" set
      "muxAssetId" = ${mark === 'muxAssetId' ? `asset-${id}` : null},
      "muxUploadId" = ${mark === 'muxUploadId' ? `upload-${id}` : null},
      passthrough = ${mark === 'passthrough' ? id : null} where id = ${id}`;
    expect(await send(eventOf('asset.ready', id)), mark).toBe(id);
    expect(await statusOf('Video', id)).toBe('READY');
  }
});

it('the passthrough of a track or file is not taken for ours', async () => {
  const id = await newVideo('Video');
  const event = eventOf('asset.track.ready', randomUUID(), { passthrough: id });
  expect(await send(event)).toBeNull();
});

it('a length that is a sum of many is read to its last digit', async () => {
  const id = await newVideo('Video');
  const duration = 0.1 + 0.2;
  await send(eventOf('asset.ready', id, { ...measures, duration }));
  expect((await stateOf('Video', id)).row).toMatchObject({ duration });
});

it('words that a person has written stay', async () => {
  const id = await newVideo('Video');
  await db.sql`insert into public."VideoTranscript" ("videoId", transcript, source)
    values (${id}, 'As I said it.', 'manual')`;
  await send(eventOf('asset.track.ready', id));
  expect((await stateOf('Video', id)).words).toMatchObject({
    transcript: 'As I said it.',
    source: 'manual',
  });
});

it('no event changes another recording', async () => {
  const [id, other] = [await newVideo('Video'), await newVideo('Video')];
  const before = await stateOf('Video', other);
  for (const tell of Object.values(story)) await send(tell(id));
  expect(await stateOf('Video', other)).toEqual(before);
});
