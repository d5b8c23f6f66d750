import { createHash } from 'node:crypto';
import { plain } from '../plain.ts';
import { type SheetFile, writeSheet } from './file.ts';
import { grouped, type Kind, type Value } from './kinds.ts';
import { CellProblem, problemAt, type SheetProblem } from './problem.ts';

/** A row, by column; `id` is null for something new. */
export type Row = Record<string, Value>;

/** What a sheet is of: its columns, and the rows that are there. */
export interface Sheet {
  /** `id` among them, in the order that they are written in. */
  columns: Record<string, Kind>;
  /** The column that a row without id is known by, and that something new must have. */
  called: string;
  /** What something new has where its cells say nothing. */
  defaults: Row;
  rows: Row[];
}

export interface Planned {
  line: number;
  row: Row;
  /** What changes; empty for something new. */
  changed: string[];
}

/** What taking a file would do. With problems nothing is done. */
export interface Plan {
  added: Planned[];
  changed: Planned[];
  same: number;
  problems: SheetProblem[];
}

export const exportSheet = ({ columns, rows }: Sheet): string =>
  writeSheet(
    Object.keys(columns),
    rows.map((row) => Object.entries(columns).map(([name, kind]) => kind.write(row[name] ?? null))),
  );

export function planImport(sheet: Sheet, file: SheetFile): Plan {
  const plan: Plan = { added: [], changed: [], same: 0, problems: [] };
  if ('problem' in file) return { ...plan, problems: [file.problem] };
  plan.problems.push(...headingProblems(sheet, file.heading));
  if (plan.problems.length > 0) return plan;
  const find = finder(sheet);
  const seen = new Set<Value>();
  for (const { line, cells } of file.lines) {
    const read = readLine(sheet, file.heading, line, cells);
    if ('problems' in read) {
      plan.problems.push(...read.problems);
      continue;
    }
    const { said } = read;
    const found = find(said);
    // what a line is about: a row, or else what it is called
    const about = found.row?.id ?? said.id ?? plain(nameOf(sheet, said));
    const problem = problemOf(sheet, line, said, {
      isUnclear: found.isUnclear,
      isTwice: seen.has(about),
    });
    seen.add(about);
    if (problem === null) put(plan, sheet, line, found.row, said);
    else plan.problems.push(problem);
  }
  return plan;
}

const nameOf = ({ called }: Sheet, row: Row) => String(row[called] ?? '');

function problemOf(
  sheet: Sheet,
  line: number,
  said: Row,
  { isUnclear, isTwice }: { isUnclear: boolean; isTwice: boolean },
): SheetProblem | null {
  const name = nameOf(sheet, said);
  // with an id, a row may be as nameless as it is in the database
  if (said.id === undefined && name.trim() === '') return problemAt(line, sheet.called, 'needed');
  if (isUnclear) return problemAt(line, 'id', 'unclear', name);
  return isTwice ? problemAt(line, null, 'twice', name) : null;
}

/** A name for exactly this plan: whoever looked at it puts in what they saw, or nothing. */
export const planDigest = ({ added, changed }: Plan): string =>
  createHash('sha256')
    .update(JSON.stringify([added, changed]))
    .digest('base64url');

function headingProblems({ columns, called }: Sheet, heading: string[]): SheetProblem[] {
  const problems = heading.flatMap((name, at) => {
    if (!Object.hasOwn(columns, name)) return [problemAt(1, name, 'no-such-column')];
    return heading.indexOf(name) < at ? [problemAt(1, name, 'column-twice')] : [];
  });
  return heading.includes(called)
    ? problems
    : [...problems, problemAt(1, called, 'column-missing')];
}

/** What the cells of a line say; columns that say nothing are left out. */
function readLine(
  { columns }: Sheet,
  heading: string[],
  line: number,
  cells: string[],
): { said: Row } | { problems: SheetProblem[] } {
  if (cells.length !== heading.length) return { problems: [problemAt(line, null, 'cells')] };
  const said: Row = {};
  const problems: SheetProblem[] = [];
  heading.forEach((name, at) => {
    const cell = cells[at] ?? '';
    try {
      const value = columns[name]?.read(cell);
      if (value !== undefined) said[name] = value;
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      problems.push(problemAt(line, name, error.reason, cell));
    }
  });
  return problems.length > 0 ? { problems } : { said };
}

/** The row that a line means, if there is one; or more than one is called so. */
interface Found {
  row?: Row;
  isUnclear: boolean;
}

/** Finds the row that a line means: by its id, or else by what it is called. */
function finder(sheet: Sheet): (said: Row) => Found {
  const byId = new Map(sheet.rows.map((row) => [row.id, row]));
  const byName = grouped(sheet.rows, (row) => plain(nameOf(sheet, row)));
  return (said) => {
    if (said.id !== undefined) return { row: byId.get(said.id), isUnclear: false };
    const called = byName.get(plain(nameOf(sheet, said))) ?? [];
    return { row: called[0], isUnclear: called.length > 1 };
  };
}

function put(plan: Plan, sheet: Sheet, line: number, found: Row | undefined, said: Row): void {
  if (found === undefined) {
    plan.added.push({ line, row: { id: null, ...sheet.defaults, ...said }, changed: [] });
    return;
  }
  const row = { ...found, ...said };
  // as they are written: nothing and an empty text are one
  const changed = Object.entries(sheet.columns)
    .filter(([name, kind]) => kind.write(row[name] ?? null) !== kind.write(found[name] ?? null))
    .map(([name]) => name);
  if (changed.length === 0) plan.same += 1;
  else plan.changed.push({ line, row, changed });
}
