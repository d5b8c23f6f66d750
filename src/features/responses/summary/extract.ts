import type { Line } from './lines.ts';
import { stopWords } from './stop-words.ts';

/** Below this many words the telling is its own summary. */
const SHORT = 45;
/** Sentences too short to stand alone, or too long to be read at a glance, in words. */
const FITTING = { least: 5, most: 40 };
const DAMPING = 0.85;
const ROUNDS = 30;
/** Two sentences that are this much alike say the same. */
const ALIKE = 0.5;
/** Comparing each with each: more than two hours of talk hold is not needed to find three. */
const MOST_LINES = 1500;

type Weights = Map<string, number>;

/**
 * The sentences that say most of a telling, as they were said and in their order: TextRank
 * (Mihalcea and Tarau, https://aclanthology.org/W04-3252/), which needs no dictionary. Sentences
 * recommend those that share their rarer words.
 * @returns nothing for a telling so short that it needs no summary
 */
export function extractSummary(lines: readonly Line[], count = 3): Line[] {
  const words = lines.reduce((sum, line) => sum + line.text.split(/\s+/).length, 0);
  if (words < SHORT || lines.length <= count) return [];
  const chosen: { index: number; weights: Weights }[] = [];
  for (const candidate of ranked(lines)) {
    if (chosen.length === count) break;
    if (chosen.every((other) => likeness(other.weights, candidate.weights) < ALIKE)) {
      chosen.push(candidate);
    }
  }
  return chosen.map(({ index }) => lines[index] as Line).sort((a, b) => a.start - b.start);
}

/** Fitting sentences, the one that says most first. */
function ranked(lines: readonly Line[]) {
  const every = Math.ceil(lines.length / MOST_LINES);
  const sampled = lines
    .map((line, index) => ({ line, index }))
    .filter(({ index }) => index % every === 0);
  const weights = weigh(sampled.map(({ line }) => terms(line.text)));
  const scores = recommend(weights);
  return sampled
    .map(({ line, index }, i) => ({
      index,
      length: line.text.split(/\s+/).length,
      weights: weights[i] as Weights,
      score: scores[i] as number,
    }))
    .filter(
      ({ length, weights: own }) =>
        length >= FITTING.least && length <= FITTING.most && own.size > 0,
    )
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

/** Words without accents, and without endings: the first six letters tell most words apart. */
function terms(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 1 && !stopWords.has(word))
    .map((word) => word.slice(0, 6));
}

/** Each sentence's words, rare ones heavy, scaled to length one. */
function weigh(sentences: string[][]): Weights[] {
  const inSentences = new Map<string, number>();
  for (const words of sentences) {
    for (const word of new Set(words)) inSentences.set(word, (inSentences.get(word) ?? 0) + 1);
  }
  return sentences.map((words) => {
    const weights: Weights = new Map();
    for (const word of words) {
      const rarity = Math.log(1 + sentences.length / (inSentences.get(word) ?? 1));
      weights.set(word, (weights.get(word) ?? 0) + rarity);
    }
    const length = Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0));
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  });
}

function likeness(a: Weights, b: Weights): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

function recommend(weights: Weights[]): number[] {
  const edges = weights.map((a, i) =>
    weights.flatMap((b, j) => {
      const alike = i === j ? 0 : likeness(a, b);
      return alike > 0 ? [{ to: j, alike }] : [];
    }),
  );
  const given = edges.map((list) => list.reduce((sum, { alike }) => sum + alike, 0));
  let scores = weights.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = weights.map(() => 1 - DAMPING);
    edges.forEach((list, from) => {
      for (const { to, alike } of list) {
        const share = (alike / (given[from] as number)) * (scores[from] as number);
        next[to] = (next[to] as number) + DAMPING * share;
      }
    });
    scores = next;
  }
  return scores;
}
