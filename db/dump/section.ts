import type pg from 'pg';

/** What is dumped: our own schemas, not those of the platform or of extensions. */
export const ourSchemas = `'public', 'private', 'api'`;

/** One object and what belongs to it, under a line that names it. */
export function section(title: string, statements: string[]): string {
  return `-- ${title} ${'-'.repeat(Math.max(3, 95 - title.length))}\n${statements.map((statement) => `${statement}\n`).join('')}`;
}

export interface Statement {
  /** The oid of the object that it belongs to, as text. */
  owner: string;
  statement: string;
}

/** Runs a query of Statements and gathers them by their owner, in the order of the query. */
export async function statementsByOwner(
  client: pg.Client,
  query: string,
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<Statement>(query);
  const gathered = new Map<string, string[]>();
  for (const { owner, statement } of rows) {
    gathered.set(owner, [...(gathered.get(owner) ?? []), statement]);
  }
  return gathered;
}

/** Is `oid` (of a row of `catalogue`) no part of an extension? */
export const notOfExtension = (catalogue: string, oid: string): string => `
  not exists (
    select from pg_catalog.pg_depend ext
    where ext.classid = 'pg_catalog.${catalogue}'::regclass and ext.objid = ${oid} and ext.deptype = 'e'
  )`;
