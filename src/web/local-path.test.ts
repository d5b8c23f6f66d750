import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/topics', '/stories/1?from=feed#notes'])('%s stays', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  'topics',
  '',
  undefined,
  7,
])('%s does not lead away', (value) => {
  expect(localPath(value)).toBeUndefined();
});
