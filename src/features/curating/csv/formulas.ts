/*
 * A spreadsheet runs a cell that begins like a formula, whoever wrote it. So such a cell leaves with
 * an apostrophe before it, which spreadsheets take as "this is text", and loses it on its way back.
 * https://owasp.org/www-community/attacks/CSV_Injection
 *
 * Apostrophes that are there already count too, so that coming back is the exact inverse; a question
 * that begins with an apostrophe and a letter is no formula, and is left alone.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

export const disarm = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

export const rearm = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
