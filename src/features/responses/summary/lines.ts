import { sentencesOf } from '../../transcripts/paragraphs.ts';
import type { Cue } from '../../transcripts/webvtt.ts';

/** One sentence of a telling, and the second it begins at. */
export interface Line {
  text: string;
  start: number;
}

/** A machine that sets no full stops goes on for minutes; a summary needs something to pick. */
const LONGEST = 40;

/**
 * What was said as single sentences. Where several share a caption, each begins where its letters
 * do. Without cues there are no seconds, and so no lines.
 */
export function linesOf(cues: readonly Cue[], language: string | null): Line[] {
  const segmenter = new Intl.Segmenter(known(language), { granularity: 'sentence' });
  return sentencesOf(cues).flatMap(({ text, start, end }) => {
    const perLetter = (end - start) / Math.max(1, text.length);
    return [...segmenter.segment(text)]
      .flatMap(({ segment, index }) => cutLong(segment, index))
      .map((part) => ({ text: part.text.trim(), start: start + part.index * perLetter }))
      .filter((line) => line.text !== '');
  });
}

const known = (language: string | null): string | undefined => {
  try {
    return Intl.getCanonicalLocales(language ?? [])[0];
  } catch {
    return undefined;
  }
};

function cutLong(text: string, index: number): { text: string; index: number }[] {
  const words = [...text.matchAll(/\S+\s*/g)];
  const parts: { text: string; index: number }[] = [];
  for (let i = 0; i < words.length; i += LONGEST) {
    const piece = words.slice(i, i + LONGEST);
    parts.push({
      text: piece.map(([word]) => word).join(''),
      index: index + (piece[0]?.index ?? 0),
    });
  }
  return parts;
}
