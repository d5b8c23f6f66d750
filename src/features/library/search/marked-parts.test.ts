import { expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

it.each([
  ['plain', [['plain', false]]],
  ['\uE000bread\uE001', [['bread', true]]],
  [
    'the \uE000bread\uE001 & <b>salt</b>',
    [
      ['the ', false],
      ['bread', true],
      [' & <b>salt</b>', false],
    ],
  ],
  [
    '\uE000a\uE001 \uE000b\uE001',
    [
      ['a', true],
      [' ', false],
      ['b', true],
    ],
  ],
  ['', []],
])('%j', (snippet, parts) => {
  expect(markedParts(snippet)).toEqual(parts.map(([text, hit]) => ({ text, hit })));
});
