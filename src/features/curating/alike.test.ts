import { expect, test } from 'vitest';
import { alikePairs } from './alike.ts';

const pairsOf = async (texts: string[], threshold: number) =>
  (
    await alikePairs(
      texts.map((text) => ({ id: text, text })),
      threshold,
    )
  ).map(({ one, other, likeness }) => [one, other, Math.round(likeness * 100) / 100]);

test.each([
  // as pg_trgm's similarity() has it
  ['word', 'two words', 0.36],
  ['What was your first job?', 'What was your very first job?', 0.82],
  ['What was your FIRST jób', 'what was your first job?!', 1],
  ['¿Qué cocinaba tu madre?', 'Que cocinaba tu madre', 1],
  ['祖母の家', '祖母の庭', 0.43],
])('%s and %s', async (one, other, likeness) => {
  expect(await pairsOf([one, other], 0.01)).toEqual([[one, other, likeness]]);
  expect(await pairsOf([one, other], likeness + 0.01)).toEqual([]);
});

test('what shares nothing is no pair, and of several each pair is found once', async () => {
  expect(await pairsOf(['', '?', 'A cat', 'The dog'], 0.01)).toEqual([]);
  expect(await pairsOf(['a b', 'A B', 'a-b'], 1)).toEqual([
    ['a b', 'A B', 1],
    ['a b', 'a-b', 1],
    ['A B', 'a-b', 1],
  ]);
});
