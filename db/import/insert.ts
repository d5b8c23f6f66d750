import { Problem } from '../embedded/problem.ts';
import { nameOf, quote } from './catalogue.ts';
import type { Desk } from './notes.ts';
import type { Staged } from './stage.ts';

/**
 * Writes what is left of a table and marks it `in`.
 *
 * @throws Problem naming the table and the first row that the target refuses
 */
export async function insertRows(desk: Desk, table: Staged): Promise<void> {
  const insert = (upTo: string) => statement(table, upTo);
  await desk.run('savepoint import_table');
  try {
    await desk.run(insert('true'));
  } catch (cause) {
    await desk.run('rollback to savepoint import_table');
    const id = await firstRefused(desk, table, insert);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Problem(`Nothing was imported. ${table.title} ${id ?? '(no single row)'}: ${why}`, {
      cause,
    });
  }
  await desk.run('release savepoint import_table');
  await desk.run(`update ${table.stage} set _state = 'in' where _state is null`);
}

function statement(table: Staged, upTo: string): string {
  const written = table.columns.filter(({ name }) => !table.spec.computed.includes(name));
  // Supabase's sign-in service cannot read a null here.
  const blank =
    table.title === 'auth.users'
      ? table.columns.filter(({ name }) => table.spec.computed.includes(name))
      : [];
  const names = [...written, ...blank].map(({ name }) => quote(name));
  // Cast without a length: too long a text is refused, where a cast would cut it.
  const values = [
    ...written.map(({ name, type }) => `s.${quote(name)}::${type}`),
    ...blank.map(() => `''`),
  ];
  return `insert into ${nameOf(table.spec)} (${names.join(', ')})
    select ${values.join(', ')} from ${table.stage} s where s._state is null and ${upTo} order by s._n`;
}

/** Halves the table until one row is left: the last of the shortest beginning that is refused. */
async function firstRefused(
  desk: Desk,
  table: Staged,
  insert: (upTo: string) => string,
): Promise<string | null> {
  const { rows } = await desk.client.query<{ _n: string; _id: string }>(
    `select _n, _id from ${table.stage} where _state is null order by _n`,
  );
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await refused(desk, insert(`s._n <= ${rows[middle]?._n}`))) high = middle;
    else low = middle + 1;
  }
  return rows[low]?._id ?? null;
}

async function refused(desk: Desk, text: string): Promise<boolean> {
  try {
    await desk.run(text);
    return false;
  } catch {
    return true; // which is the answer; the transaction goes back to before either way
  } finally {
    await desk.run('rollback to savepoint import_table');
  }
}
