import type pg from 'pg';
import {
  type Column,
  nameOf,
  quote,
  type Reference,
  readColumns,
  readReferences,
  readUnique,
  rowId,
  titleOf,
} from './catalogue.ts';
import { type TableSpec, tables } from './tables.ts';

/** One table on its way: every row of the source as text, in a temporary table of the target. */
export interface Staged {
  spec: TableSpec;
  title: string;
  /** The temporary table. */
  stage: string;
  /** Columns that both sides have, as the target has them. */
  columns: Column[];
  /** The types of the source, by column. */
  sourceTypes: Map<string, string>;
  references: Reference[];
  unique: string[];
  /** Columns of the source without a place in the target. */
  leftBehind: string[];
  read: number;
  absent: boolean;
}

const batchSize = 500;

/**
 * Begins a transaction in which everything reads as text: a Date would round microseconds, a
 * number a numeric. Both ends speak UTC and ISO, so a time without a zone that lands in a column
 * with one is taken as UTC. With row_security off a login that would see a part of a table fails.
 */
export async function begin(client: pg.Client, mode: string): Promise<void> {
  await client.query(`begin ${mode}`);
  await client.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local extra_float_digits = 1;
     set local row_security = off; set local search_path = pg_catalog`,
  );
}

/** Copies every table of the source into temporary tables that go with the transaction. */
export async function stageAll(source: pg.Client, target: pg.Client): Promise<Staged[]> {
  const staged: Staged[] = [];
  for (const [index, spec] of tables.entries()) {
    const theirs = await readColumns(source, spec);
    const ours = await readColumns(target, spec);
    const columns = ours.filter(
      (column) => !column.generated && theirs.some((their) => their.name === column.name),
    );
    const known = new Set(ours.map((column) => column.name));
    const table: Staged = {
      spec,
      title: titleOf(spec),
      stage: `pg_temp.import_${index}`,
      columns,
      sourceTypes: new Map(theirs.map(({ name, type }) => [name, type])),
      references: await readReferences(target, spec),
      unique: await readUnique(target, spec),
      leftBehind: theirs.filter((c) => !known.has(c.name) && !c.generated).map((c) => c.name),
      read: 0,
      absent: theirs.length === 0,
    };
    await makeStage(target, table);
    if (!table.absent) table.read = await copy(source, target, table);
    staged.push(table);
  }
  return staged;
}

async function makeStage(target: pg.Client, { spec, stage, columns }: Staged): Promise<void> {
  const missing = spec.key.filter((name) => !columns.some((column) => column.name === name));
  const names = [...columns.map((column) => column.name), ...missing];
  await target.query(
    `create temporary table ${stage.replace('pg_temp.', '')} (
       _n bigint generated always as identity primary key, _state text, _id text,
       ${names.map((name) => `${quote(name)} text`).join(', ')}
     ) on commit drop`,
  );
}

async function copy(source: pg.Client, target: pg.Client, table: Staged): Promise<number> {
  const names = table.columns.map((column) => quote(column.name));
  const asText = names.map((name) => `t.${name}::text`).join(', ');
  await source.query(
    `declare import_rows no scroll cursor for select ${asText} from ${nameOf(table.spec)} t`,
  );
  const params = names.map((_, i) => `$${i + 1}::text[]`).join(', ');
  const into = `insert into ${table.stage} (${names.join(', ')}) select * from unnest(${params})`;
  let read = 0;
  for (;;) {
    const { rows } = await source.query<(string | null)[]>({
      text: `fetch ${batchSize} from import_rows`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    await target.query(
      into,
      names.map((_, i) => rows.map((row) => row[i])),
    );
    read += rows.length;
  }
  await source.query('close import_rows');
  await target.query(`update ${table.stage} set _id = ${rowId(table.spec)}`);
  await target.query(`create index on ${table.stage} (_id)`);
  await target.query(`analyze ${table.stage}`);
  return read;
}
