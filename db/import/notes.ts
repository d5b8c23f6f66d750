import type pg from 'pg';
import { literal, quote } from './catalogue.ts';
import type { ImportReport, RowNote } from './report.ts';
import type { Staged } from './stage.ts';

/** The end that is written to, with the steps that change staged rows and note what they did. */
export interface Desk {
  client: pg.Client;
  /** Runs SQL; gives the number of rows it touched. */
  run: (text: string) => Promise<number>;
  /** Sets rows aside. `where` and `reason` are SQL over the staged row `s`. */
  setAside: (table: Staged, where: string, reason: string) => Promise<void>;
  /** Gives a column another value. `where`, `value` and `reason` are SQL over `s`. */
  change: (table: Staged, column: string, change: Change) => Promise<void>;
}

export interface Change {
  where: string;
  value: string;
  reason: string;
}

/** The beginning of a reason: what a column of `s` said. */
export const was = (column: string) => `${literal(`"${column}" was `)}
  || coalesce(quote_literal(left(s."${column}", 40)), 'empty')`;

/** Makes the temporary tables that the steps write to; they go with the transaction. */
export async function openDesk(client: pg.Client): Promise<Desk> {
  const run = async (text: string) => (await client.query(text)).rowCount ?? 0;
  await run(`create temporary table import_note (
    n bigint generated always as identity, title text, id text, kind text, reason text) on commit drop`);
  await run(`create temporary table import_moved (
    title text, old_id text, new_id text, primary key (title, old_id)) on commit drop`);
  await run(`create function pg_temp.castable(value text, type text) returns boolean
    language plpgsql as $$
    begin
      execute format('select %L::%s', value, type);
      return true;
    exception when data_exception then
      return false;
    end $$`);
  const note = (table: Staged, kind: string) =>
    `insert into import_note (title, id, kind, reason)
     select ${literal(table.title)}, _id, ${literal(kind)}, reason from hit`;
  return {
    client,
    run,
    setAside: async (table, where, reason) => {
      await run(`with hit as (update ${table.stage} s set _state = 'aside'
        where _state is null and (${where}) returning _id, ${reason} as reason) ${note(table, 'setAside')}`);
    },
    change: async (table, column, { where, value, reason }) => {
      if (!table.columns.some(({ name }) => name === column)) return;
      await run(`with old as (select _n, _id, ${reason} as reason, ${value} as value from ${table.stage} s
          where _state is null and (${where})),
        hit as (update ${table.stage} s set ${quote(column)} = old.value from old
          where old._n = s._n returning s._id, old.reason) ${note(table, 'changed')}`);
    },
  };
}

/** Everything that was noted, in the order it happened. */
export async function readNotes(
  client: pg.Client,
): Promise<Pick<ImportReport, 'setAside' | 'merged' | 'changed'>> {
  const { rows } = await client.query<RowNote & { kind: 'setAside' | 'merged' | 'changed' }>(
    'select kind, title as table, id, reason from import_note order by n',
  );
  const of = (wanted: string) =>
    rows
      .filter(({ kind }) => kind === wanted)
      .map(({ table, id, reason }) => ({ table, id, reason }));
  return { setAside: of('setAside'), merged: of('merged'), changed: of('changed') };
}
