import { setImmediate as others } from 'node:timers/promises';
import { plain } from './plain.ts';

export interface Text {
  id: string;
  text: string;
}
export interface AlikePair {
  /** 0 to 1: of all groups of three letters in either, how many are in both. */
  likeness: number;
  one: string;
  other: string;
}

/** So many texts are compared before the others who wait for this process get their turn. */
const AT_ONCE = 50;

/**
 * The pairs of texts that are alike by the threshold, which is over 0, or more. Each text counts what it
 * shares with those before it, found through the groups of letters that they hold: of several thousand
 * questions that takes less than comparing them pair by pair in the database by far.
 */
export async function alikePairs(texts: readonly Text[], threshold: number): Promise<AlikePair[]> {
  const groups = texts.map(({ text }) => groupsOf(text));
  const holders = new Map<string, number[]>();
  const pairs: AlikePair[] = [];
  const idOf = (at: number) => texts[at]?.id ?? '';
  for (const [at, mine] of groups.entries()) {
    if (at % AT_ONCE === 0) await others();
    for (const [before, both] of countShared(mine, at, holders).entries()) {
      const likeness = both / (mine.size + (groups[before]?.size ?? 0) - both);
      if (likeness >= threshold) pairs.push({ likeness, one: idOf(before), other: idOf(at) });
    }
  }
  return pairs;
}

/** How many groups each text before this one shares with it; notes that this one holds them, too. */
function countShared(mine: Set<string>, at: number, holders: Map<string, number[]>): Uint16Array {
  const shared = new Uint16Array(at);
  for (const group of mine) {
    const before = holders.get(group);
    if (before === undefined) {
      holders.set(group, [at]);
      continue;
    }
    for (const text of before) shared[text] = (shared[text] ?? 0) + 1;
    before.push(at);
  }
  return shared;
}

/** The groups of three letters in each word, whose beginning weighs more than its end. */
function groupsOf(text: string): Set<string> {
  const groups = new Set<string>();
  for (const word of plain(text).split(' ')) {
    const letters = [' ', ' ', ...word, ' '];
    for (let at = 0; at + 3 <= letters.length; at += 1) {
      groups.add(letters.slice(at, at + 3).join(''));
    }
  }
  return groups;
}
