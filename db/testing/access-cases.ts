import { type Outcome, type Persona, type Personas, personas } from './personas.ts';

/** What each persona gets; `rest` is everybody who is not named. */
export type Expected = Partial<Record<Persona, Outcome>> & { rest: Outcome };

export interface AccessCase {
  /** What is tried, in words. */
  what: string;
  /** A query whose first column is an id: expected are labels, '' for none. */
  see?: string;
  /** Any statement: expected is how many rows it gives or touches. */
  attempt?: string;
  expected: Expected;
}

export interface AccessTable {
  title: string;
  cases: AccessCase[];
}

/** The cases of one table. */
export const accessTable = (title: string, cases: AccessCase[]): AccessTable => ({ title, cases });

/** Tries a case as every persona, taking everything back: what came of it, beside what should. */
export async function tryCase(
  callers: Personas,
  { see, attempt, expected }: AccessCase,
): Promise<{ got: Record<string, Outcome>; wanted: Record<string, Outcome> }> {
  const got: Record<string, Outcome> = {};
  const wanted: Record<string, Outcome> = {};
  for (const persona of everyone(expected)) {
    wanted[persona] = expected[persona] ?? expected.rest;
    got[persona] = see
      ? await callers.see(persona, see)
      : await callers.attempt(persona, attempt ?? '');
  }
  return { got, wanted };
}

const everyone = (expected: Expected): Persona[] => {
  const named = Object.keys(expected).filter((name) => name !== 'rest') as Persona[];
  return [...new Set([...personas, ...named])];
};
