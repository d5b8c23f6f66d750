import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';

/** Every function that a caller may hand something to: what it says to input that makes no sense. */
let database: TestDatabase;
let client: pg.Client;
let sharer: string;
const me = randomUUID();
const nobody = randomUUID();
const huge = 'é'.repeat(2_000_000);

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.apiUrl });
  await client.connect();
  await database.sql`insert into auth.users (id, email, email_confirmed_at)
    values (${me}, 'me@example.org', now())`;
  [{ id: sharer } = { id: '' }] = await database.sql<{ id: string }>`
    insert into public."ProfileSharer" ("profileId") values (${me}) returning id`;
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The SQLSTATE of a call, or what it gave; rolled back. */
async function call(role: string, text: string, values: unknown[]): Promise<unknown> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`,
      [role, JSON.stringify({ sub: me })],
    );
    const { rows } = await client.query({ text: `select ${text}`, values, rowMode: 'array' });
    return rows[0]?.[0] ?? null;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code;
    throw error;
  } finally {
    await client.query('rollback');
  }
}

type Case = [text: string, values: () => unknown[], gives: unknown];
const asPerson: Case[] = [
  ['public.has_role($1, $2)', () => [null, 'ADMIN'], false],
  ['public.has_role($1, $2)', () => [me, null], false],
  ['public.has_role($1, $2)', () => [me, huge], false],
  ['public.has_role($1, $2)', () => [nobody, 'LISTENER'], false],
  ['public.is_admin($1::uuid)', () => [null], false],
  ['public.is_executor_for($1, $2)', () => [null, null], false],
  ['public.is_listener_for($1, $2)', () => [nobody, nobody], false],
  ['public.has_role($1, $2)', () => ['not an id', 'ADMIN'], '22P02'],
  ['public.create_invitation($1, $2, $3)', () => [null, 'a@example.org', 'LISTENER'], '22004'],
  ['public.create_invitation($1, $2, $3)', () => [sharer, null, 'LISTENER'], '22004'],
  ['public.create_invitation($1, $2, $3)', () => [sharer, 'a@example.org', null], '22004'],
  ['public.create_invitation($1, $2, $3)', () => [sharer, '', 'LISTENER'], '22023'],
  ['public.create_invitation($1, $2, $3)', () => [sharer, 'no address', 'LISTENER'], '22023'],
  [
    'public.create_invitation($1, $2, $3)',
    () => [sharer, `${huge}@example.org`, 'LISTENER'],
    '22023',
  ],
  [
    'public.create_invitation($1, $2, $3)',
    () => [sharer, 'a@example.org\r\nbcc: b@x.org', 'LISTENER'],
    '22023',
  ],
  ['public.create_invitation($1, $2, $3)', () => [sharer, 'a@example.org', 'ADMIN'], '22023'],
  ['public.create_invitation($1, $2, $3)', () => [sharer, 'a@example.org', 'KING'], '22P02'],
  ['public.create_invitation($1, $2, $3)', () => [sharer, ' ME@example.org ', 'LISTENER'], '22023'],
  ['public.create_invitation($1, $2, $3)', () => [nobody, 'a@example.org', 'LISTENER'], '42501'],
  ['public.accept_invitation_by_token($1)', () => [null], '22004'],
  ['public.accept_invitation_by_token($1)', () => [''], 'P0002'],
  ['public.accept_invitation_by_token($1)', () => [huge], 'P0002'],
  ['public.decline_invitation($1)', () => [null], '22004'],
  ['public.decline_invitation($1)', () => ['unknown'], 'P0002'],
  ['api.look_at_invitation($1)', () => [null], 'P0002'],
  ['public.handle_follow_request($1)', () => [null], '22004'],
  ['public.handle_follow_request($1)', () => [nobody], '23503'],
  ['public.handle_follow_request($1)', () => [sharer], '42501'],
  ['public.handle_follow_request_response($1, $2)', () => [null, true], '22004'],
  ['public.handle_follow_request_response($1, $2)', () => [nobody, null], '22004'],
  ['public.handle_follow_request_response($1, $2)', () => [nobody, true], 'P0002'],
  ['public.slugify($1)', () => [null], null],
  ['public.slugify($1)', () => ['!!!'], ''],
  ['public.generate_attachment_filename($1, $2, $3)', () => [null, nobody, 'a.jpg'], '22004'],
  ['public.generate_attachment_filename($1, $2, $3)', () => [nobody, null, 'a.jpg'], '22004'],
  ['public.generate_attachment_filename($1, $2, $3)', () => [nobody, nobody, null], '22004'],
  ['public.handle_mux_webhook($1)', () => ['{}'], '42501'],
  ['public.update_video_status($1, $2)', () => [nobody, 'READY'], '42501'],
  ['api.search_stories($1, $2, $3)', () => [null, 'en', 10], '22004'],
  ['api.search_stories($1, $2, $3)', () => ['bread', 'en', 0], '22023'],
  ['api.search_stories($1, $2, $3)', () => ['bread', 'en', 1_000_000], '22023'],
  ['api.search_stories($1, $2, $3)', () => [huge, 'en', 10], '22023'],
  ['api.search_stories($1, $2, $3)', () => [`"((| & ! '`, 'xx', 10], null],
  ['api.search($1, $2, $3)', () => [null, 'en', 10], '22004'],
  ['api.search($1, $2, $3)', () => ['bread', 'en', 101], '22023'],
  ['api.search($1, $2, $3)', () => [huge, 'en', 10], '22023'],
  ['api.search($1, $2, $3)', () => [`"((| & ! '`, 'xx', 10], null],
  ['api.spelt_otherwise($1, $2)', () => [null, 'en'], '22004'],
  ['api.spelt_otherwise($1, $2)', () => [huge, 'en'], '22023'],
  ['api.spelt_otherwise($1, $2)', () => [`"((| & ! '`, 'xx'], null],
  ['api.spelt_otherwise($1, $2)', () => ['(bread +[', 'xx'], null],
  ['api.all_with($1, $2, $3)', () => [nobody, 'en', 10], null],
  ['api.all_told_by($1, $2)', () => [nobody, 10], null],
  ...['stories', 'topic_videos', 'attachments', 'objects', 'people', 'questions'].flatMap(
    (kind): [string, () => unknown[], string | null][] => [
      [`api.show_${kind}($1, $2, $3)`, () => [[nobody], null, 'en'], '22004'],
      [`api.show_${kind}($1, $2, $3)`, () => [[nobody], huge, 'en'], '22023'],
      [`api.show_${kind}($1, $2, $3)`, () => [null, `"((| & ! '`, 'xx'], null],
    ],
  ),
  ['api.note_watching($1, $2)', () => [null, 1], '22004'],
  ['api.note_watching($1, $2)', () => [nobody, -1], '22023'],
  ['api.note_watching($1, $2)', () => [nobody, 'NaN'], '22023'],
  ['api.note_watching($1, $2)', () => [nobody, 1], 'P0002'],
  ['api.next_in_topic($1)', () => [nobody], null],
  ['api.keep_topic_video($1, $2)', () => [null, nobody], '22004'],
  ['api.keep_topic_video($1, $2)', () => [nobody, null], '22004'],
  ['api.keep_topic_video($1, $2)', () => [nobody, nobody], 'P0002'],
  ['api.draw_on_stories($1, $2)', () => [null, []], '22004'],
  ['api.draw_on_stories($1, $2)', () => [nobody, null], '22004'],
  ['api.draw_on_stories($1, $2)', () => [nobody, [nobody]], 'P0002'],
  [
    'api.start_topic_recording($1, $2, $3, $4, $5, $6)',
    () => [sharer, nobody, 'video', 'video/webm', null, null],
    'P0002',
  ],
  ['api.show_recording($1, $2)', () => [null, nobody], '22004'],
  ['api.show_recording($1, $2)', () => [nobody, null], '22004'],
  ['api.show_recording($1, $2)', () => [nobody, nobody], 'P0002'],
  ['api.trim_recording($1, $2, $3)', () => [null, 0, 1], '22004'],
  ['api.trim_recording($1, $2, $3)', () => [nobody, null, 1], '22004'],
  ['api.trim_recording($1, $2, $3)', () => [nobody, 0, 'NaN'], 'P0002'],
  ['private.part_of($1)', () => [null], '(,0,)'],
  ['api.find_sharer($1)', () => [null], null],
  ['api.find_sharer($1)', () => ['%'], null],
];
const asService: Case[] = [
  ['private.set_payments($1)', () => [null], '22004'],
  ['public.handle_mux_webhook($1)', () => [null], '22023'],
  ['public.handle_mux_webhook($1)', () => ['[]'], '22023'],
  ['public.handle_mux_webhook($1)', () => ['{"type": "video.asset.ready"}'], '22023'],
  ['public.handle_mux_webhook($1)', () => ['{"type": "video.asset.ready", "data": 7}'], '22023'],
  ['public.handle_mux_webhook($1)', () => ['not json'], '22P02'],
  ['public.handle_mux_webhook($1)', () => ['{"type": "video.asset.ready", "data": {}}'], null],
  ['public.handle_mux_webhook($1)', () => ['{"type": "unheard.of", "data": {"id": 1}}'], null],
  [
    'public.handle_mux_webhook($1)',
    () => [
      JSON.stringify({
        type: 'video.asset.ready',
        data: { id: { a: 1 }, tracks: 'none', playback_ids: 5, duration: 'long', errors: [] },
      }),
    ],
    null,
  ],
  ['public.update_video_status($1, $2)', () => [null, 'READY'], '22004'],
  ['public.update_video_status($1, $2)', () => [nobody, null], '22004'],
  ['public.update_video_status($1, $2)', () => [nobody, 'READY'], 'P0002'],
  ['public.update_video_status($1, $2)', () => [nobody, 'PLAYING'], '22P02'],
];

describe.each([
  ['authenticated', asPerson],
  ['service_role', asService],
] as const)('as %s', (role, cases) => {
  test.each(cases.map((one, number) => [`${number} ${one[0]}`, one] as const))(
    '%s',
    async (_name, [text, values, gives]) => {
      expect(await call(role, text, values())).toBe(gives);
    },
  );
});

test('no index rests on a function of ours, which could change under it', async () => {
  const found = await database.sql`
    select d.objid::regclass::text as index, d.refobjid::regprocedure::text as function
    from pg_depend d
    join pg_class c on c.oid = d.objid and c.relkind = 'i'
    join pg_proc p on p.oid = d.refobjid
    where d.refclassid = 'pg_proc'::regclass
      and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'api'::regnamespace)`;
  expect(found).toEqual([]);
});
