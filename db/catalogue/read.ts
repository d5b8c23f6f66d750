import type { TestDatabase } from '../testing/database.ts';

type Sql = TestDatabase['sql'];

/** The privileges of a role on tables and views of our schemas, in the notation of grants.ts. */
export async function readGrants(sql: Sql, role: string): Promise<Record<string, string>> {
  const rows = await sql<{ name: string; privileges: string }>`
    with held as (
      select c.oid, a.privilege_type, null as columns
      from pg_class c, aclexplode(c.relacl) a
      where a.grantee = to_regrole(${role})
      union all
      select c.oid, a.privilege_type, string_agg(t.attname, ' ' order by t.attname collate "C")
      from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
      where a.grantee = to_regrole(${role}) and not t.attisdropped
      group by c.oid, a.privilege_type
    )
    select n.nspname || '.' || c.relname as name,
      string_agg(lower(h.privilege_type) || coalesce('(' || h.columns || ')', ''), ' '
        order by h.privilege_type, h.columns) as privileges
    from held h join pg_class c on c.oid = h.oid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'api')
    group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ name, privileges }) => [name, privileges]));
}

export interface CatalogueFunction {
  signature: string;
  definer: boolean;
  /** Or its names were bound when it was made, as in a body that follows the SQL standard. */
  searchPathFixed: boolean;
  comment: string | null;
  /** Who may execute it beside the owner; `public` is everybody. */
  roles: string[];
}

/** The functions of our schemas; those of extensions are left out. */
export async function readFunctions(sql: Sql): Promise<CatalogueFunction[]> {
  return sql<CatalogueFunction>`
    select n.nspname || '.' || p.proname || '(' || coalesce((
        select string_agg(format_type(t, null), ',' order by i)
        from unnest(p.proargtypes) with ordinality as args (t, i)), '') || ')' as signature,
      p.prosecdef as definer,
      coalesce(p.proconfig @> array['search_path=""'], false)
        or (not p.prosecdef and p.prosqlbody is not null) as "searchPathFixed",
      obj_description(p.oid, 'pg_proc') as comment,
      array(
        select case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where a.grantee <> p.proowner
      ) as roles
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private', 'api')
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
      )
    order by (n.nspname || '.' || p.proname) collate "C", p.proargtypes::text`;
}

export interface CatalogueColumn {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  default: string | null;
  unique: boolean;
  references: string | null;
}

/** Every column of the tables of public. */
export async function readColumns(sql: Sql): Promise<CatalogueColumn[]> {
  return sql<CatalogueColumn>`
    select c.relname as table, a.attname as name,
      case when t.typnamespace = 'public'::regnamespace then 'public.' || quote_ident(t.typname)
        else format_type(a.atttypid, a.atttypmod) end as type,
      not a.attnotnull as nullable, pg_get_expr(d.adbin, d.adrelid) as default,
      exists (
        select from pg_index i
        where i.indrelid = c.oid and i.indisunique and i.indnkeyatts = 1
          and i.indkey[0] = a.attnum and i.indpred is null
      ) as unique,
      (
        select string_agg(f.relname, ' ') from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.contype = 'f' and k.conrelid = c.oid and k.conkey[1] = a.attnum
      ) as references
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname, a.attnum`;
}
