import { type Column, literal, quote, rowId } from './catalogue.ts';
import { type Desk, was } from './notes.ts';
import type { Staged } from './stage.ts';

// Roles and states are taken by their exact name: `admin` was nobody's role before either.
const exactEnums = new Set([
  'public."Role"',
  'public."InvitationStatus"',
  'public.follow_request_status',
]);

/**
 * Makes every staged value one that casts to the target's type, or empties it, or sets its row
 * aside where the row is nothing without it.
 */
export async function checkValues(desk: Desk, table: Staged): Promise<void> {
  for (const column of table.columns) {
    if (table.spec.computed.includes(column.name)) continue;
    if (column.labels) await matchLabel(desk, table, column);
    if (needsCast(table, column)) await checkCast(desk, table, column);
    if (column.length !== null) {
      const name = literal(`"${column.name}" is longer than ${column.length} characters`);
      await desk.setAside(table, `length(s.${quote(column.name)}) > ${column.length}`, name);
    }
  }
  await nameRows(desk, table);
  for (const name of table.spec.key) {
    await desk.setAside(table, `s.${quote(name)} is null`, literal(`it has no "${name}"`));
  }
}

/** Writes the id of each row, which notes and merges go by, after its key changed. */
export async function nameRows(desk: Desk, table: Staged): Promise<void> {
  const id = rowId(table.spec);
  await desk.run(`update ${table.stage} set _id = ${id} where _state is null and _id <> ${id}`);
}

function needsCast(table: Staged, column: Column): boolean {
  // an enum of the same name may have other labels there
  if (column.labels) return true;
  const from = table.sourceTypes.get(column.name);
  const text = ['text', 'character varying'];
  if (from === column.type || text.includes(column.type)) return false;
  return !(from?.startsWith('timestamp') && column.type.startsWith('timestamp'));
}

async function checkCast(desk: Desk, table: Staged, column: Column): Promise<void> {
  const name = `s.${quote(column.name)}`;
  const type = literal(column.type);
  const bad = `${name} is not null and not pg_temp.castable(${name}, ${type})`;
  const reason = column.labels
    ? `${was(column.name)} || ${literal(', which is unknown here')}`
    : literal(`"${column.name}" is no ${column.type}`);
  if (table.spec.key.includes(column.name) || (column.notNull && column.fallback === null)) {
    await desk.setAside(table, bad, reason);
  } else {
    await desk.change(table, column.name, { where: bad, value: 'null', reason });
  }
  // One spelling for each value, so that ids compare as text.
  if (['uuid', 'boolean'].includes(column.type)) {
    await desk.run(`update ${table.stage} s set ${quote(column.name)} = (${name}::${column.type})::text
      where _state is null and ${name} is not null`);
  }
}

/** `ready`, `Ready` and `READY` are one status, `mother-in-law` is MotherInLaw. */
async function matchLabel(desk: Desk, table: Staged, column: Column): Promise<void> {
  if (exactEnums.has(column.type) || !column.labels) return;
  const plain = (sql: string) => `regexp_replace(lower(${sql}), '[^a-z]', '', 'g')`;
  const labels = `array[${column.labels.map(literal).join(', ')}]`;
  const name = `s.${quote(column.name)}`;
  await desk.change(table, column.name, {
    where: `${name} <> all (${labels}) and exists (
      select from unnest(${labels}) l where ${plain('l')} = ${plain(name)})`,
    value: `(select l from unnest(${labels}) l where ${plain('l')} = ${plain(name)} limit 1)`,
    reason: literal(`"${column.name}" is spelt as the others`),
  });
}

/** Fills what the target wants filled, from the row's other times or by the column's default. */
export async function fillEmpty(desk: Desk, table: Staged): Promise<void> {
  const has = (name: string) => table.columns.some((column) => column.name === name);
  for (const { name, notNull, fallback } of table.columns) {
    const empty = `s.${quote(name)} is null`;
    const required = table.spec.required.includes(name);
    if ((!notNull && !required) || table.spec.computed.includes(name)) continue;
    if (fallback === null || required) {
      await desk.setAside(table, empty, literal(`it has no "${name}"`));
      continue;
    }
    const times = /^(createdAt|updatedAt|sharedSince)$/.test(name)
      ? ['createdAt', 'updatedAt'].filter((other) => other !== name && has(other))
      : [];
    const values = [...times.map((other) => `s.${quote(other)}`), `(${fallback})::text`];
    await desk.change(table, name, {
      where: empty,
      value: `coalesce(${values.join(', ')})`,
      reason: literal(`"${name}" was empty and is filled in`),
    });
  }
}
