import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MigrateError, migrate } from './migrate.ts';
import { type TestCluster, testCluster } from './testing/cluster.ts';
import { readSchema } from './write-schema.ts';

// A cluster of its own: roles are the whole cluster's, and here it matters who made them.
let cluster: TestCluster;
let versions: string[];
beforeAll(async () => {
  cluster = await testCluster();
  const files = await readdir(new URL('../supabase/migrations/', import.meta.url));
  versions = files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, 14))
    .sort();
});
afterAll(() => cluster.stop());

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The address of a new, empty database. */
async function emptyDatabase(name: string, { url } = cluster, owner = 'postgres'): Promise<string> {
  await query(url, `create database ${name} owner ${owner}`);
  return addressOf(url, { database: name });
}

function addressOf(base: string, { database, user }: { database?: string; user?: string }): string {
  const url = new URL(base);
  if (database) url.pathname = database;
  if (user) url.username = user;
  return url.href;
}

const applied = async (url: string) =>
  (
    await query(url, 'select version from supabase_migrations.schema_migrations order by version')
  ).map(({ version }) => version);

it('sets up two databases of a new cluster at once', async () => {
  const urls = [await emptyDatabase('first'), await emptyDatabase('second')];
  const results = await Promise.all(urls.map((url) => migrate({ url })));
  expect(results).toEqual([{ applied: versions }, { applied: versions }]);
});

it('runs twice at once on one database, and applies everything once', async () => {
  const url = await emptyDatabase('raced');
  const results = await Promise.all([migrate({ url }), migrate({ url })]);
  expect(results.map((result) => result.applied.length).sort()).toEqual(
    [0, versions.length].sort(),
  );
  expect(await applied(url)).toEqual(versions);
});

describe('a database that is up to date', () => {
  let url: string;
  beforeAll(async () => {
    url = await emptyDatabase('current');
    await migrate({ url });
  });

  it('is left as it is', async () => {
    const log: string[] = [];
    expect(await migrate({ url, log: (line) => log.push(line) })).toEqual({ applied: [] });
    expect(log).toEqual([]);
  });

  it('keeps each migration as Supabase’s CLI does: version, name, statements', async () => {
    const [first] = await query(
      url,
      `select version, name, statements[1] like '%create schema if not exists private%' as whole
       from supabase_migrations.schema_migrations order by version limit 1`,
    );
    expect(first).toEqual({ version: versions[0], name: 'base_schemas', whole: true });
  });

  it('that a newer Telloom made is refused, and left as it is', async () => {
    const later = '29991231235959';
    const listed = `supabase_migrations.schema_migrations`;
    await query(url, `insert into ${listed} (version, name) values ('${later}', 'from_later')`);
    const before = await applied(url);
    await expect(migrate({ url })).rejects.toThrow(MigrateError);
    await expect(migrate({ url })).rejects.toThrow(later);
    expect(await applied(url)).toEqual(before);
    await query(url, `delete from ${listed} where version = '${later}'`);
  });

  it('that was set up by another draft of a file is refused, and left as it is', async () => {
    const listed = `supabase_migrations.schema_migrations`;
    const change = `update ${listed} set statements = array[statements[1] || '-- a draft']
      where version = '${versions[3]}'`;
    await query(url, change);
    await expect(migrate({ url })).rejects.toThrow(
      /set up by another draft of \d{14}_\w+\.sql: start with an empty one/,
    );
    await query(url, `update ${listed} set statements = null where version = '${versions[3]}'`);
    expect(await migrate({ url })).toEqual({ applied: [] });
  });
});

it('stops at a migration that fails, names it, and goes on from there', async () => {
  const url = await emptyDatabase('broken');
  await query(url, 'create table public."Profile" (id int)');
  await expect(migrate({ url })).rejects.toMatchObject({
    code: '42P07',
    message: expect.stringMatching(/^\d{14}_people_tables\.sql: /),
  });
  expect(await applied(url)).toEqual(versions.slice(0, 1));
  await query(url, 'drop table public."Profile"');
  expect(await migrate({ url })).toEqual({ applied: versions.slice(1) });
});

it('takes back what Supabase opens to everybody by default', async () => {
  const url = await emptyDatabase('supabase');
  // https://supabase.com/docs/guides/api/securing-your-api
  for (const kind of ['tables', 'functions', 'sequences']) {
    await query(
      url,
      `alter default privileges in schema public grant all on ${kind} to anon, authenticated, service_role`,
    );
  }
  await migrate({ url });
  const other = await emptyDatabase('plain');
  await migrate({ url: other });
  expect((await readSchema(url)).schema).toBe((await readSchema(other)).schema);
});

it('is run by an owner that is no superuser', async () => {
  const own = await testCluster();
  try {
    const { password } = new URL(own.url);
    // Only a superuser makes a role that is above policies; roles.sql says so in its hint.
    await query(own.url, `create role keeper login createrole password '${password}'`);
    await query(own.url, 'create role service_role nologin bypassrls admin keeper');
    const database = await emptyDatabase('modest', own, 'keeper');
    const url = addressOf(database, { user: 'keeper' });
    expect(await migrate({ url })).toEqual({ applied: versions });
    expect(await migrate({ url })).toEqual({ applied: [] });
    const id = '00000000-0000-4000-8000-000000000001';
    await query(url, `insert into auth.users (id, email) values ('${id}', 'a@example.org')`);
    expect(await query(url, 'select id, email from public."Profile"')).toEqual([
      { id, email: 'a@example.org' },
    ]);
  } finally {
    await own.stop();
  }
});

it('says what a superuser must do once, where the owner may not', async () => {
  const own = await testCluster();
  try {
    const { password } = new URL(own.url);
    await query(own.url, `create role keeper login password '${password}'`);
    const database = await emptyDatabase('poor', own, 'keeper');
    await expect(migrate({ url: addressOf(database, { user: 'keeper' }) })).rejects.toMatchObject({
      code: '42501',
      hint: expect.stringContaining('Run once as a superuser: create role'),
    });
  } finally {
    await own.stop();
  }
});
