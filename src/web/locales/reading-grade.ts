/**
 * Words that every page of ours teaches, or that every home knows, however long: a reader meets them
 * as one. The formula takes long for hard, which they are not.
 */
const known =
  /^(telloom|stor(y|ies|yteller|ytellers)|record(ing|ings|ed)?|invit(e|ed|es|ation|ations)|famil(y|ies)|videos?|questions?|camera|microphone|e-?mail|address(es)?|internet|subscription|(any|every|no|some)(body|one|thing)|another)$/;

/** How many beats a word has, as English mostly writes them. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z-]|^y/g, '');
  if (known.test(letters)) return Math.min(2, vowels(letters));
  return vowels(letters.replace(/([^laeiouy]es|[^aeioutdy]ed|[^laeiouy]e)$/, ''));
}

const vowels = (letters: string) => Math.max(1, letters.match(/[aeiouy]{1,2}/g)?.length ?? 0);

const wordsOf = (text: string) => text.split(/[\s/]+/).filter((word) => /[a-z0-9]/i.test(word));

export interface Reading {
  words: number;
  /** Years of school that it takes to read it with ease. */
  grade: number;
}

/** The Flesch-Kincaid grade (Kincaid et al., 1975) of some sentences. */
export function readingOf(text: string): Reading {
  const sentences = text.split(/[.?!:]+(?=\s|$)/).filter((part) => wordsOf(part).length > 0);
  const words = wordsOf(text);
  const beats = words.reduce((sum, word) => sum + syllables(word), 0);
  const perSentence = words.length / Math.max(1, sentences.length);
  const perWord = beats / Math.max(1, words.length);
  return { words: words.length, grade: 0.39 * perSentence + 11.8 * perWord - 15.59 };
}

/** A message of a catalogue as it may appear: a name for each placeholder, many of each plural. */
export const sample = (message: string): string =>
  message
    .replace(/\{\w+, plural,.*?other \{([^{}]*)\}\}/g, '$1')
    .replace(/<\/?\d+\/?>/g, '')
    .replace(/\{\w+\}/g, 'Ann')
    .replaceAll('#', '3');
