import { expect, it } from 'vitest';
import { handleOf, isCode } from './handle.ts';

const code = 'a'.repeat(32);

it.each([
  [' rosa.l ', 'rosa.l'],
  ['@rosa.l', 'rosa.l'],
  ['rosa@example.org', 'rosa@example.org'],
  [`https://telloom.example/follow/${code}`, code],
  [`telloom.example/follow/rosa%2El/`, 'rosa.l'],
  ['https://telloom.example/follow/%E0%A4%A', '%E0%A4%A'],
])('%s is about %s', (typed, handle) => {
  expect(handleOf(typed)).toBe(handle);
});

it('a code is no username', () => {
  expect([code, 'rosa.l', 'A'.repeat(32), `${code}a`].map(isCode)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
