import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { makeWorld, openPersonas, type Personas, people, rows } from './testing/personas.ts';

const watcher = '00000000-0000-4000-8000-0000000000f1';
let db: TestDatabase;
let callers: Personas;
let service: pg.Client;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  callers = openPersonas(db);
  service = new pg.Client({ connectionString: db.apiUrl });
  await service.connect();
  await service.query('set role service_role');
});
afterAll(async () => {
  await service.end();
  await callers.close();
  await db.drop();
});
beforeEach(async () => {
  await db.sql`delete from realtime.subscription`;
});

const subscribe = (who: keyof typeof people | 'anon', table: string | null, more: object = {}) =>
  callers.as(
    who,
    (sql) =>
      sql<{
        person: string;
        tables: number;
      }>`select * from private.subscribe_changes(1, ${JSON.stringify([
        { id: watcher, schema: 'public', table, action: '*', filters: [], columns: null, ...more },
      ])}, 31)`,
  );

interface Noted {
  snapshot: string;
  changes: { action: string; id: string }[] | null;
  messages: { topic: string; event: string; payload: string }[];
}
async function look(seen: string | null, most = 100): Promise<Noted> {
  const { rows: found } = await service.query('select * from private.new_changes($1, $2)', [
    seen,
    most,
  ]);
  return found[0];
}
const told = async (seen: string) =>
  (await look(seen)).changes?.map(({ action, id }) => `${action} ${id}`);

const touch = (id: string) => db.sql`
  update public."PromptResponse" set "responseNotes" = 'again' where id = ${id}`;

it('a change is noted once, for tables that somebody subscribes to', async () => {
  const { snapshot } = await look(null);
  await touch(rows.publicResponse);
  expect(await told(snapshot)).toEqual([]);
  await subscribe('owner', 'PromptResponse');
  await touch(rows.publicResponse);
  expect(await told(snapshot)).toEqual([`UPDATE ${rows.publicResponse}`]);
  expect(await told((await look(snapshot)).snapshot)).toEqual([]);
});

it('a transaction that ends later than one that began after it is not missed', async () => {
  await subscribe('owner', 'PromptResponse');
  const { snapshot } = await look(null);
  const slow = new pg.Client({ connectionString: db.ownerUrl });
  await slow.connect();
  await slow.query('begin');
  await slow.query(`update public."PromptResponse" set summary = 'slow' where id = $1`, [
    rows.privateResponse,
  ]);
  await touch(rows.publicResponse);
  const first = await look(snapshot);
  expect(first.changes).toMatchObject([{ id: rows.publicResponse }]);
  await slow.query('commit');
  await slow.end();
  expect(await told(first.snapshot)).toEqual([`UPDATE ${rows.privateResponse}`]);
});

it('what is taken back was never there', async () => {
  await subscribe('owner', 'PromptResponse');
  const { snapshot } = await look(null);
  await callers.attempt('owner', `update public."PromptResponse" set summary = 'no'`);
  expect(await told(snapshot)).toEqual([]);
});

it('says so where there is too much', async () => {
  await subscribe('owner', null);
  const { snapshot } = await look(null);
  await db.sql`update public."PromptResponse" set "responseNotes" = 'all'`;
  expect((await look(snapshot, 3)).changes).toBeNull();
  expect((await look(snapshot, 4)).changes).toHaveLength(4);
});

it('messages to topics come along', async () => {
  const { snapshot } = await look(null);
  await db.sql`select realtime.send('{"a": 1, "id": "x"}', 'news', 'room')`;
  expect((await look(snapshot)).messages).toEqual([
    { topic: 'room', event: 'news', payload: '{"a": 1, "id": "x"}', bytes: null },
  ]);
});

it('a client notes nothing by hand, and reads no notes', async () => {
  const statements = [
    'select from private.change',
    `insert into private.change (entity, action, row_id) values ('public."Video"', 'UPDATE', gen_random_uuid())`,
    `select private.release_changes('{}')`,
    'select private.release_lost_changes()',
    `select private.new_changes(null, 1)`,
    `select private.changes_for_subscribers('[]')`,
    `select private.may_concern('public."Video"', '{}')`,
    `select private.topic_rights('room', '{}')`,
    'select private.sweep_changes()',
  ];
  for (const statement of statements) {
    expect([statement, await callers.attempt('owner', statement)]).toEqual([statement, '42501']);
  }
});

it('one subscribes as nobody but oneself', async () => {
  const [mine] = await subscribe('listener', 'Video');
  expect(mine).toEqual({ person: people.listener, tables: 1 });
  const [row] = await db.sql`select claims - 'telloom_server' as claims from realtime.subscription`;
  expect(row?.claims).toEqual({ sub: people.listener, role: 'authenticated' });
  const anon = await callers.attempt('anon', `select private.subscribe_changes(1, '[]', 1)`);
  expect(anon).toBe('42501');
  expect(await callers.attempt('nobody', `select private.subscribe_changes(1, '[]', 1)`)).toBe(
    'TL401',
  );
});

it.each([
  ['a table that sends none', { table: 'Product' }],
  ['a table that is not there', { table: 'Nope' }],
  ['an internal table', { schema: 'private', table: 'upload' }],
  ['messages', { schema: 'realtime', table: 'messages' }],
  ['another schema', { schema: 'auth', table: null }],
])('there are no changes of %s', async (_, wanted) => {
  await expect(subscribe('owner', 'Video', wanted)).rejects.toMatchObject({ code: 'P0002' });
});

