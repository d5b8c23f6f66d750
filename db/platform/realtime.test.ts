import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure, type PlatformCluster, platformFile, startCluster, value } from './testing.ts';

const ada = '00000000-0000-0000-0000-00000000000a';
const bob = '00000000-0000-0000-0000-00000000000b';
const watcher = '00000000-0000-0000-0000-0000000000f1';
const watcher2 = '00000000-0000-0000-0000-0000000000f2';
let cluster: PlatformCluster;
let db: pg.Client;

beforeAll(async () => {
  cluster = await startCluster();
  db = await cluster.connect('postgres');
  const files = ['roles.sql', 'realtime.sql', 'realtime-rls.sql', 'realtime-broadcast.sql'];
  for (const file of files) await db.query(platformFile(file));
  await db.query(`
    create table notes (id int primary key, owner uuid, body text, kind bpchar(3), secret text, done bool);
    alter table notes enable row level security;
    grant select (id, owner, body, kind, done) on notes to authenticated;
    create policy own on notes for select to authenticated
      using (owner = (current_setting('request.jwt.claims')::jsonb ->> 'sub')::uuid);
    create table keyless (a int);
    create table open (id int primary key, body text);
    grant select on keyless, open to authenticated;
    insert into notes values (1, '${ada}', 'hello', 'abc', 'hidden', true)`);
});
afterAll(() => cluster.stop());

beforeEach(async () => {
  await db.query('begin');
  return () => db.query('rollback');
});

interface Wanted {
  id?: string;
  entity?: string;
  /** [column, op, value, negate] */
  filters?: (string | boolean)[][];
  sub?: string;
  role?: string;
  action?: string;
  columns?: string[];
}

/** Subscribes, by default Ada to every change of `notes`. */
async function subscribe(wanted: Wanted = {}): Promise<void> {
  const claims = { role: wanted.role ?? 'authenticated', sub: wanted.sub ?? ada };
  await db.query(
    `insert into realtime.subscription
       (subscription_id, entity, filters, claims, action_filter, selected_columns)
     values ($1, $2, array(select (f ->> 0, f ->> 1, f ->> 2, f ->> 3)::realtime.user_defined_filter
       from jsonb_array_elements($3) f), $4, $5, $6)`,
    [
      wanted.id ?? watcher,
      wanted.entity ?? 'notes',
      JSON.stringify(wanted.filters ?? []),
      claims,
      wanted.action ?? '*',
      wanted.columns,
    ],
  );
}

const row = { id: 1, owner: ada, body: 'hello', kind: 'abc', secret: 'hidden', done: true };
const types: Record<string, string> = {
  id: 'integer',
  owner: 'uuid',
  kind: 'bpchar',
  done: 'boolean',
};
const typed = (values: Record<string, unknown>) =>
  Object.entries(values).map(([name, v]) => ({ name, type: types[name] ?? 'text', value: v }));

/** One change of `notes` as wal2json would write it. */
const change = (action: string, columns?: object, identity?: object, table = 'notes') => ({
  action,
  schema: 'public',
  table,
  timestamp: '2000-01-01 08:01:01.000001+00',
  pk: table === 'keyless' ? [] : [{ name: 'id', type: 'integer' }],
  ...(columns && { columns: typed({ ...columns }) }),
  ...(identity && { identity: typed({ ...identity }) }),
});

async function apply(wal: object, max?: number, client = db) {
  const { rows } = await client.query(
    `select wal, is_rls_enabled as rls, subscription_ids::text[] as ids, errors
     from realtime.apply_rls($1, coalesce($2, 1024 * 1024))`,
    [wal, max],
  );
  return rows;
}

