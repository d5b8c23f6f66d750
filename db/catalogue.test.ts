import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectedColumns,
  expectedEnums,
  expectedFunctions,
  expectedTriggers,
  ownTables,
  privateTables,
} from './catalogue/expected.ts';
import { businessTables } from './catalogue/expected-business.ts';
import { peopleTables } from './catalogue/expected-people.ts';
import { storiesTables } from './catalogue/expected-stories.ts';
import { type CatalogueColumn, readColumns } from './catalogue/read.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

const expectedTables = { ...peopleTables, ...storiesTables, ...businessTables };

let db: TestDatabase;
let columns: CatalogueColumn[];
beforeAll(async () => {
  db = await testDatabase();
  columns = await readColumns(db.sql);
});
afterAll(() => db.drop());

describe.each(Object.entries(expectedTables))('public.%s', (table, notation) => {
  const expected = expectedColumns(notation);
  const actual = () => columns.filter((column) => column.table === table);
  const find = (name: string) => actual().find((column) => column.name === name);

  it('has every column with its type', () => {
    expect(expected.map(({ name }) => [name, find(name)?.type])).toEqual(
      expected.map(({ name, type }) => [name, type]),
    );
  });

  it('has the defaults, unique columns and references of the data model', () => {
    for (const column of expected) {
      const there = find(column.name);
      expect(there, column.name).toMatchObject({
        ...(column.nullable && { nullable: true }),
        ...(column.unique && { unique: true }),
      });
      if (column.references) expect(there?.references?.split(' ')).toContain(column.references);
      if (column.default) {
        expect(there?.default?.replace(/^'(.*)'::.*$/, '$1'), column.name).toBe(column.default);
      }
    }
  });

  it('can be filled from the columns of the data model alone', () => {
    const names = new Set(expected.map(({ name }) => name));
    const needed = actual().filter((column) => !column.nullable && column.default === null);
    expect(needed.filter((column) => !names.has(column.name))).toEqual([]);
  });
});

it('has no table that is not listed', async () => {
  const tables = await db.sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f') and n.nspname in ('public', 'private', 'api')
    order by c.relname collate "C"`;
  const of = (schema: string) => tables.filter((t) => t.schema === schema).map((t) => t.name);
  expect(of('public')).toEqual([...Object.keys(expectedTables), ...ownTables].sort());
  expect(of('private')).toEqual(privateTables);
  expect(of('api')).toEqual([]);
});

it('makes ids and times by itself', () => {
  const without = columns
    .filter((column) => ['id', 'createdAt', 'updatedAt'].includes(column.name))
    .filter((column) => column.table !== '_prisma_migrations' && column.default === null);
  expect(without).toEqual([]);
});

it('keeps "updatedAt" by a trigger wherever there is one', async () => {
  const touched = await db.sql<{ table: string }>`
    select distinct c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_proc p on p.oid = t.tgfoid where p.proname in ('touch', 'handle_profile_updated')
      and c.relnamespace = 'public'::regnamespace order by 1`;
  const wanted = columns.filter(({ name }) => name === 'updatedAt').map(({ table }) => table);
  expect(touched.map(({ table }) => table)).toEqual(wanted);
});

it.each(Object.entries(expectedEnums))('enum %s', async (name, labels) => {
  const rows = await db.sql<{ label: string }>`
    select e.enumlabel as label from pg_enum e join pg_type t on t.oid = e.enumtypid
    where t.typname = ${name} and t.typnamespace = 'public'::regnamespace order by e.enumsortorder`;
  const actual = rows.map(({ label }) => label);
  const expected = labels.split(' ');
  if (expected.at(-1) === '…') {
    const named = expected.slice(0, -1);
    expect(actual.filter((label) => named.includes(label))).toEqual(named);
  } else {
    expect(actual).toEqual(expected);
  }
});

it('has no enum that is not listed', async () => {
  const rows = await db.sql<{ name: string }>`
    select typname as name from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`;
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(expectedEnums).sort());
});

it.each(Object.entries(expectedTriggers))('trigger %s', async (name, expected) => {
  const [trigger] = await db.sql<{ text: string }>`
    select concat_ws(' ', n.nspname || '.' || c.relname,
      case when t.tgtype & 2 > 0 then 'BEFORE' else 'AFTER' end,
      case when t.tgtype & 4 > 0 then 'INSERT' end, case when t.tgtype & 16 > 0 then 'UPDATE' end,
      fn.nspname || '.' || p.proname) as text
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_proc p on p.oid = t.tgfoid join pg_namespace fn on fn.oid = p.pronamespace
    where t.tgname = ${name} and t.tgenabled = 'O'`;
  for (const word of expected.split(' ')) expect(trigger?.text.split(' ')).toContain(word);
});

it.each(expectedFunctions)('function %s', async (signature) => {
  const [row] = await db.sql`select to_regprocedure(${signature}) is not null as there`;
  expect(row).toEqual({ there: true });
});
