import { themes } from '../category.ts';
import { plain } from '../plain.ts';
import { CellProblem } from './problem.ts';

export type Value = string | number | boolean | null;

/** How the cells of a column are read and written. */
export interface Kind {
  /** undefined: the cell says nothing, so that what is there stays. Throws CellProblem. */
  read: (cell: string) => Value | undefined;
  write: (value: Value) => string;
}

const asText = (value: Value) => (value === null ? '' : String(value));
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Words, kept exactly as they are. */
export const words = ({ max, needed = false }: { max: number; needed?: boolean }): Kind => ({
  read: (cell) => {
    if (cell.includes('\0')) throw new CellProblem('control');
    if ([...cell].length > max) throw new CellProblem('too-long');
    if (cell.trim() !== '') return cell;
    if (needed) throw new CellProblem('needed');
    return null;
  },
  write: asText,
});

/** Words with a default: an empty cell leaves them as they are. */
export const wordsOrDefault = (max: number): Kind => {
  const { read, write } = words({ max });
  return { read: (cell) => read(cell) ?? undefined, write };
};

export const id: Kind = {
  read: (cell) => {
    const text = cell.trim().toLowerCase();
    if (text === '') return undefined;
    if (!uuid.test(text)) throw new CellProblem('not-an-id');
    return text;
  },
  write: asText,
};

const truths: Record<string, boolean | undefined> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  sí: true,
  si: true,
};
export const yesNo: Kind = {
  read: (cell) => {
    const text = cell.trim().toLowerCase();
    if (text === '') return undefined;
    const value = Object.hasOwn(truths, text) ? truths[text] : undefined;
    if (value === undefined) throw new CellProblem('not-yes-no');
    return value;
  },
  write: (value) => (value === null ? '' : value ? 'yes' : 'no'),
};

/** A place in an order. */
export const place: Kind = {
  read: (cell) => {
    const text = cell.trim();
    if (text === '') return undefined;
    if (!/^\d{1,7}$/.test(text) || Number(text) < 1 || Number(text) > 1_000_000) {
      throw new CellProblem('not-a-place');
    }
    return Number(text);
  },
  write: asText,
};

export const theme: Kind = {
  read: (cell) => {
    const text = cell.trim().toUpperCase();
    if (text === '') return null;
    if (!themes.some((known) => known === text)) throw new CellProblem('unknown-theme');
    return text;
  },
  write: asText,
};

/** One of these, by its name where that is clear, else by its id. */
export function oneOf(all: { id: string; name: string }[]): Kind {
  const byId = new Map(all.map((one) => [one.id, one]));
  const byName = grouped(all, ({ name }) => plain(name));
  const isClear = (name: string) => plain(name) !== '' && byName.get(plain(name))?.length === 1;
  return {
    read: (cell) => {
      const text = cell.trim();
      if (text === '') return null;
      if (byId.has(text.toLowerCase())) return text.toLowerCase();
      const [found, another] = byName.get(plain(text)) ?? [];
      if (another !== undefined) throw new CellProblem('unclear-category');
      if (found === undefined) throw new CellProblem('unknown-category');
      return found.id;
    },
    write: (value) => {
      const one = byId.get(String(value));
      return one !== undefined && isClear(one.name) ? one.name : asText(value);
    },
  };
}

/** A sheet may have thousands of lines: what they are looked up by is made once. */
export function grouped<T>(all: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
