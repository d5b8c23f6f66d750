import type pg from 'pg';
import { quote } from './catalogue.ts';
import { readNotes } from './notes.ts';
import type { FileToFetch, ImportReport, TableCount } from './report.ts';
import type { Staged } from './stage.ts';
import { tables } from './tables.ts';

/** Counts and notes, while the temporary tables are still there. */
export async function makeReport(
  source: pg.Client,
  target: pg.Client,
  staged: Staged[],
  hashed: boolean,
): Promise<ImportReport> {
  const counts: TableCount[] = [];
  for (const table of staged) {
    // What was changed about a row that did not arrive now is no change.
    await target.query(
      `delete from import_note n where kind = 'changed' and title = $1
       and not exists (select from ${table.stage} s where s._id = n.id and s._state = 'in')`,
      [table.title],
    );
    counts.push(await count(target, table));
  }
  return {
    tables: counts,
    ...(await readNotes(target)),
    filesToFetch: await filesToFetch(target, staged),
    leftBehind: await leftBehind(source, staged),
    absentTables: staged.filter((table) => table.absent).map((table) => table.title),
    tokens: hashed ? 'kept' : 'hashed',
  };
}

async function filesToFetch(target: pg.Client, staged: Staged[]): Promise<FileToFetch[]> {
  const objects = staged.find((table) => table.title === 'storage.objects');
  if (!objects || objects.absent) return [];
  const { rows } = await target.query<FileToFetch>(
    `select _id as id, bucket_id as bucket, name from ${objects.stage}
     where _state = 'in' order by bucket_id, name`,
  );
  return rows;
}

async function count(target: pg.Client, { title, stage, read }: Staged): Promise<TableCount> {
  const { rows } = await target.query<{ state: string; n: number }>(
    `select _state as state, count(*)::int as n from ${stage} group by 1`,
  );
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  const parts = {
    imported: of('in'),
    merged: of('merged'),
    setAside: of('aside'),
    alreadyThere: of('there'),
  };
  return { table: title, read, ...parts };
}

async function leftBehind(source: pg.Client, staged: Staged[]): Promise<string[]> {
  const columns = staged.flatMap(({ title, leftBehind }) =>
    leftBehind.map((name) => `column ${title}.${name}`),
  );
  const { rows } = await source.query<{ name: string }>(
    `select c.relname as name from pg_catalog.pg_class c
     where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p') and c.relname <> all ($1)
     order by 1`,
    [tables.filter(({ schema }) => schema === 'public').map(({ name }) => name)],
  );
  const others: string[] = [];
  for (const { name } of rows) {
    const n = await source.query(`select count(*)::text as n from public.${quote(name)}`);
    others.push(`table ${name} (${n.rows[0]?.n} rows)`);
  }
  return [...columns, ...others];
}
