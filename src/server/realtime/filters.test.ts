import { expect, it } from 'vitest';
import { readFilters } from './filters.ts';

const shown = (text: string) =>
  readFilters(text).map(({ column, op, value, negate }) => [
    column,
    negate ? `not ${op}` : op,
    value,
  ]);

it.each([
  ['id=eq.1', [['id', 'eq', '1']]],
  ['title=like.%a=b%', [['title', 'like', '%a=b%']]],
  [
    'a=gt.1,b=lt.2',
    [
      ['a', 'gt', '1'],
      ['b', 'lt', '2'],
    ],
  ],
  ['a=not.is.null', [['a', 'not is', 'null']]],
  ['name=eq."a,b (c)"', [['name', 'eq', 'a,b (c)']]],
  ['name=eq."say \\"hi\\" \\\\"', [['name', 'eq', 'say "hi" \\']]],
  ['a=in.(x, y,"a,b","q\\"")', [['a', 'in', '{"x","y","a,b","q\\""}']]],
  [
    'a=not.in.(1,2),b=eq.',
    [
      ['a', 'not in', '{"1","2"}'],
      ['b', 'eq', ''],
    ],
  ],
])('%s', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it.each([
  'x',
  '=eq.1',
  'a=EQ.1',
  'a=eq',
  'a=in.1,2',
  'a=eq.1,b',
  'a=match.x',
  'a=has.x',
  `a=eq.${'x'.repeat(501)}`,
  'a=like.%a%a%a%a%',
  Array(11).fill('a=eq.1').join(','),
])('%s is refused', (text) => {
  expect(() => readFilters(text)).toThrow(/no filter|not offered|parentheses|too long|too many/);
});
