import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { expect, test } from 'vitest';
import { readingOf, sample } from './reading-grade.ts';

/** Years of school. */
const HARDEST = 6;
/** Of a name or a button the formula says nothing. */
const SENTENCE = 6;

/** Pages of admins alone may ask for more. */
const ofAdmins = /features\/(admin|curating)\//;

/** What has no easier words that say the same: to the formula, this address is one long word. */
const accepted = new Set(['Enter an e-mail address like name@example.com.']);

test('every sentence of the pages for storytellers and families is read with six years of school', async () => {
  const [catalog] = await getCatalogs(getConfig());
  const messages = Object.entries((await catalog?.read('en')) ?? {});
  const hard = messages
    .filter(([, { origin = [] }]) => !origin.every(([file]) => ofAdmins.test(file)))
    .map(([id, { message }]) => message ?? id)
    .map((message) => ({ message, ...readingOf(sample(message)) }))
    .filter(({ words, grade }) => words >= SENTENCE && grade > HARDEST)
    .map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(0);
  expect(hard.filter((message) => !accepted.has(message))).toEqual([]);
  expect([...accepted].filter((message) => !hard.includes(message))).toEqual([]);
});

test.each([
  ['The cat sat on the mat.', 1],
  ['Press the red button, and tell us what you saw.', 4],
  ['Authentication requires an institutional administrator’s authorization.', 32],
])('tells easy from hard: %s', (text, atMost) => {
  const { grade } = readingOf(text);
  expect(grade).toBeLessThanOrEqual(atMost);
  expect(grade).toBeGreaterThan(atMost - 15);
});

test('reads a message as people do', () => {
  expect(sample('{n, plural, one {# file} other {# files}} for <0>{who}</0>')).toBe('3 files for Ann');
});
