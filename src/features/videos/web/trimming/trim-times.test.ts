import { expect, test } from 'vitest';
import { moved, readTime, timeText } from './trim-times.ts';

test.each([
  [0, '0:00.0'],
  [7.46, '0:07.5'],
  [59.96, '1:00.0'],
  [725, '12:05.0'],
  [3723, '1:02:03.0'],
])('%f seconds read %s, and are understood again', (seconds, text) => {
  expect(timeText(seconds, 'en')).toBe(text);
  expect(readTime(text)).toBeCloseTo(seconds, 1);
});

test('a comma is a point, seconds alone will do, and nonsense is nothing', () => {
  expect(timeText(7.5, 'es')).toBe('0:07,5');
  expect([' 0:07,5 ', '90', '1:5'].map(readTime)).toEqual([7.5, 90, 65]);
  expect(['', 'a', '1:', ':5', '1:2:3:4', '-1', '1e3', 'NaN'].map(readTime)).toEqual(
    Array(8).fill(null),
  );
});

test('an end moves as far as the recording goes, and leaves a second', () => {
  const part = { start: 2, end: 9 };
  const length = 10.04;
  expect(moved(part, 'start', 3.16, length)).toEqual({ start: 3.2, end: 9 });
  expect(moved(part, 'start', -5, length)).toEqual({ start: 0, end: 9 });
  expect(moved(part, 'start', 20, length)).toEqual({ start: 8, end: 9 });
  expect(moved(part, 'end', 0, length)).toEqual({ start: 2, end: 3 });
  expect(moved(part, 'end', 10, length)).toEqual({ start: 2, end: length });
  expect(moved(part, 'end', 9.9, length)).toEqual({ start: 2, end: 9.9 });
});
