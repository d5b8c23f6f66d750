import { CsvError, type Options, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { disarm, rearm } from './formulas.ts';
import { problemAt, type SheetProblem } from './problem.ts';

const maxLines = 10_000;

export interface Line {
  line: number;
  cells: string[];
}
/** What a file holds, or the one reason why it cannot be read. */
export type SheetFile = { heading: string[]; lines: Line[] } | { problem: SheetProblem };

/** A file that every spreadsheet opens: RFC 4180, marked as UTF-8, and without formulas. */
export function writeSheet(heading: string[], rows: string[][]): string {
  return stringify([heading, ...rows.map((row) => row.map(disarm))], {
    bom: true,
    record_delimiter: 'windows',
  });
}

/** Reads what writeSheet makes, and what spreadsheets make of it: with `;` or tabs, any line ends. */
export function readSheet(bytes: Uint8Array): SheetFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: problemAt(1, null, 'not-utf8') };
  }
  const options = { ...reading, delimiter: delimiterOf(text) } satisfies Options;
  try {
    const [heading, ...lines] = (parse(text, options) as unknown as Parsed[])
      .map(toLine)
      .filter(isFull);
    if (heading === undefined) return { problem: problemAt(1, null, 'empty') };
    if (lines.length > maxLines) return { problem: problemAt(maxLines + 2, null, 'too-many') };
    return { heading: heading.cells.map((cell) => cell.trim().toLowerCase()), lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: problemAt(Number(error.lines), null, 'quote') };
  }
}

const reading = {
  info: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
} satisfies Options;

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** The line that a record begins on; the parser counts to the one that it ends on. */
const toLine = ({ record, info }: Parsed): Line => ({
  line: info.lines - record.join('').split(/\r\n|\n|\r/).length + 1,
  cells: record.map(rearm),
});

/** Spreadsheets leave lines of nothing but separators behind. */
const isFull = ({ cells }: Line) => cells.some((cell) => cell.trim() !== '');

/** The heading says it: names of columns hold none of these. */
function delimiterOf(text: string): string {
  const heading = text.split(/\r|\n/, 1)[0] ?? '';
  return [';', '\t'].find((mark) => heading.includes(mark)) ?? ',';
}
