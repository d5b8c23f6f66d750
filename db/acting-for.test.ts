import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  labelOf,
  makeWorld,
  openPersonas,
  type Personas,
  people,
  rows,
} from './testing/personas.ts';

// `other` tells stories, looks after those of `owner`, and listens to them.
let db: TestDatabase;
let callers: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  await db.sql`update public."ProfileExecutor" set "executorId" = ${people.other}
    where id = ${rows.executorRow}`;
  await db.sql`insert into public."ProfileListener" ("listenerId", "sharerId")
    values (${people.other}, ${rows.sharer})`;
  callers = openPersonas(db);
});
afterAll(async () => {
  await callers.close();
  await db.drop();
});

const predicates = [
  'owned_sharers',
  'executed_sharers',
  'managed_sharers',
  'followed_sharers',
  'heard_sharers',
  'told_sharers',
  'executed_owners',
] as const;

async function asked(actingFor: string | null) {
  return callers.as('other', async (sql) => {
    await sql`select set_config('telloom.acting_for', ${actingFor ?? ''}, true)`;
    const all: Record<string, string> = {};
    for (const name of predicates) {
      const ids = await sql<{ id: string }>`
        select unnest(case ${name}::text
          when 'owned_sharers' then private.owned_sharers()
          when 'executed_sharers' then private.executed_sharers()
          when 'managed_sharers' then private.managed_sharers()
          when 'followed_sharers' then private.followed_sharers()
          when 'heard_sharers' then private.heard_sharers()
          when 'told_sharers' then private.told_sharers()
          when 'executed_owners' then private.executed_owners() end) as id`;
      all[name] = [...new Set(ids.map(({ id }) => labelOf(id)))].sort().join(' ');
    }
    return all;
  });
}

describe('whom a transaction is about', () => {
  it('as oneself: everybody one is tied to, and one tells one’s own', async () => {
    expect(await asked(null)).toEqual({
      owned_sharers: 'otherSharer',
      executed_sharers: 'sharer',
      managed_sharers: 'otherSharer sharer',
      followed_sharers: 'sharer',
      heard_sharers: 'otherSharer sharer',
      told_sharers: 'otherSharer',
      executed_owners: 'owner',
    });
  });

  it('acting for somebody: that one, and not even oneself', async () => {
    expect(await asked(rows.sharer)).toEqual({
      owned_sharers: '',
      executed_sharers: 'sharer',
      managed_sharers: 'sharer',
      followed_sharers: '',
      heard_sharers: 'sharer',
      told_sharers: 'sharer',
      executed_owners: 'owner',
    });
  });

  it('naming somebody gives nothing: of whom one does not look after, nothing is left', async () => {
    const nothing = Object.fromEntries(predicates.map((name) => [name, '']));
    expect(await asked(rows.newRow)).toEqual(nothing);
    // one's own is told as oneself, and not like somebody else's
    expect(await asked(rows.otherSharer)).toEqual(nothing);
  });
});
