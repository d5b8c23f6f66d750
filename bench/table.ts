/** One line of what a benchmark prints. */
export interface Row {
  what: string;
  measured: string;
  bar: string;
  met: boolean | null;
  /** The milliseconds of our side. */
  taken?: number;
}

export const head = '| what | measured | bar | met |\n|---|---|---|---|';

export function print(row: Row): Row {
  const { what, measured, bar, met } = row;
  console.log(`| ${what} | ${measured} | ${bar} | ${met === null ? '' : met ? 'yes' : '**no**'} |`);
  return row;
}
