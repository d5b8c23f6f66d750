import { expect, it } from 'vitest';
import { clockWords, sizeWords } from './clock.ts';

it('writes seconds as a clock does', () => {
  expect([0, 42.9, 61, 725, 3723].map(clockWords)).toEqual([
    '0:00',
    '0:42',
    '1:01',
    '12:05',
    '1:02:03',
  ]);
});

it('writes bytes in the unit that fits', () => {
  expect([0, 640_000, 12_400_000, 1_380_000_000].map((n) => sizeWords(n, 'en'))).toEqual([
    '0 kB',
    '640 kB',
    '12 MB',
    '1.4 GB',
  ]);
});
