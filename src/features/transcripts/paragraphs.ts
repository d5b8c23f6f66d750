import type { Cue } from './webvtt.ts';

/** What stands between two full stops, from the first of its cues to the last. */
export type Sentence = Cue;

/** A longer silence than this begins a paragraph, in seconds. */
const BREATH = 1.5;
/** A paragraph of this many sentences ends at the next chance. */
const MANY = 5;

/** Joins the pieces that captions are cut into, up to the mark that ends a sentence. */
export function sentencesOf(cues: readonly Cue[]): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Sentence | null = null;
  for (const cue of cues) {
    const text = cue.text.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    if (open && cue.start - open.end > BREATH) open = null;
    if (open) {
      open.text += ` ${text}`;
      open.end = cue.end;
    } else {
      open = { start: cue.start, end: cue.end, text };
      sentences.push(open);
    }
    if (/[.!?…]["”’»)]*$/.test(text)) open = null;
  }
  return sentences;
}

/** Paragraphs as a reader expects them: a pause in the telling, or enough said. */
export function paragraphsOf(cues: readonly Cue[]): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  let last: Sentence | null = null;
  for (const sentence of sentencesOf(cues)) {
    const current = paragraphs.at(-1);
    const paused = last !== null && sentence.start - last.end > BREATH;
    if (!current || paused || current.length >= MANY) paragraphs.push([sentence]);
    else current.push(sentence);
    last = sentence;
  }
  return paragraphs;
}
