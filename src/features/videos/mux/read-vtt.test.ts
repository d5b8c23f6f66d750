import { expect, test } from 'vitest';
import { readVtt } from './read-vtt.ts';

test('reads cues with and without hours, numbers, notes and settings', () => {
  const text = [
    '\uFEFFWEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0',
    'NOTE made by a machine',
    '1\n00:01.500 --> 00:03.000 align:start\nMy mother\nbaked bread.',
    '01:00:00.000 --> 01:00:02.250\nIn the kitchen.',
  ].join('\r\n\r\n');
  expect(readVtt(text)).toEqual([
    { start: 1.5, end: 3, text: 'My mother\nbaked bread.' },
    { start: 3600, end: 3602.25, text: 'In the kitchen.' },
  ]);
});

test('takes the words out of markup', () => {
  const text = 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Tom &amp; <b>I</b> &lt;3</v>';
  expect(readVtt(text)).toEqual([{ start: 0, end: 1, text: 'Tom & I <3' }]);
});

test('leaves out what has no words or does not last, and finds nothing in other text', () => {
  expect(readVtt('WEBVTT\n\n00:00.000 --> 00:01.000\n<i></i>')).toEqual([]);
  expect(readVtt('WEBVTT\n\n00:02.000 --> 00:01.000\nbackwards')).toEqual([]);
  expect(readVtt('<html>Not found</html>')).toEqual([]);
});
