import { overlap } from '../check-cues.ts';
import type { Cue } from '../webvtt.ts';

export interface Clash {
  mine: Cue | null;
  theirs: Cue | null;
}

export interface Merged {
  cues: Cue[];
  /** Where both changed the same words: what each made of them. */
  clashes: Clash[];
}

const moment = (cue: Cue) => `${cue.start} ${cue.end}`;
const byMoment = (cues: readonly Cue[]) => new Map(cues.map((cue) => [moment(cue), cue]));

/**
 * Brings together what two people made of the same cues. What only one of them changed is taken;
 * where both did, `prefer` says whose words stand, and both are told apart in `clashes`.
 */
export function mergeCues(
  base: readonly Cue[],
  mine: readonly Cue[],
  theirs: readonly Cue[],
  prefer: 'mine' | 'theirs',
): Merged {
  const [was, ours, others] = [base, mine, theirs].map(byMoment) as [
    Map<string, Cue>,
    Map<string, Cue>,
    Map<string, Cue>,
  ];
  const clashes: Clash[] = [];
  const cues: Cue[] = [];
  for (const key of new Set([...ours.keys(), ...others.keys(), ...was.keys()])) {
    const [old, my, their] = [was.get(key), ours.get(key), others.get(key)];
    const iChanged = my?.text !== old?.text;
    const theyChanged = their?.text !== old?.text;
    if (iChanged && theyChanged && my?.text !== their?.text) {
      clashes.push({ mine: my ?? null, theirs: their ?? null });
    }
    const kept = iChanged && (prefer === 'mine' || !theyChanged) ? my : their;
    if (kept) cues.push(kept);
  }
  cues.sort((a, b) => a.start - b.start || a.end - b.end);
  return overlaps(cues) ? bothWays(mine, theirs, prefer) : { cues, clashes };
}

const overlaps = (cues: Cue[]) =>
  cues.some((cue, i) => {
    const before = cues[i - 1];
    return before !== undefined && overlap(before, cue);
  });

/** Cut and joined differently by each: only one whole can stand. */
const bothWays = (
  mine: readonly Cue[],
  theirs: readonly Cue[],
  prefer: 'mine' | 'theirs',
): Merged => {
  const whole = (cues: readonly Cue[]): Cue => ({
    start: cues[0]?.start ?? 0,
    end: cues.at(-1)?.end ?? 0,
    text: cues.map((cue) => cue.text).join(' '),
  });
  return {
    cues: [...(prefer === 'mine' ? mine : theirs)],
    clashes: [{ mine: whole(mine), theirs: whole(theirs) }],
  };
};
