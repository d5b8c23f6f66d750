import type pg from 'pg';
import type { TableSpec } from './tables.ts';

export interface Column {
  name: string;
  /** Without its length: `character varying`. */
  type: string;
  /** The most characters of a varchar, or null. */
  length: number | null;
  notNull: boolean;
  /** SQL of the default, or null. */
  fallback: string | null;
  generated: boolean;
  /** The labels of an enum, or null. */
  labels: string[] | null;
}

/** A reference of one column, or of one column beside the sharer that both rows share. */
export interface Reference {
  column: string;
  parentSchema: string;
  parent: string;
  sharer: boolean;
}

/** The columns of a table, none where it does not exist. */
export async function readColumns(client: pg.Client, table: TableSpec): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       case when a.atttypid = 'varchar'::regtype and a.atttypmod > 4 then a.atttypmod - 4 end as length,
       a.attnotnull as "notNull", a.attgenerated <> '' as generated,
       case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as fallback,
       (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_catalog.pg_enum e
        where e.enumtypid = a.atttypid) as labels
     from pg_catalog.pg_attribute a
     left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
     order by a.attnum`,
    [nameOf(table)],
  );
  return rows;
}

/** What the target's foreign keys say of a table. */
export async function readReferences(client: pg.Client, table: TableSpec): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select a.attname as column, n.nspname as "parentSchema", p.relname as parent,
       cardinality(c.conkey) > 1 as sharer
     from pg_catalog.pg_constraint c
     join pg_catalog.pg_class p on p.oid = c.confrelid
     join pg_catalog.pg_namespace n on n.oid = p.relnamespace
     join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.conrelid = to_regclass($1) order by c.conname`,
    [nameOf(table)],
  );
  return rows;
}

/** Nullable columns that are unique by themselves. */
export async function readUnique(client: pg.Client, table: TableSpec): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname as name from pg_catalog.pg_index i
     join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = to_regclass($1) and i.indisunique and i.indnkeyatts = 1
       and i.indpred is null and not a.attnotnull order by a.attname`,
    [nameOf(table)],
  );
  return [...new Set([...rows.map((row) => row.name), ...table.unique])];
}

/** The table as SQL. */
export const nameOf = ({ schema, name }: { schema: string; name: string }): string =>
  `${schema}.${quote(name)}`;

/** The table as people read it. */
export const titleOf = ({ schema, name }: { schema: string; name: string }): string =>
  schema === 'public' ? name : `${schema}.${name}`;

/** The id of a row, which notes and merges go by, as SQL over its key as text. */
export const rowId = ({ key }: { key: string[] }): string =>
  key.map((name) => `coalesce(${quote(name)}, '?')`).join(` || '/' || `);

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
