import type { Cue } from './webvtt.ts';

/** What can be wrong with a cue. The page has words for each in its own language. */
export const cueProblems = {
  times: 'must begin at 0 or later and end after it begins',
  order: 'begins before the one above it',
  overlaps: 'begins before the one above it has ended',
  beyond: 'is after the end of the recording',
  empty: 'has no words',
  'too-long': 'has more than 2000 characters',
  control: 'has a character that cannot be shown',
} as const;
export type CueProblem = keyof typeof cueProblems;

export const MAX_CUES = 20_000;
const MAX_TEXT = 2000;
/** Hosts round durations, and a caption may stay a little after the last word. */
const SLACK_S = 1;
/** Milliseconds are lost and won when times are written down. */
const ROUNDING_S = 0.002;

/**
 * Control characters but for line breaks and tabs, halves of characters, and what is none:
 * PostgreSQL takes no NUL, and no player shows the others.
 */
const CONTROL = /(?![\n\r\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

/**
 * What is wrong with cues, by their index; empty when they can be kept. Runs in the browser and on
 * the server alike.
 * @param duration of the recording in seconds, null where it is not known
 */
export function checkCues(
  cues: readonly Cue[],
  duration: number | null,
): { index: number; problem: CueProblem }[] {
  return cues.flatMap((cue, index) => {
    const problem = problemOf(cue, cues[index - 1], duration);
    return problem === null ? [] : [{ index, problem }];
  });
}

export const overlap = (before: Cue, after: Cue): boolean => after.start < before.end - ROUNDING_S;

function problemOf(cue: Cue, before: Cue | undefined, duration: number | null): CueProblem | null {
  const { start, end, text } = cue;
  if (!(Number.isFinite(start) && Number.isFinite(end) && start >= 0 && end > start))
    return 'times';
  if (before && start < before.start) return 'order';
  if (before && overlap(before, cue)) return 'overlaps';
  if (duration !== null && end > duration + SLACK_S) return 'beyond';
  if (text.trim() === '') return 'empty';
  if (text.length > MAX_TEXT) return 'too-long';
  return CONTROL.test(text) ? 'control' : null;
}

/** Whether a text without cues can be kept. */
export const isPlainText = (text: string): boolean => !CONTROL.test(text);

/**
 * Cues of a machine as a person could have written them: in order, one after the other, those
 * without words or time left out.
 */
export function mendCues(cues: readonly Cue[]): Cue[] {
  const sorted = cues
    .map((cue) => ({ ...cue, text: cue.text.replace(new RegExp(CONTROL, 'gu'), '').trim() }))
    .filter((cue) => cue.text !== '' && cue.end > cue.start && cue.start >= 0)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted
    .map((cue, i) => ({ ...cue, end: Math.min(cue.end, sorted[i + 1]?.start ?? cue.end) }))
    .filter((cue) => cue.end > cue.start);
}
