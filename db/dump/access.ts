import type pg from 'pg';
import { ourSchemas, section, statementsByOwner } from './section.ts';

/** Who may enter which schema at all, and what new objects of public are born with. */
export async function dumpAccess(client: pg.Client): Promise<string[]> {
  const usage = await statementsByOwner(
    client,
    `select 'usage' as owner, format('grant %s on schema %I to %s;',
        string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), n.nspname,
        case when a.grantee = 0 then 'public' else quote_ident(a.grantee::regrole::text) end) as statement
      from pg_catalog.pg_namespace n, aclexplode(n.nspacl) a
      where n.nspname in (${ourSchemas}) and a.grantee <> n.nspowner
        -- everybody's usage of public comes with PostgreSQL, whoever owns it
        and not (n.nspname = 'public' and a.grantee = 0)
      group by n.nspname, a.grantee
      order by n.nspname, a.grantee::regrole::text collate "C"`,
  );
  return [section('schemas', usage.get('usage') ?? [])];
}

/**
 * The query of grants on tables and views (`relation`), columns and functions, the owner's own
 * left out. Privileges of one role on one object are one statement.
 */
export const grantsQuery = `
  with held as (
    select c.oid, a.grantee, lower(a.privilege_type) as privilege, null as columns
    from pg_catalog.pg_class c, aclexplode(c.relacl) a where a.grantee <> c.relowner
    union all
    select c.oid, a.grantee, lower(a.privilege_type),
      string_agg(quote_ident(t.attname), ', ' order by t.attnum)
    from pg_catalog.pg_class c
    join pg_catalog.pg_attribute t on t.attrelid = c.oid and not t.attisdropped,
      aclexplode(t.attacl) a
    where a.grantee <> c.relowner
    group by c.oid, a.grantee, a.privilege_type
  )
  select h.oid::text as owner, format('grant %s on %s to %s;',
    string_agg(h.privilege || coalesce(' (' || h.columns || ')', ''), ', '
      order by h.columns is not null, h.privilege),
    h.oid::regclass,
    case when h.grantee = 0 then 'public' else quote_ident(h.grantee::regrole::text) end) as statement
  from held h join pg_catalog.pg_class c on c.oid = h.oid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in (${ourSchemas})
  group by h.oid, h.grantee
  order by h.oid, h.grantee::regrole::text collate "C"`;
