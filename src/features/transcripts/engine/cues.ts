import type { Cue } from '../webvtt.ts';

/** One word as an engine heard it, in seconds from the beginning. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** What fits on a phone and is read without hurry: two lines of 37 characters, 1 to 6 seconds. */
const LINE = 37;
const LINES = 2;
const SHORTEST = 1;
const LONGEST = 6;
/** A breath: the next words belong to another caption. */
const PAUSE = 0.6;
/** A caption stays this long after its last word, if the next one leaves room. */
const LINGER = 0.4;

/** Groups words into captions: at pauses, and where the lines or the time are full. */
export function toCues(words: Word[]): Cue[] {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    if (group && belongs(group, word)) group.push(word);
    else groups.push([word]);
  }
  return groups.map((group, i) => toCue(group, groups[i + 1]?.[0]?.start));
}

function belongs(group: Word[], word: Word): boolean {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return false;
  const pause = word.start - last.end;
  const lines = wrap([...group, word]);
  return pause < PAUSE && word.end - first.start <= LONGEST && lines.length <= LINES;
}

function toCue(group: Word[], nextStart = Number.POSITIVE_INFINITY): Cue {
  const start = group[0]?.start ?? 0;
  const spoken = group.at(-1)?.end ?? start;
  const wanted = Math.max(spoken + LINGER, start + SHORTEST);
  const end = Math.min(wanted, start + LONGEST, nextStart);
  return { start, end, text: wrap(group).join('\n') };
}

/** A word longer than a line stays whole: it is shown smaller by no player, but it can be read. */
function wrap(words: Word[]): string[] {
  const lines: string[] = [];
  for (const { text } of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + text.length <= LINE) {
      lines[lines.length - 1] = `${line} ${text}`;
    } else {
      lines.push(text);
    }
  }
  return lines;
}
