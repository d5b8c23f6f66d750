import { expect, test } from 'vitest';
import { regional } from './regional.ts';

test.each([
  ['en', ['en-GB', 'en-US', 'en'], 'en-GB'],
  ['en', ['en', 'en-AU'], 'en-AU'],
  ['en', ['de-DE', 'de', 'en-US', 'en'], 'en-US'],
  ['en', ['de-AT', 'de'], 'en-AT'],
  ['es', ['es-MX', 'en-US'], 'es-MX'],
  ['es', ['en-US', 'en'], 'es-US'],
  ['es', ['zh-Hans-CN'], 'es-CN'],
  ['en', ['fr'], 'en'],
  ['en', ['en-US@posix', 'en_GB'], 'en'],
  ['en', [], 'en'],
])('%s for a browser that has %j is written as %s', (language, browser, written) => {
  expect(regional(language, browser)).toBe(written);
});

test('a day comes before its month for English readers outside America', () => {
  const day = new Date(Date.UTC(2026, 10, 24));
  const written = (browser: string[]) =>
    new Intl.DateTimeFormat(regional('en', browser), { dateStyle: 'long', timeZone: 'UTC' }).format(
      day,
    );
  expect([['en-GB'], ['de-DE'], ['en-US']].map(written)).toEqual([
    '24 November 2026',
    '24 November 2026',
    'November 24, 2026',
  ]);
});
