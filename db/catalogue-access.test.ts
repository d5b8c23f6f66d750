import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonFunctions, authenticatedFunctions, definerFunctions } from './catalogue/functions.ts';
import { anonGrants, authenticatedGrants, withheldColumns } from './catalogue/grants.ts';
import { type CatalogueFunction, readFunctions, readGrants } from './catalogue/read.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

let db: TestDatabase;
let functions: CatalogueFunction[];
beforeAll(async () => {
  db = await testDatabase();
  functions = await readFunctions(db.sql);
});
afterAll(() => db.drop());

const signatures = (chosen: CatalogueFunction[]) => chosen.map(({ signature }) => signature);
/** Rows that should not be, each with a word on what is wrong. */
const faults = async (query: Promise<{ fault: string }[]>) =>
  (await query).map(({ fault }) => fault);

it('row-level security is on for every table', async () => {
  const open = db.sql<{ fault: string }>`
    select c.oid::regclass::text as fault from pg_class c
    where c.relkind in ('r', 'p') and not c.relrowsecurity
      and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)`;
  expect(await faults(open)).toEqual([]);
});

it('every table of public has a policy for admins, and no policy is for everybody', async () => {
  const without = db.sql<{ fault: string }>`
    select c.oid::regclass::text as fault from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not exists (
      select from pg_policy p where p.polrelid = c.oid
        and p.polroles = array[to_regrole('telloom_admin')]::oid[] and p.polcmd = '*'
        and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
        and pg_get_expr(p.polqual, p.polrelid) = '( SELECT private.i_am_admin() AS i_am_admin)')`;
  expect(await faults(without)).toEqual([]);
  const forAll = db.sql<{ fault: string }>`
    select format('%s on %s', polname, polrelid::regclass) as fault from pg_policy
    where 0 = any (polroles) or not polpermissive`;
  expect(await faults(forAll)).toEqual([]);
});

it('clients have one policy for each command, and none for all commands', async () => {
  const doubled = db.sql<{ fault: string }>`
    select format('%s %s', p.polrelid::regclass, p.polcmd) as fault
    from pg_policy p, unnest(p.polroles) role
    where role = any (array['anon', 'authenticated']::regrole[]::oid[])
      and p.polrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    group by p.polrelid, p.polcmd, role having count(*) > 1 or p.polcmd = '*'`;
  expect(await faults(doubled)).toEqual([]);
});

it('a command that is granted has a policy, and a policy has its grant', async () => {
  const lonely = db.sql<{ fault: string }>`
    with commands (letter, word) as (values ('r', 'SELECT'), ('a', 'INSERT'), ('w', 'UPDATE'), ('d', 'DELETE')),
    state as (
      select c.oid, word,
        has_table_privilege('authenticated', c.oid, word)
          or (word <> 'DELETE' and has_any_column_privilege('authenticated', c.oid, word)) as granted,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd::text = letter
          and to_regrole('authenticated')::oid = any (p.polroles)) as ruled
      from pg_class c, commands
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    )
    select format('%s %s', oid::regclass, word) as fault from state where granted <> ruled`;
  expect(await faults(lonely)).toEqual([]);
});

it('anon holds the questions and topics', async () => {
  expect(await readGrants(db.sql, 'anon')).toEqual(anonGrants);
});

it('authenticated holds what is listed', async () => {
  expect(await readGrants(db.sql, 'authenticated')).toEqual(authenticatedGrants);
});

it('nobody holds anything by way of PUBLIC', async () => {
  const open = db.sql<{ fault: string }>`
    select format('%s: %s', c.oid::regclass, a.privilege_type) as fault
    from pg_class c, aclexplode(c.relacl) a
    where a.grantee = 0 and c.relnamespace::regnamespace::text in ('public', 'private', 'api')
    union all
    select format('schema %s: %s', n.nspname, a.privilege_type)
    from pg_namespace n, aclexplode(n.nspacl) a
    where a.grantee = 0 and n.nspname in ('private', 'api')`;
  expect(await faults(open)).toEqual([]);
  expect(signatures(functions.filter(({ roles }) => roles.includes('public')))).toEqual([]);
});

it('nobody but the owner makes objects in our schemas', async () => {
  const makers = db.sql<{ fault: string }>`
    select format('%s in %s', role, schema) as fault
    from unnest(array['anon', 'authenticated', 'service_role', 'authenticator', 'telloom_admin']) role,
      unnest(array['public', 'private', 'api', 'extensions']) schema
    where has_schema_privilege(role, schema, 'CREATE')`;
  expect(await faults(makers)).toEqual([]);
});

it.each(Object.entries(withheldColumns))(
  '%s holds every table but for single columns',
  async (role, withheld) => {
    const missing = await db.sql<{ name: string; privileges: string }>`
    select name, string_agg(word || '(' || columns || ')', ' ' order by word) as privileges from (
      select 'public.' || c.relname as name, word, string_agg(a.attname, ' ' order by a.attname) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
        unnest(array['select', 'insert', 'update']) word
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and not has_column_privilege(${role}, c.oid, a.attnum, word)
      group by 1, 2
    ) missing group by name`;
    expect(Object.fromEntries(missing.map(({ name, privileges }) => [name, privileges]))).toEqual(
      withheld,
    );
  },
);

it('views run as the caller', async () => {
  const owners = db.sql<{ fault: string }>`
    select c.oid::regclass::text as fault from pg_class c
    where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text in ('public', 'private', 'api')
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)`;
  expect(await faults(owners)).toEqual([]);
});

it('anon may call what is listed', () => {
  expect(signatures(functions.filter(({ roles }) => roles.includes('anon')))).toEqual(
    anonFunctions,
  );
});

it('authenticated may call what is listed', () => {
  const callable = functions.filter(({ roles }) => roles.includes('authenticated'));
  expect(signatures(callable)).toEqual(authenticatedFunctions);
});

it('functions with their owner’s rights are listed, and say why', () => {
  const definers = functions.filter(({ definer }) => definer);
  expect(signatures(definers)).toEqual(definerFunctions);
  const silent = definers.filter(({ comment }) => !/\bDefiner: \S+ \S+/.test(comment ?? ''));
  expect(signatures(silent)).toEqual([]);
});

it('every function has a fixed search_path', () => {
  expect(signatures(functions.filter(({ searchPathFixed }) => !searchPathFixed))).toEqual([]);
});

it('every foreign key has an index that begins with one of its columns', async () => {
  const slow = db.sql<{ fault: string }>`
    select format('%s on %s', k.conname, k.conrelid::regclass) as fault from pg_constraint k
    where k.contype = 'f' and k.connamespace::regnamespace::text in ('public', 'private')
      and not exists (
        select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = any (k.conkey)
          and i.indpred is null)`;
  expect(await faults(slow)).toEqual([]);
});

it('the API’s login owns nothing and inherits nothing', async () => {
  const owned = db.sql<{ fault: string }>`
    select format('%s owns %s', r.rolname, d.objid) as fault
    from pg_shdepend d join pg_roles r on r.oid = d.refobjid
    where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass
      and r.rolname in ('authenticator', 'anon', 'authenticated', 'service_role', 'telloom_admin')
    union all
    select format('%s is above policies', rolname) from pg_roles
    where (rolsuper or rolbypassrls)
      and rolname in ('authenticator', 'anon', 'authenticated', 'telloom_admin')
    union all
    select format('authenticator inherits %s', role)
    from unnest(array['anon', 'authenticated', 'service_role', 'telloom_admin']) role
    where pg_has_role('authenticator', role, 'USAGE')`;
  expect(await faults(owned)).toEqual([]);
});
