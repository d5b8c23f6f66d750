import { Type } from 'typebox';
import { Nullable } from '../../../server/schemas.ts';

/** Why a sheet is not taken, by name: pages say it in their language. */
export const reasons = {
  'not-utf8': 'The file is not UTF-8. Save it as “CSV UTF-8”.',
  quote: 'A quotation mark is opened and never closed, or stands where none may be.',
  empty: 'There is no heading line.',
  'too-many': 'There are more than 10,000 lines.',
  'no-such-column': 'There is no such column.',
  'column-twice': 'The column is there twice.',
  'column-missing': 'The column is needed.',
  cells: 'There are more or fewer cells than columns.',
  needed: 'There must be something here.',
  'too-long': 'This is too long.',
  control: 'There is a character here that no text can hold.',
  'not-yes-no': 'This is neither yes nor no.',
  'not-a-place': 'This is no whole number from 1 to 1,000,000.',
  'not-an-id': 'This is no id. Leave it empty for something new.',
  'unknown-theme': 'There is no such theme.',
  'unknown-category': 'There is no such topic.',
  'unclear-category': 'Several topics are called so. Put the id of one here.',
  twice: 'Another line above says the same one.',
  unclear: 'Several are called so. Put the id of one into the column id.',
} as const;
export type Reason = keyof typeof reasons;

export const SheetProblem = Type.Object({
  line: Type.Integer({ description: 'Of the file, from 1, which is the heading.' }),
  column: Nullable(Type.String()),
  reason: Type.Enum(Object.keys(reasons) as Reason[]),
  found: Type.String({ description: 'What is there, cut short.' }),
});
export interface SheetProblem {
  line: number;
  column: string | null;
  reason: Reason;
  found: string;
}

/** Thrown while a cell is read; the plan adds where it is. */
export class CellProblem extends Error {
  override name = 'CellProblem';
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reasons[reason]);
    this.reason = reason;
  }
}

export const problemAt = (
  line: number,
  column: string | null,
  reason: Reason,
  found = '',
): SheetProblem => ({ line, column, reason, found: found.slice(0, 60) });
