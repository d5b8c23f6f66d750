import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { failure, type PlatformCluster, platformFile, startCluster, value } from './testing.ts';

let cluster: PlatformCluster;
let db: pg.Client;
const warnings: string[] = [];

beforeAll(async () => {
  cluster = await startCluster();
  db = await cluster.connect('postgres');
  const files = ['roles.sql', 'realtime.sql', 'realtime-rls.sql', 'realtime-broadcast.sql'];
  for (const file of files) await db.query(platformFile(file));
  db.on('notice', (notice) => warnings.push(notice.message ?? ''));
});
afterAll(() => cluster.stop());

beforeEach(async () => {
  warnings.length = 0;
  await db.query('begin');
  return () => db.query('rollback');
});

const messages = async () =>
  (
    await db.query(
      'select payload, event, topic, private, extension, binary_payload, id from realtime.messages',
    )
  ).rows;

it('send adds an id and names the topic', async () => {
  await db.query(`select realtime.send('{"a": 1}', 'new', 'room:1')`);
  const [sent] = await messages();
  expect(sent).toMatchObject({
    event: 'new',
    topic: 'room:1',
    private: true,
    extension: 'broadcast',
  });
  expect(sent.payload).toEqual({ a: 1, id: sent.id });
  expect(await value(db, 'select realtime.topic()')).toBe('room:1');
});

it('send keeps an id that is there', async () => {
  await db.query(`select realtime.send('{"id": "mine"}', 'new', 'room:1', false)`);
  expect((await messages())[0]).toMatchObject({ payload: { id: 'mine' }, private: false });
});

it('send_binary keeps bytes', async () => {
  await db.query(`select realtime.send_binary('\\x0001', 'new', 'room:1')`);
  const [sent] = await messages();
  expect(sent).toMatchObject({ payload: null, binary_payload: Buffer.from([0, 1]) });
});

it('a message has one payload', async () => {
  const both = `insert into realtime.messages (topic, extension, payload, binary_payload)
    values ('t', 'broadcast', '{}', '\\x00')`;
  expect(await failure(db.query(both))).toBe('23514');
});

it('send follows the policies, and fails with a warning', async () => {
  await db.query(`create policy talk on realtime.messages for insert to authenticated
    with check (realtime.topic() = 'room:1')`);
  await db.query('set local role authenticated');
  await db.query(
    `select realtime.send('{}', 'new', 'room:1'), realtime.send('{}', 'new', 'room:2')`,
  );
  await db.query('reset role');
  expect((await messages()).map((sent) => sent.topic)).toEqual(['room:1']);
  expect(warnings).toEqual([
    expect.stringMatching(/^WarnSendingBroadcastMessage: .*row-level security/),
  ]);
});

it('broadcast_changes sends what a trigger saw', async () => {
  await db.query(`
    create table notes (id int);
    create function tell() returns trigger language plpgsql as $$ begin
      perform realtime.broadcast_changes('notes', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
      return null;
    end $$;
    create trigger tell after insert or update or delete on notes for each row execute function tell();
    insert into notes values (1); update notes set id = 2; delete from notes`);
  const about = { schema: 'public', table: 'notes' };
  expect((await messages()).map(({ payload: { id: _, ...rest } }) => rest)).toEqual([
    { ...about, operation: 'INSERT', record: { id: 1 }, old_record: null },
    { ...about, operation: 'UPDATE', record: { id: 2 }, old_record: { id: 1 } },
    { ...about, operation: 'DELETE', record: null, old_record: { id: 2 } },
  ]);
});

it('broadcast_changes refuses statements and unknown operations', async () => {
  const call = (operation: string, level: string) =>
    db.query(
      `select realtime.broadcast_changes('t', 'e', $1, 't', 's', null::record, null::record, $2)`,
      [operation, level],
    );
  await db.query('savepoint s');
  await expect(call('INSERT', 'STATEMENT')).rejects.toThrow(/^Failed to process the row: function/);
  await db.query('rollback to s');
  await expect(call('TRUNCATE', 'ROW')).rejects.toThrow(
    'Failed to process the row: Unexpected operation type: TRUNCATE',
  );
});

it('makes partitions around what is there, and drops old ones', async () => {
  const insert = `insert into realtime.messages (topic, extension, inserted_at)
    values ('t', 'broadcast', now() + $1::interval)`;
  await db.query(insert, ['0 days']);
  await db.query(insert, ['-9 days']);
  await db.query('set local role service_role');
  await db.query('select realtime.ensure_message_partitions()');
  await db.query('select realtime.ensure_message_partitions(4, 3)');
  await db.query('reset role');
  expect(await value(db, 'select count(*)::int from realtime.messages')).toBe(1);
  expect(await value(db, 'select count(*)::int from only realtime.messages_default')).toBe(0);
  const parts = `select count(*)::int from pg_inherits where inhparent = 'realtime.messages'::regclass`;
  expect(await value(db, parts)).toBe(6);
  await db.query(insert, ['1 day']);
  expect(await value(db, 'select count(*)::int from only realtime.messages_default')).toBe(0);
  await db.query('select realtime.ensure_message_partitions(0, -3)');
  expect(await value(db, parts)).toBe(3); // the default, the third and the fourth day
  await db.query('set local role authenticated');
  const call = 'select realtime.ensure_message_partitions()';
  expect(await failure(db.query(call))).toBe('42501');
});
