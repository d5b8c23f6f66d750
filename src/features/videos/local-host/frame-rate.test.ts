import { describe, expect, test } from 'vitest';
import { framesPerSecond, measuredFrameRate } from './frame-rate.ts';

/** Times of so many frames, with a time of their own for each. */
function frames(count: number, at: (n: number) => number): number[] {
  return Array.from({ length: count }, (_, n) => at(n));
}

describe('measuredFrameRate', () => {
  test.each([
    ['25', frames(100, (n) => n / 25), { num: 25, den: 1 }],
    ['29.97', frames(300, (n) => (n * 1001) / 30000), { num: 30000, den: 1001 }],
    [
      '30 in whole milliseconds',
      frames(300, (n) => Math.round(n * 33.3333) / 1000),
      { num: 30, den: 1 },
    ],
    ['60', frames(300, (n) => n / 60), { num: 60, den: 1 }],
    ['120, halved', frames(300, (n) => n / 120), { num: 60, den: 1 }],
    ['100, halved', frames(300, (n) => n / 100), { num: 50, den: 1 }],
    [
      'a third of the frames dropped',
      frames(300, (n) => (n + Math.floor(n / 2)) / 30),
      { num: 30, den: 1 },
    ],
    [
      'late by up to 12 ms',
      frames(250, (n) => n / 25 + ((n * 7) % 13) / 1000),
      { num: 25, den: 1 },
    ],
    [
      'two by two',
      frames(100, (n) => Math.floor(n / 2) / 12.5 + (n % 2) / 1000),
      { num: 25, den: 1 },
    ],
    ['one picture a second', frames(20, (n) => n), { num: 5, den: 1 }],
    ['one frame', [0], { num: 30, den: 1 }],
    ['none', [], { num: 30, den: 1 }],
    ['all at once', [1, 1, 1], { num: 30, den: 1 }],
  ])('%s', (_, times, rate) => {
    expect(measuredFrameRate(times)).toEqual(rate);
  });

  test('the order in the file does not matter: frames that lean on later ones come later', () => {
    const times = frames(100, (n) => n / 25);
    const shuffled = times.map((_, n) => times[n ^ 1] ?? 0);
    expect(framesPerSecond(measuredFrameRate(shuffled))).toBe(25);
  });
});
