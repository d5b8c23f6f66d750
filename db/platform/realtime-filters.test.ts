import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlatformCluster, platformFile, startCluster, value } from './testing.ts';

let cluster: PlatformCluster;
let db: pg.Client;

beforeAll(async () => {
  cluster = await startCluster();
  db = await cluster.connect('postgres');
  for (const file of ['roles.sql', 'realtime.sql']) await db.query(platformFile(file));
});
afterAll(() => cluster.stop());

const ada = '00000000-0000-0000-0000-00000000000a';
/** A row as the operators see it: name, type, value. */
const row = [
  ['id', 'integer', 1],
  ['owner', 'uuid', ada],
  ['body', 'text', 'hello'],
  ['kind', 'bpchar', 'abc'],
  ['done', 'boolean', true],
  ['gone', 'text', null],
  ['at', 'timestamptz', '2026-01-01T12:00:00+00:00'],
];

/** Whether the row passes one filter, or all of several: [column, op, value, negate]. */
const passes = (...filters: (string | boolean)[][]) =>
  value(
    db,
    `select realtime.is_visible_through_filters(
       array(select (c ->> 0, c ->> 1, null, nullif(c -> 2, 'null'), false, true)::realtime.wal_column
         from jsonb_array_elements($1) c),
       array(select (f ->> 0, f ->> 1, f ->> 2, f ->> 3)::realtime.user_defined_filter
         from jsonb_array_elements($2) f))`,
    [JSON.stringify(row), JSON.stringify(filters)],
  );

const filters: [string, string, string, boolean, boolean][] = [
  ['id', 'eq', '1', false, true],
  ['id', 'eq', '1', true, false],
  ['id', 'neq', '1', false, false],
  ['id', 'lt', '2', false, true],
  ['id', 'lte', '1', false, true],
  ['id', 'gt', '1', false, false],
  ['id', 'gte', '2', false, false],
  ['id', 'in', '{1,2}', false, true],
  ['id', 'in', '{1,2}', true, false],
  ['owner', 'eq', ada, false, true],
  ['kind', 'eq', 'axx', false, false], // bpchar: compared whole, not by its first character
  ['body', 'like', 'h%', false, true],
  ['body', 'ilike', 'H%', false, true],
  ['body', 'match', '^h.*o$', false, true],
  ['body', 'imatch', '^H', true, false],
  ['body', 'is', 'null', false, false],
  ['body', 'is', 'null', true, true],
  ['done', 'is', 'true', false, true],
  ['body', 'isdistinct', 'x', false, true],
  ['at', 'eq', '2026-01-01 13:00+01', false, true],
  ['gone', 'eq', 'x', false, false],
  ['gone', 'eq', 'x', true, false], // null is neither
  ['gone', 'is', 'null', false, true],
  ['gone', 'isdistinct', 'x', false, true],
  ['absent', 'eq', 'x', true, false],
];
it.each(filters)('%s %s %s, negated: %s', async (column, op, val, negate, visible) => {
  expect(await passes([column, op, val, negate])).toBe(visible);
});

it('every filter must pass, and none hides nothing', async () => {
  expect(await passes(['id', 'eq', '1'], ['body', 'eq', 'hello'])).toBe(true);
  expect(await passes(['id', 'eq', '1'], ['body', 'eq', 'other'])).toBe(false);
  expect(await passes()).toBe(true);
});

it('the form of the operator without negation is there too', async () => {
  expect(
    await value(db, `select realtime.check_equality_op('in', 'int'::regtype, '2', '{1,2}')`),
  ).toBe(true);
});

it('a value is cast to JSON of its type', async () => {
  const cast = (text: string | null, type: string) =>
    value(db, 'select realtime.cast($1, $2::regtype)', [text, type]);
  expect(await cast('12', 'integer')).toBe(12);
  expect(await cast('{"a": 1}', 'jsonb')).toEqual({ a: 1 });
  expect(await cast('abc', 'bpchar')).toBe('abc');
  expect(await cast('{a,b}', 'text[]')).toEqual(['a', 'b']);
  expect(await cast(null, 'integer')).toBeNull();
});