describe('a subscription', () => {
  const refused: [string, Wanted, RegExp][] = [
    ['an unknown column', { filters: [['nope', 'eq', '1']] }, /invalid column for filter nope/],
    ['a hidden column', { filters: [['secret', 'eq', '1']] }, /invalid column for filter secret/],
    ['a value of another type', { filters: [['id', 'eq', 'x']] }, /invalid input syntax/],
    [
      'too many values',
      { filters: [['id', 'in', `{${[...Array(101).keys()]}}`]] },
      /too many values for `in` filter. Maximum 100/,
    ],
    ['is something', { filters: [['id', 'is', 'x; drop']] }, /invalid value for is filter/],
    ['is true of a number', { filters: [['id', 'is', 'true']] }, /requires a boolean column/],
    ['like on a number', { filters: [['id', 'like', '1']] }, /requires a text-compatible column/],
    ['a broken pattern', { filters: [['body', 'match', '(']] }, /invalid regular expression/],
    ['a trailing escape', { filters: [['body', 'like', 'a\\']] }, /must not end with an escape/],
    ['no columns', { columns: [] }, /selected_columns cannot be empty/],
    ['a hidden selected column', { columns: ['secret'] }, /invalid column for select secret/],
    ['an unknown role', { role: 'nobody' }, /role "nobody" does not exist/],
    ['an unknown action', { action: 'TRUNCATE' }, /subscription_action_filter_check/],
  ];
  it.each(refused)('is refused for %s', async (_, wanted, message) => {
    await expect(subscribe(wanted)).rejects.toThrow(message);
  });

  it('is known again in whatever order it is written', async () => {
    const filters = [
      ['id', 'gt', '0'],
      ['body', 'eq', 'x', true],
    ];
    await subscribe({ filters, columns: ['id', 'body'] });
    const again = subscribe({ filters: filters.reverse(), columns: ['body', 'id'] });
    expect(await failure(again)).toBe('23505');
  });

  it('is seen by its own person alone', async () => {
    await subscribe();
    await subscribe({ id: watcher2, sub: bob });
    await db.query('set local role authenticated');
    await db.query(`select set_config('request.jwt.claims', $1, true)`, [{ sub: bob }]);
    const { rows } = await db.query('select subscription_id from realtime.subscription');
    expect(rows).toEqual([{ subscription_id: watcher2 }]);
    await db.query('set local role anon');
    expect(await value(db, 'select count(*)::int from realtime.subscription')).toBe(0);
  });
});

