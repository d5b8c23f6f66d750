import { describe, expect, test } from 'vitest';
import { toWebVtt } from './webvtt.ts';

describe('toWebVtt', () => {
  test('writes cues in order of time, with hours and milliseconds', () => {
    const cues = [
      { start: 3661.5, end: 3662.0004, text: 'later' },
      { start: 0, end: 1.25, text: 'first\nsecond line' },
    ];
    expect(toWebVtt(cues, { language: 'en' })).toBe(
      'WEBVTT\n\nNOTE language: en\n\n' +
        '00:00:00.000 --> 00:00:01.250\nfirst\nsecond line\n\n' +
        '01:01:01.500 --> 01:01:02.000\nlater\n',
    );
  });

  test('a moment just under a minute is carried over, not written as 60 seconds', () => {
    const vtt = toWebVtt([{ start: 59.9996, end: 61, text: 'x' }], { language: 'en' });
    expect(vtt).toContain('00:01:00.000 --> 00:01:01.000');
  });

  test('what people say cannot become markup or another cue', () => {
    const text = 'Tom & Ann <b>met</b>\n\n00:00:05.000 --> 00:00:09.000\r\nagain\0';
    const vtt = toWebVtt([{ start: 0, end: 2, text }], { language: 'en' });
    expect(vtt.split('-->')).toHaveLength(2);
    expect(
      vtt.endsWith(
        'Tom &amp; Ann &lt;b&gt;met&lt;/b&gt;\n00:00:05.000 --&gt; 00:00:09.000\nagain\n',
      ),
    ).toBe(true);
    expect(vtt.match(/\n\n/g)).toHaveLength(2);
  });

  test('a language cannot add lines', () => {
    expect(toWebVtt([], { language: 'es-MX\n\nx' })).toBe('WEBVTT\n\nNOTE language: es-MXx\n');
  });

  test('empty and backward cues are left out', () => {
    const cues = [
      { start: 1, end: 2, text: ' \n ' },
      { start: 3, end: 3, text: 'no time' },
      { start: 4, end: 5, text: 'kept' },
    ];
    expect(toWebVtt(cues, { language: 'en' }).match(/-->/g)).toHaveLength(1);
  });
});
