import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

async function whoAmI(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query('select session_user, current_database() as database');
  await client.end();
  expect(rows[0].database).toBe(db.name);
  return rows[0].session_user;
}

it('gives a migrated database with a login for each part', async () => {
  expect(await db.sql`select count(*)::int as n from public."Prompt" where false`).toEqual([
    { n: 0 },
  ]);
  expect(await whoAmI(db.ownerUrl)).toBe('postgres');
  expect(await whoAmI(db.apiUrl)).toBe('authenticator');
  expect(await whoAmI(db.authUrl)).toBe('supabase_auth_admin');
});

it('passes values as parameters', async () => {
  expect(await db.sql`select ${"it's"}::text as a, ${2}::int as b`).toEqual([{ a: "it's", b: 2 }]);
});

it('reads letters beyond ASCII as words, which full text search needs', async () => {
  const [row] = await db.sql`
    select to_tsvector('simple', '“Ébène” — ÑANDÚ')::text as words, lower('ÉÑ') as lower`;
  expect(row).toEqual({ words: "'ébène':1 'ñandú':2", lower: 'éñ' });
});
