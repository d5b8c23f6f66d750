import { expect, it } from 'vitest';
import { paragraphsOf, sentencesOf } from './paragraphs.ts';

const cue = (start: number, end: number, text: string) => ({ start, end, text });

it('joins the pieces of a sentence and keeps its span', () => {
  const cues = [cue(0, 2, 'We lived by\nthe river.'), cue(2, 4, 'My father'), cue(4, 6, 'fished.')];
  expect(sentencesOf(cues)).toEqual([
    { start: 0, end: 2, text: 'We lived by the river.' },
    { start: 2, end: 6, text: 'My father fished.' },
  ]);
});

it('lets a pause end a sentence that has no mark, as machines write them', () => {
  const cues = [cue(0, 2, 'we lived by the river'), cue(5, 6, 'then came the war'), cue(6, 7, ' ')];
  expect(sentencesOf(cues).map((s) => s.text)).toEqual([
    'we lived by the river',
    'then came the war',
  ]);
});

it('begins a paragraph after a pause, or after five sentences', () => {
  const six = Array.from({ length: 6 }, (_, i) => cue(i, i + 1, `Sentence ${i}.`));
  expect(paragraphsOf(six).map((p) => p.length)).toEqual([5, 1]);
  expect(paragraphsOf([cue(0, 1, 'One.'), cue(4, 5, 'Two.')]).map((p) => p.length)).toEqual([1, 1]);
  expect(paragraphsOf([])).toEqual([]);
});
