import type pg from 'pg';
import { section, statementsByOwner } from './section.ts';
import { policiesQuery, triggersQuery } from './tables.ts';

/** What the migrations put on the platform's own tables: triggers of ours, and policies. */
export async function dumpPlatform(client: pg.Client): Promise<string[]> {
  const triggers = await statementsByOwner(client, triggersQuery);
  const policies = await statementsByOwner(client, policiesQuery);
  const { rows } = await client.query<{ oid: string; name: string }>(`
    select c.oid::text as oid, c.oid::regclass::text as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('auth', 'storage', 'realtime')
    order by n.nspname, c.relname`);
  return rows.flatMap(({ oid, name }) => {
    const statements = [...(triggers.get(oid) ?? []), ...(policies.get(oid) ?? [])];
    return statements.length > 0 ? [section(`on ${name}`, statements)] : [];
  });
}
