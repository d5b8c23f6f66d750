import type { AccessCase, Expected } from '../testing/access-cases.ts';
import type { Outcome } from '../testing/personas.ts';

export const denied = '42501';

/** Managers of the first family get `family`, of the second `others`; nobody else anything. */
export const managersGet = (family: number, others: number): Expected => ({
  rest: 0,
  anon: denied,
  executor: family,
  owner: family,
  other: others,
  admin: family + others,
  service: family + others,
});

/** The first family's managers may, with this outcome; nobody else. */
export const managersMay = (outcome: Outcome = 1): Expected => ({
  rest: denied,
  executor: outcome,
  owner: outcome,
  admin: outcome,
  service: outcome,
});

/** No client may, whoever they are. */
export const noClientMay = (outcome: Outcome): Expected => ({
  rest: denied,
  admin: outcome,
  service: outcome,
});

/** Columns of a table with so many rows that no client may change. */
export const shutColumns = (table: string, columns: string[], total: number): AccessCase[] =>
  columns.map((column) => ({
    what: `${column} is not a client's to change`,
    attempt: `update public."${table}" set "${column}" = "${column}"`,
    expected: noClientMay(total),
  }));

/** Columns that no client may bring along: `columns` and `values` make a row that is otherwise good. */
export const bannedColumns = (
  table: string,
  banned: string[],
  columns: string,
  values: string,
): AccessCase[] =>
  banned.map((column) => ({
    what: `${column} does not come along from a client`,
    attempt: `insert into public."${table}" (${columns}, "${column}") values (${values}, default)`,
    expected: noClientMay(1),
  }));
