import type { Word } from './cues.ts';

/** A piece of speech as the Whisper family gives it: a phrase with its marks, in seconds. */
export interface Segment {
  text: string;
  start: number;
  end: number;
}

/**
 * Words with times, from phrases with times: within a phrase each word takes as long as it has
 * letters. Phrases carry the full stops and capitals that lists of words lack.
 */
export function wordsOf(segments: readonly Segment[]): Word[] {
  return segments.flatMap(({ text, start, end }) => {
    const words = text.trim().split(/\s+/).filter(Boolean);
    const letters = words.reduce((sum, word) => sum + word.length + 1, 0);
    const perLetter = Math.max(0, end - start) / Math.max(1, letters);
    let at = start;
    return words.map((word) => {
      const from = at;
      at += (word.length + 1) * perLetter;
      return { text: word, start: round(from), end: round(at) };
    });
  });
}

const round = (seconds: number) => Math.round(seconds * 1000) / 1000;

let tags: Map<string, string> | null = null;

/**
 * The tag of a language that an engine names: "es", "es-MX" and "spanish" are all good.
 * @returns null where it is neither
 */
export function languageTag(name: string | null | undefined): string | null {
  if (!name) return null;
  if (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name)) return name;
  tags ??= englishNames();
  return tags.get(name.toLowerCase()) ?? null;
}

/** All two-letter codes that have a name, by that name in English. */
function englishNames(): Map<string, string> {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return new Map(
    letters.flatMap((a) =>
      letters.flatMap((b): [string, string][] => {
        const name = names.of(a + b);
        return name === undefined ? [] : [[name.toLowerCase(), a + b]];
      }),
    ),
  );
}
