import { expect, it } from 'vitest';
import { partsOf } from './summary-parts.ts';

const links = [
  { text: 'She baked.', start: 4 },
  { text: 'She sang.', start: 9 },
];

it('takes a summary apart where its sentences come from a second', () => {
  const summary = 'Early on: She baked. She sang. Always.';
  expect(partsOf({ summary, summaryByMachine: false, summaryLinks: links })).toEqual([
    { text: 'Early on: ', start: null },
    { text: 'She baked.', start: 4 },
    { text: ' ', start: null },
    { text: 'She sang.', start: 9 },
    { text: ' Always.', start: null },
  ]);
});

it('leaves alone what is not there, or nothing at all', () => {
  const of = (summary: string | null) =>
    partsOf({ summary, summaryByMachine: false, summaryLinks: links });
  expect(of('By hand.')).toEqual([{ text: 'By hand.', start: null }]);
  expect(of(null)).toEqual([]);
});
