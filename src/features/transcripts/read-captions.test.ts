import { describe, expect, test } from 'vitest';
import { checkCues, mendCues } from './check-cues.ts';
import { exportCaptions } from './export-captions.ts';
import { CaptionsError, MAX_FILE_BYTES, readCaptions } from './read-captions.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCaptions(bytes(text));

describe('readCaptions', () => {
  test('WebVTT, with all that may stand beside the words', () => {
    const file = `\ufeffWEBVTT - of the kitchen\r
X-TIMESTAMP-MAP=LOCAL:00:00:00.000\r
\r
NOTE language: es\r
00:01.000, and in a note\r
\r
STYLE\r
::cue { color: red }\r
\r
first\r
00:01.000 --> 00:02.500 line:0 align:start\r
<v Rosa>Tom &amp; <i>Ana</i></v>\r
&lt;lived&gt; here\r
\r
01:00:00.5 --> 01:00:01.000\r
- Later`;
    expect(read(file)).toEqual([
      { start: 1, end: 2.5, text: 'Tom & Ana\n<lived> here' },
      { start: 3600.5, end: 3601, text: '- Later' },
    ]);
  });

  test('SubRip, also where an empty line is missing', () => {
    const file =
      '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="red">Uno</font>\n2\n00:00:03,000 --> 00:00:04,000\nDos\n';
    // the number of a cue that follows at once cannot be told from words
    expect(read(file).map((cue) => cue.text)).toEqual(['Uno', 'Dos']);
  });

  test('words that run from right to left come through as they are', () => {
    const hebrew = '\u200fשלום, סבתא\u200f';
    expect(read(`WEBVTT\n\n00:00.000 --> 00:01.000\n${hebrew}`)[0]?.text).toBe(hebrew);
  });

  test.each([
    ['nothing', '', 'not-captions', null],
    ['a letter', 'Dear Rosa,\n\nhow are you?', 'not-captions', null],
    ['a header alone', 'WEBVTT\n', 'not-captions', null],
    ['a time that is none', 'WEBVTT\n\n00:01.000 --> soon\nx', 'bad-time', 3],
    ['a minute of 75 seconds', 'WEBVTT\n\n00:75.000 --> 02:00.000\nx', 'bad-time', 3],
    ['a time below zero', 'WEBVTT\n\n-00:01.000 --> 00:02.000\nx', 'bad-time', 3],
  ])('refuses %s', (_what, file, problem, line) => {
    expect(() => read(file)).toThrow(expect.objectContaining({ problem, line }));
  });

  test('refuses bytes that are no UTF-8, and more of them than captions can be', () => {
    expect(() => readCaptions(Uint8Array.of(0x57, 0xe9, 0x0a))).toThrow(
      new CaptionsError('not-utf8'),
    );
    expect(() => readCaptions(new Uint8Array(MAX_FILE_BYTES + 1))).toThrow(
      new CaptionsError('too-large'),
    );
  });

  test('what was exported comes back the same', () => {
    const cues = [
      { start: 0, end: 1.25, text: 'Tom & <Ana>\nsecond line' },
      { start: 3661.5, end: 3662.004, text: 'ñandú' },
    ];
    for (const format of ['vtt', 'srt'] as const) {
      const file = exportCaptions(format, { cues: [...cues], text: '', language: 'es' });
      const back = read(file.text);
      // SubRip cannot say that a bracket is one
      if (format === 'vtt') expect(back).toEqual(cues);
      else
        expect(back.map(({ start, end }) => [start, end])).toEqual([
          [0, 1.25],
          [3661.5, 3662.004],
        ]);
    }
  });
});

describe('checkCues', () => {
  const cue = (start: number, end: number, text = 'x') => ({ start, end, text });
  test.each([
    ['good', [cue(0, 1), cue(1, 2.5), cue(9, 10.9)], []],
    ['backward', [cue(2, 1)], [[0, 'times']]],
    ['below zero', [cue(-1, 1)], [[0, 'times']]],
    ['no number', [cue(Number.NaN, 1)], [[0, 'times']]],
    ['out of order', [cue(5, 6), cue(1, 2)], [[1, 'order']]],
    ['overlapping', [cue(1, 3), cue(2, 4)], [[1, 'overlaps']]],
    ['beyond the end', [cue(1, 2), cue(11, 12)], [[1, 'beyond']]],
    ['without words', [cue(1, 2, ' \n')], [[0, 'empty']]],
    ['a flood', [cue(1, 2, 'x'.repeat(2001))], [[0, 'too-long']]],
    ['a bell', [cue(1, 2, 'ding\u0007')], [[0, 'control']]],
    ['half a character', [cue(1, 2, '\ud83d')], [[0, 'control']]],
    ['a whole one, from right to left', [cue(1, 2, '👵🏽 \u202bסבתא\u202c\t!')], []],
  ])('%s', (_what, cues, expected) => {
    expect(checkCues(cues, 10).map(({ index, problem }) => [index, problem])).toEqual(expected);
  });

  test('a machine’s are mended', () => {
    const rolling = [cue(2, 5, 'two\u0000'), cue(1, 3, 'one'), cue(4, 4, 'none'), cue(5, 6, ' ')];
    expect(mendCues(rolling)).toEqual([cue(1, 2, 'one'), cue(2, 5, 'two')]);
    expect(checkCues(mendCues(rolling), null)).toEqual([]);
  });
});
