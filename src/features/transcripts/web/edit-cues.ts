import type { Cue } from '../webvtt.ts';

/** Changes to a list of cues; each gives a new list. */

export const withText = (cues: readonly Cue[], index: number, text: string): Cue[] =>
  cues.map((cue, i) => (i === index ? { ...cue, text } : cue));

export const without = (cues: readonly Cue[], index: number): Cue[] =>
  cues.filter((_cue, i) => i !== index);

/** A cue and the one after it as one. */
export function joined(cues: readonly Cue[], index: number): Cue[] {
  const [cue, next] = [cues[index], cues[index + 1]];
  if (!cue || !next) return [...cues];
  const both = { start: cue.start, end: next.end, text: `${cue.text.trim()} ${next.text.trim()}` };
  return [...cues.slice(0, index), both, ...cues.slice(index + 2)];
}

/** A cue as two, cut before the letter at `at`; the time is shared as the letters are. */
export function split(cues: readonly Cue[], index: number, at: number): Cue[] {
  const cue = cues[index];
  const before = cue?.text.slice(0, at).trim() ?? '';
  const after = cue?.text.slice(at).trim() ?? '';
  if (!cue || before === '' || after === '') return [...cues];
  const share = before.length / (before.length + after.length);
  const middle = Math.round((cue.start + (cue.end - cue.start) * share) * 1000) / 1000;
  const halves = [
    { start: cue.start, end: middle, text: before },
    { start: middle, end: cue.end, text: after },
  ];
  return [...cues.slice(0, index), ...halves, ...cues.slice(index + 1)];
}
