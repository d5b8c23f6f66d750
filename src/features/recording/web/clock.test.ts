import { expect, it } from 'vitest';
import { clockWords } from './clock.ts';

it('writes seconds as a clock does', () => {
  expect([0, 42.9, 61, 725, 3723].map(clockWords)).toEqual([
    '0:00',
    '0:42',
    '1:01',
    '12:05',
    '1:02:03',
  ]);
});
