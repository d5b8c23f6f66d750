import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type TestCluster, testCluster } from './testing/cluster.ts';
import { readSchema } from './write-schema.ts';

/**
 * A project as Supabase sets it up: the platform belongs to the platform's roles, and migrations
 * run as a `postgres` that is no superuser and holds what Supabase grants it
 * (https://supabase.com/docs/guides/database/postgres/roles). One thing is stood in for: there
 * the extension supautils lets `postgres` put policies on storage.objects and realtime.messages;
 * here it is a member of the roles that own them.
 */
let cluster: TestCluster;
let admin: pg.Client;
let url: string;
let before: string[];

const platform = [
  'roles',
  'auth',
  'storage',
  'pgsodium',
  'vault',
  'realtime',
  'realtime-rls',
  'realtime-broadcast',
];

/** Every object of the platform's schemas with its definition, as far as the catalogue knows it. */
async function fingerprint(): Promise<string[]> {
  const { rows } = await admin.query<{ line: string }>(`
    select format('%s %s %s %s', n.nspname, c.relname, c.relkind, c.relacl) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('auth', 'storage', 'vault', 'pgsodium', 'realtime')
    union all
    select format('%s %s %s', n.nspname, p.oid::regprocedure, md5(pg_get_functiondef(p.oid)))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('auth', 'storage', 'vault', 'pgsodium', 'realtime')
    order by 1`);
  return rows.map((row) => row.line);
}

beforeAll(async () => {
  cluster = await testCluster();
  const superuser = new pg.Client({ connectionString: cluster.url });
  await superuser.connect();
  const password = randomBytes(12).toString('hex');
  await superuser.query(`
    create role sb_postgres login createdb createrole replication bypassrls password '${password}'`);
  await superuser.query('create database project owner sb_postgres');
  await superuser.end();
  const address = new URL(cluster.url);
  address.pathname = 'project';
  admin = new pg.Client({ connectionString: address.href });
  await admin.connect();
  for (const name of platform) {
    await admin.query(await readFile(new URL(`./platform/${name}.sql`, import.meta.url), 'utf8'));
  }
  await admin.query(`
    grant anon, authenticated, service_role, supabase_storage_admin, supabase_realtime_admin
      to sb_postgres with admin option;
    grant usage, create on schema extensions to sb_postgres;
    grant usage on schema auth, storage, realtime, vault to sb_postgres;
    grant all on auth.users to sb_postgres;
    grant all on storage.objects, storage.buckets to sb_postgres with grant option;
    alter default privileges for role sb_postgres in schema public
      grant all on tables to anon, authenticated, service_role;
    alter default privileges for role sb_postgres in schema public
      grant all on functions to anon, authenticated, service_role;
    alter default privileges for role sb_postgres in schema public
      grant all on sequences to anon, authenticated, service_role;`);
  address.username = 'sb_postgres';
  address.password = password;
  url = address.href;
  before = await fingerprint();
});
afterAll(async () => {
  await admin.end();
  await cluster.stop();
});

test('the same migrations apply, untouched, as a role that is no superuser', async () => {
  const { applied } = await migrate({ url });
  expect(applied.length).toBeGreaterThan(10);
  expect(await migrate({ url })).toEqual({ applied: [] });
});

test('the schema is the same to the letter, whatever Supabase gives to everybody', async () => {
  const committed = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  expect((await readSchema(url)).schema).toBe(committed);
});

test('nothing is made or changed in the platform’s schemas, but rights for admins on files', async () => {
  const after = await fingerprint();
  const changed = after.filter((line) => !before.includes(line));
  expect(changed.every((line) => /^storage (objects|buckets) /.test(line))).toBe(true);
  expect(after).toHaveLength(before.length);
});

test('a person who signs up there has a profile, and nobody else’s', async () => {
  const id = '00000000-0000-4000-8000-00000000000a';
  await admin.query('insert into auth.users (id, email) values ($1, $2)', [id, 'rosa@example.org']);
  await admin.query('begin');
  await admin.query(`set local role authenticated`);
  await admin.query(`select set_config('request.jwt.claims', $1, true)`, [
    JSON.stringify({ sub: id }),
  ]);
  const { rows } = await admin.query('select email from public."Profile"');
  await admin.query('rollback');
  expect(rows).toEqual([{ email: 'rosa@example.org' }]);
});
