import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  failure,
  type PlatformCluster,
  platformFile,
  platformFiles,
  startCluster,
  value,
} from './testing.ts';

const roles = platformFile('roles.sql');

describe('roles.sql made by a superuser', () => {
  let cluster: PlatformCluster;
  let first: pg.Client;
  let second: pg.Client;

  beforeAll(async () => {
    cluster = await startCluster();
    first = await cluster.connect('postgres');
    await first.query('create database other');
    second = await cluster.connect('other');
  });
  afterAll(() => cluster.stop());

  /** Runs the file in both databases so that the second waits for the first one's commit. */
  async function both(): Promise<void> {
    await first.query('begin');
    await first.query(roles);
    const waiting = second.query(roles);
    const blocked = 'select exists (select from pg_locks where not granted)';
    while ((await value(first, blocked)) !== true);
    await first.query('commit');
    await waiting;
  }

  it('runs in two databases of a new cluster at once', both);

  it('runs at once where the roles exist and the memberships do not', async () => {
    await first.query('revoke anon, authenticated, service_role from authenticator');
    await both();
    const may = `select bool_and(pg_has_role('authenticator', r, 'MEMBER'))
      from unnest(array['anon', 'authenticated', 'service_role']) r`;
    expect(await value(first, may)).toBe(true);
  });

  it('changes nothing when it runs again', async () => {
    const before = await catalogue(first);
    await first.query(roles);
    expect(await catalogue(first)).toEqual(before);
  });

  it('gives the roles the attributes that the access rules rest on', async () => {
    const { rows } = await first.query(
      `select rolname, rolcanlogin, rolinherit, rolbypassrls from pg_roles
       where rolname !~ '^pg_' and rolname <> 'postgres' order by 1`,
    );
    const role = (rolname: string, login: boolean, inherit: boolean, bypass: boolean) => ({
      rolname,
      rolcanlogin: login,
      rolinherit: inherit,
      rolbypassrls: bypass,
    });
    expect(rows).toEqual([
      role('anon', false, true, false),
      role('authenticated', false, true, false),
      role('authenticator', true, false, false),
      role('service_role', false, true, true),
      role('supabase_auth_admin', true, false, false),
      role('supabase_realtime_admin', false, false, false),
      role('supabase_storage_admin', false, false, false),
    ]);
  });

  it('lets the login become a role, and do nothing before', async () => {
    await first.query('create table kept (a int); grant select on kept to anon, service_role');
    const login = await cluster.connect('postgres', 'authenticator');
    expect(await failure(login.query('select * from kept'))).toBe('42501');
    await login.query('set role anon');
    expect(await failure(login.query('select * from kept'))).toBe('none');
    expect(await failure(login.query('create table public.mine ()'))).toBe('42501');
  });

  it('does not open new tables to anybody', async () => {
    await first.query('create table closed (a int)');
    expect(await value(first, `select has_table_privilege('anon', 'closed', 'select')`)).toBe(
      false,
    );
  });

  it('refuses roles that stand above the rules', async () => {
    await first.query('alter role authenticated bypassrls');
    await expect(first.query(roles)).rejects.toThrow('authenticated is above row level security');
    await first.query('alter role authenticated nobypassrls');
  });
});

describe('the platform made by an owner who is no superuser', () => {
  let cluster: PlatformCluster;
  let admin: pg.Client;
  let owner: pg.Client;

  beforeAll(async () => {
    cluster = await startCluster();
    admin = await cluster.connect('postgres');
    await admin.query('create role plain login createrole');
    await admin.query('create database home owner plain');
    owner = await cluster.connect('home', 'plain');
  });
  afterAll(() => cluster.stop());

  it('says what a superuser must do, and works once that is done', async () => {
    // made by somebody else, so from PostgreSQL 16 on it is not for the owner to grant
    await admin.query('create role supabase_storage_admin nologin noinherit');
    const hints = await obey(owner, admin);
    expect(hints[0]).toBe('create role service_role nologin bypassrls admin plain;');
    for (const file of platformFiles) await owner.query(platformFile(file));
  });

  it('leaves the owner able to write policies on what others own', async () => {
    await owner.query('create policy p on storage.objects for select to anon using (true)');
    await owner.query('create policy p on realtime.messages for select to anon using (true)');
    await owner.query('create table notes (a int primary key)');
    await owner.query('alter publication supabase_realtime add table notes');
    expect(await failure(owner.query('select * from realtime.subscription'))).toBe('none');
  });

  it('finds nothing to do the second time', async () => {
    await owner.query(roles);
  });
});

/** Runs roles.sql as the owner and does what its hints say, until it has none. */
async function obey(owner: pg.Client, admin: pg.Client): Promise<string[]> {
  const hints: string[] = [];
  for (;;) {
    const hint = await owner.query(roles).then(
      () => '',
      (error: pg.DatabaseError) => error.hint ?? error.message,
    );
    if (hint === '') return hints;
    const command = hint.replace('Run once as a superuser: ', '');
    expect(hints).not.toContain(command);
    hints.push(command);
    await admin.query(command);
  }
}

/** What roles.sql writes, with the row versions, so that a rewrite of equal values shows too. */
async function catalogue(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query(
    `select 'role', rolname::text, xmin::text from pg_authid
     union all select 'member', roleid::regrole || ' ' || member::regrole, xmin::text from pg_auth_members
     union all select 'schema', nspname, xmin::text from pg_namespace
     union all select 'extension', extname, xmin::text from pg_extension
     order by 1, 2`,
  );
  return rows;
}