it('whoever wants all gets all, and not twice', async () => {
  expect(await subscribe('owner', null)).toEqual([{ person: people.owner, tables: 31 }]);
  const twice = JSON.stringify(
    ['2', '3'].map((n) => ({
      id: watcher.replace(/1$/, n),
      schema: 'public',
      action: '*',
      filters: [],
    })),
  );
  const asked = callers.attempt('owner', `select private.subscribe_changes(1, '${twice}', 61)`);
  expect(await asked).toBe('54000');
});

it('a secret column is neither filtered by nor selected', async () => {
  const filter = { column: 'token', op: 'eq', value: 'x', negate: false };
  await expect(subscribe('owner', 'Invitation', { filters: [filter] })).rejects.toThrow(
    'invalid column for filter token',
  );
  await expect(subscribe('owner', 'Profile', { columns: ['passwordHash'] })).rejects.toThrow(
    'invalid column for select passwordHash',
  );
});

it('a server that is gone leaves no subscription behind', async () => {
  await subscribe('owner', 'Video');
  await service.query('select pg_advisory_lock(7355608, 1)');
  await service.query('select private.release_lost_changes()');
  expect(await db.sql`select from realtime.subscription`).toHaveLength(1);
  await service.query('select pg_advisory_unlock(7355608, 1)');
  await service.query('select private.release_lost_changes()');
  expect(await db.sql`select from realtime.subscription`).toHaveLength(0);
});

it('what others subscribed by themselves is left alone', async () => {
  await db.sql`insert into realtime.subscription (subscription_id, entity, claims)
    values (${watcher}, 'public."Video"', '{"role": "authenticated"}')`;
  await service.query('select private.release_lost_changes()');
  await service.query('select private.release_changes($1)', [[watcher]]);
  expect(await db.sql`select from realtime.subscription`).toHaveLength(1);
});

it('values arrive as their types are', async () => {
  await subscribe('owner', 'VideoTranscript', { columns: ['id', 'cues', 'isChecked', 'language'] });
  const { snapshot } = await look(null);
  const cues = [{ start: 0.5, end: 1, text: 'a "quoted" \u00e9' }];
  await db.sql`update public."VideoTranscript" set "isChecked" = true, language = null,
    cues = ${JSON.stringify(cues)} where id = ${rows.publicTranscript}`;
  const { changes } = await look(snapshot);
  const { rows: sent } = await service.query(
    'select data::jsonb as data, subscriptions from private.changes_for_subscribers($1)',
    [JSON.stringify(changes)],
  );
  expect(sent[0].subscriptions).toEqual([watcher]);
  expect(sent[0].data).toMatchObject({
    schema: 'public',
    table: 'VideoTranscript',
    type: 'UPDATE',
    errors: null,
    record: { id: rows.publicTranscript, isChecked: true, language: null, cues },
    old_record: { id: rows.publicTranscript },
  });
});

it('everybody who may read a row is among those whom it may concern', async () => {
  const tables = await db.sql<{ table: string }>`
    select tgrelid::regclass::text as table from pg_trigger
    where tgfoid = 'private.note_change()'::regprocedure and tgnargs = 0`;
  const spared = new Set<string>();
  for (const { table } of tables) {
    const { rows: all } = await service.query<{ id: string; people: string[] | null }>(
      `select id, private.may_concern('${table}', to_jsonb(t)) as people from ${table} t`,
    );
    const concerns = new Map(all.map(({ id, people: these }) => [id, these]));
    for (const [name, person] of Object.entries(people)) {
      // an admin, too, hears as an ordinary person
      const claims = JSON.stringify({ sub: person, role: 'authenticated' });
      const readable = await callers.as({ role: 'authenticated', claims }, (sql) =>
        sql<{ id: string }>([`select id from ${table}`] as never),
      );
      const missed = readable.filter(({ id }) => concerns.get(id)?.includes(person) === false);
      expect([table, name, missed]).toEqual([table, name, []]);
      if (all.some(({ people: these }) => these?.includes(person) === false)) spared.add(table);
    }
  }
  expect([...spared]).toEqual(expect.arrayContaining(['"PromptResponse"', '"Video"', '"Profile"']));
});

it('the rights on a topic are those of its messages, and asking leaves nothing', async () => {
  const before = await db.sql`select id from realtime.messages`;
  const asked = (['owner', 'executor', 'listener', 'revoked', 'stranger'] as const).map(
    (name) => people[name],
  );
  const { rows: rights } = await service.query(
    'select may_hear, may_speak from private.topic_rights($1, $2)',
    [`sharer:${rows.sharer}`, asked],
  );
  expect(rights.map((r) => `${r.may_hear} ${r.may_speak}`)).toEqual([
    'true true',
    'true true',
    'true false',
    'false false',
    'false false',
  ]);
  expect(await db.sql`select id from realtime.messages`).toHaveLength(before.length);
  const { rows: now } = await service.query('select current_user::text as who');
  expect(now[0].who).toBe('service_role');
});

it('old notes are swept, messages of days ago too', async () => {
  await touch(rows.publicResponse);
  await db.sql`update private.change set changed_at = now() - interval '11 minutes'`;
  await touch(rows.publicResponse);
  await db.sql`update realtime.messages set inserted_at = now() - interval '9 days'`;
  await service.query('select private.sweep_changes()');
  expect(await db.sql`select from private.change`).toHaveLength(1);
  expect(await db.sql`select from realtime.messages`).toHaveLength(0);
  await db.sql`select realtime.send('{}', 'news', 'room')`; // into today's own partition
  expect(
    await db.sql`select from private.change where entity = 'realtime.messages'::regclass`,
  ).toHaveLength(1);
});
