import { literal, nameOf, quote } from './catalogue.ts';
import type { Desk } from './notes.ts';
import type { Staged } from './stage.ts';
import { type Repeats, sameIdOrder } from './tables.ts';

/** Rows with one id become one row. */
export async function mergeSameIds(desk: Desk, table: Staged): Promise<void> {
  const newest = ['updatedAt', 'updated_at', 'createdAt', 'created_at'].find((name) =>
    table.columns.some((column) => column.name === name),
  );
  await merge(desk, table, {
    columns: ['_id'],
    order: `${sameIdOrder[table.spec.name] ?? 'true'}, ${newest ? `${quote(newest)} desc nulls last` : 'true'}`,
    reason: 'the same id again',
  });
}

/** Repeats of what may be there once become one row, and what points to them follows. */
export async function mergeRepeats(desk: Desk, table: Staged): Promise<void> {
  for (const repeats of table.spec.repeats) {
    if (!repeats.columns.every((name) => table.columns.some((c) => c.name === name))) continue;
    await merge(desk, table, repeats);
    await mergeIntoTarget(desk, table, repeats);
  }
}

const noteMerged = (table: Staged, reason: string) => `
  moved as (insert into import_moved select ${literal(table.title)}, _id, keep from hit where _id <> keep
    on conflict do nothing)
  insert into import_note (title, id, kind, reason)
  select ${literal(table.title)}, _id, 'merged', ${literal(`${reason}: see `)} || keep from hit`;

async function merge(
  desk: Desk,
  table: Staged,
  { columns, order, reason }: Repeats,
): Promise<void> {
  const group = columns.map(quote).join(', ');
  const filled = columns.map((name) => `${quote(name)} is not null`).join(' and ');
  await desk.run(`
    with ranked as (
      select _n, first_value(_id) over w as keep, row_number() over w as place
      from ${table.stage} where _state is null and ${filled}
      window w as (partition by ${group} order by ${order}, _id, _n)
    ), hit as (
      update ${table.stage} s set _state = 'merged' from ranked r
      where r._n = s._n and r.place > 1 returning s._id, r.keep
    ), ${noteMerged(table, reason)}`);
}

/** A row under another id that the target has already: made there by an earlier import. */
async function mergeIntoTarget(desk: Desk, table: Staged, repeats: Repeats): Promise<void> {
  const same = repeats.columns
    .map((name) => `t.${quote(name)} = s.${quote(name)}::${typeOf(table, name)}`)
    .join(' and ');
  await desk.run(`
    with hit as (
      update ${table.stage} s set _state = 'merged' from ${nameOf(table.spec)} t
      where s._state is null and ${same} and t.id::text <> s._id
      returning s._id, t.id::text as keep
    ), followed as (
      update import_moved m set new_id = keep from hit
      where m.title = ${literal(table.title)} and m.new_id = hit._id
    ), ${noteMerged(table, repeats.reason)}`);
}

/** Rows that the target has under this id stay as they are. */
export async function markAlreadyThere(desk: Desk, table: Staged): Promise<void> {
  const same = table.spec.key
    .map((name) => `t.${quote(name)} = s.${quote(name)}::${typeOf(table, name)}`)
    .join(' and ');
  await desk.run(`update ${table.stage} s set _state = 'there'
    where _state is null and exists (select from ${nameOf(table.spec)} t where ${same})`);
}

/** What may be there once and is there twice stays with the oldest row; the others go without. */
export async function clearDuplicates(desk: Desk, table: Staged): Promise<void> {
  const age = ['createdAt', 'created_at'].find((n) => table.columns.some((c) => c.name === n));
  for (const name of table.unique) {
    const column = table.columns.find((c) => c.name === name);
    if (!column) continue;
    const order = `(_state = 'there') desc nulls last, ${age ? `${quote(age)}::timestamptz nulls last, ` : ''}_id`;
    await desk.change(table, name, {
      where: `s.${quote(name)} is not null and (
        s._n in (select _n from (select _n, row_number() over (partition by ${quote(name)} order by ${order}) as place
          from ${table.stage} where (_state is null or _state = 'there') and ${quote(name)} is not null) r where place > 1)
        or exists (select from ${nameOf(table.spec)} t
          where t.${quote(name)} = s.${quote(name)}::${column.type} and t.id::text <> s._id))`,
      value: 'null',
      reason: literal(`"${name}" belongs to another row already`),
    });
  }
}

/** Points to the row that a merged parent became; a parent that is not there is no parent. */
export async function checkReferences(desk: Desk, table: Staged): Promise<void> {
  for (const { column, parentSchema, parent, sharer } of table.references) {
    const own = table.columns.find(({ name }) => name === column);
    if (!own) continue;
    const title = parentSchema === 'public' ? parent : `${parentSchema}.${parent}`;
    const name = `s.${quote(column)}`;
    await desk.run(`update ${table.stage} s set ${quote(column)} = m.new_id from import_moved m
      where s._state is null and m.title = ${literal(title)} and m.old_id = ${name}`);
    const there = `select from ${nameOf({ schema: parentSchema, name: parent })} p where p.id = ${name}::${own.type}`;
    const missing = `${name} is not null and not exists (${there})`;
    const lost = literal(`its "${column}" points to no ${title}`);
    const apart = `${name} is not null and not exists (
      ${there} and p."profileSharerId"::text = s."profileSharerId")`;
    const foreign = literal(`its "${column}" is another sharer's ${title}`);
    const checks = sharer
      ? ([
          [missing, lost],
          [apart, foreign],
        ] as const)
      : ([[missing, lost]] as const);
    for (const [where, reason] of checks) {
      if (own.notNull) await desk.setAside(table, where, reason);
      else await desk.change(table, column, { where, value: 'null', reason });
    }
  }
}

const typeOf = (table: Staged, name: string): string =>
  table.columns.find((column) => column.name === name)?.type ?? 'text';
