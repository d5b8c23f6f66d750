import type pg from 'pg';
import { grantsQuery } from './access.ts';
import { ourSchemas, section, statementsByOwner } from './section.ts';

export async function dumpEnums(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; labels: string[] }>(`
    select t.oid::regtype::text as name,
      array_agg(quote_literal(e.enumlabel) order by e.enumsortorder) as labels
    from pg_catalog.pg_enum e join pg_catalog.pg_type t on t.oid = e.enumtypid
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where n.nspname in (${ourSchemas})
    group by t.oid, n.nspname, t.typname
    order by n.nspname, t.typname`);
  const statements = rows.map(
    ({ name, labels }) => `create type ${name} as enum (\n  ${labels.join(',\n  ')}\n);`,
  );
  return [section('enums', statements)];
}

const commentsQuery = `
  select d.objoid::text as owner,
    format('comment on view %s is %L;', d.objoid::regclass, d.description) as statement
  from pg_catalog.pg_description d
  where d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0`;

/**
 * One section for each view, ordered by schema and name. Its query is the text of the migration
 * that made it last: PostgreSQL 15 prints a query back with other qualifiers than 16 and later.
 */
export async function dumpViews(client: pg.Client): Promise<string[]> {
  const comments = await statementsByOwner(client, commentsQuery);
  const grants = await statementsByOwner(client, grantsQuery);
  const { rows: migrations } = await client.query<{ text: string }>(`
    select array_to_string(statements, E';\\n') as text
    from supabase_migrations.schema_migrations order by version`);
  const { rows: views } = await client.query<{ oid: string; name: string }>(`
    select c.oid::text as oid, c.oid::regclass::text as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname in (${ourSchemas})
    order by n.nspname, c.relname`);
  const text = migrations.map((migration) => migration.text).join('\n');
  return views.map(({ oid, name }) =>
    section(name, [
      lastDefinition(text, name),
      ...(comments.get(oid) ?? []),
      ...(grants.get(oid) ?? []),
    ]),
  );
}

function lastDefinition(migrations: string, view: string): string {
  const escaped = view.replace(/[.$]/g, '\\$&');
  const pattern = new RegExp(
    `^create (?:or replace )?(?:materialized )?view ${escaped}\\s[^;]*;`,
    'gmi',
  );
  const definition = migrations.match(pattern)?.at(-1);
  if (definition === undefined) throw new Error(`no migration says: create view ${view} …`);
  return definition;
}