describe('apply_rls', () => {
  it('sends a new row to who may read it, without hidden columns', async () => {
    await subscribe();
    await subscribe({ id: watcher2, sub: bob });
    expect(await apply(change('I', row))).toEqual([
      {
        wal: {
          schema: 'public',
          table: 'notes',
          type: 'INSERT',
          commit_timestamp: '2000-01-01T08:01:01.000Z',
          columns: [
            { name: 'id', type: 'int4' },
            { name: 'owner', type: 'uuid' },
            { name: 'body', type: 'text' },
            { name: 'kind', type: 'bpchar' },
            { name: 'done', type: 'bool' },
          ],
          record: { id: 1, owner: ada, body: 'hello', kind: 'abc', done: true },
        },
        rls: true,
        ids: [watcher],
        errors: [],
      },
    ]);
  });

  it('asks nobody but the people whom a row can concern, where they are named', async () => {
    await subscribe();
    const told = async (people: string) => {
      await db.query(`select set_config('realtime.people', $1, true)`, [people]);
      return (await apply(change('I', row))).flatMap(({ ids }) => ids);
    };
    expect(await told(`{${bob},${ada}}`)).toEqual([watcher]);
    expect(await told(`{${bob}}`)).toEqual([]);
    expect(await told('{}')).toEqual([]);
    expect(await told('')).toEqual([watcher]);
  });

  it('completes an update with unchanged TOAST values and tells the old key', async () => {
    await subscribe({ filters: [['body', 'eq', 'hello']] });
    const { body: _, ...rest } = row;
    const [got] = await apply(change('U', rest, row));
    expect(got.wal.record.body).toBe('hello');
    expect(got.ids).toEqual([watcher]);
    const [keyed] = await apply(change('U', row, { id: 1 }));
    expect(keyed.wal.old_record).toEqual({ id: 1 });
  });

  it('announces a deleted row by its key alone, to filters too', async () => {
    await subscribe();
    await subscribe({ id: watcher2, filters: [['body', 'eq', 'hello']] });
    const [got] = await apply(change('D', undefined, row));
    expect(got.wal.type).toBe('DELETE');
    expect(got.wal.old_record).toEqual({ id: 1 });
    expect(got.wal).not.toHaveProperty('record');
    expect(got.ids).toEqual([watcher]);
  });

  it('tells all of a deleted row where there is no row level security', async () => {
    await subscribe({ entity: 'open', filters: [['body', 'eq', 'x']] });
    const [got] = await apply(change('D', undefined, { id: 2, body: 'x' }, 'open'));
    expect(got).toMatchObject({ rls: false, ids: [watcher] });
    expect(got.wal.old_record).toEqual({ id: 2, body: 'x' });
  });

  it('gives each choice of columns its own answer, with the key', async () => {
    await subscribe();
    await subscribe({ id: watcher2, columns: ['body'] });
    const rows = await apply(change('I', row));
    expect(rows.map((r) => [r.ids, Object.keys(r.wal.record)])).toEqual([
      [[watcher], ['id', 'body', 'done', 'kind', 'owner']],
      [[watcher2], ['id', 'body']],
    ]);
    expect(rows[1].wal.columns.map((c: { name: string }) => c.name)).toEqual(['id', 'body']);
  });

  it('asks for the action that was subscribed to', async () => {
    await subscribe({ action: 'UPDATE' });
    expect(await apply(change('I', row))).toEqual([]);
    expect(await apply(change('T'))).toEqual([]);
    expect(await apply(change('I', row, undefined, 'gone'))).toEqual([]);
  });

  it('says 413 and keeps short values', async () => {
    await subscribe();
    const [got] = await apply(change('I', { ...row, body: 'x'.repeat(200) }), 300);
    expect(got.errors).toEqual(['Error 413: Payload Too Large']);
    expect(got.wal.record).toEqual({ id: 1, owner: ada, kind: 'abc', done: true });
    expect(got.ids).toEqual([watcher]);
  });

  it('says 400 without a primary key', async () => {
    await subscribe({ entity: 'keyless' });
    expect(await apply(change('I', { a: '1' }, undefined, 'keyless'))).toEqual([
      {
        wal: { schema: 'public', table: 'keyless', type: 'INSERT' },
        rls: false,
        ids: [watcher],
        errors: ['Error 400: Bad Request, no primary key'],
      },
    ]);
  });

  it('says 401 where the key is not readable, for a deleted row too', async () => {
    await subscribe();
    await db.query('revoke select (id) on notes from authenticated');
    for (const wal of [change('I', row), change('D', undefined, row)]) {
      const [got] = await apply(wal);
      expect(got.errors).toEqual(['Error 401: Unauthorized']);
      expect(got.wal).not.toHaveProperty('columns');
    }
  });

  it('leaves role, claims and prepared statements as they were', async () => {
    await subscribe();
    const login = await cluster.connect('postgres', 'authenticator');
    await db.query('commit');
    await login.query(`set role service_role; set request.jwt.claims = '{"sub":"me"}'`);
    const [got] = await apply(change('I', row), undefined, login);
    expect(got.ids).toEqual([watcher]);
    expect(await value(login, 'select current_user::text')).toBe('service_role');
    expect(await value(login, `select current_setting('request.jwt.claims')`)).toBe('{"sub":"me"}');
    await db.query('delete from realtime.subscription');
  });

  it('is not stopped by a person whose claims a policy chokes on', async () => {
    await subscribe({ sub: 'no uuid' });
    await subscribe({ id: watcher2 });
    expect((await apply(change('I', row)))[0].ids).toEqual([watcher2]);
  });

  it('does not let an older claim setting stand in for the subscriber', async () => {
    await db.query(`alter policy own on notes using (owner = coalesce(
      nullif(current_setting('request.jwt.claim.sub', true), ''),
      current_setting('request.jwt.claims')::jsonb ->> 'sub')::uuid)`);
    await db.query(`select set_config('request.jwt.claim.sub', $1, true)`, [ada]);
    await subscribe({ sub: bob });
    expect((await apply(change('I', row)))[0].ids).toEqual([]);
    expect(await value(db, `select current_setting('request.jwt.claim.sub')`)).toBe(ada);
  });

  it('shows nothing to a filter on null, nor to one whose column lost its grant', async () => {
    await subscribe({ filters: [['body', 'eq', 'hello', true]] });
    expect((await apply(change('I', { ...row, body: null })))[0].ids).toEqual([]);
    await db.query('revoke select (body) on notes from authenticated');
    expect((await apply(change('I', { ...row, body: 'other' })))[0].ids).toEqual([]);
  });
});

it('names are escaped for wal2json', async () => {
  await db.query('create table "a, b.c" ()');
  expect(await value(db, `select realtime.quote_wal2json('"a, b.c"')`)).toBe('public.a\\,\\ b\\.c');
});
