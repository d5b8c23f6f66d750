import { describe, expect, test } from 'vitest';
import { toCues, type Word } from './cues.ts';

/** Words of 0.3 s one after another. */
function say(text: string, from = 0): Word[] {
  return text.split(' ').map((word, i) => ({
    text: word,
    start: from + i * 0.3,
    end: from + i * 0.3 + 0.3,
  }));
}

describe('toCues', () => {
  test('nothing said is no caption', () => {
    expect(toCues([])).toEqual([]);
  });

  test('a pause begins a new caption, and the first does not stay into the second', () => {
    const cues = toCues([...say('we lived by the river'), ...say('then we moved', 2.3)]);
    expect(cues.map((cue) => cue.text)).toEqual(['we lived by the river', 'then we moved']);
    expect(cues[0]?.end).toBeLessThanOrEqual(2.3);
    expect(cues[1]?.start).toBe(2.3);
  });

  test('no caption has more than two lines of 37 characters, or six seconds', () => {
    const long = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ');
    const cues = toCues(say(long));
    for (const cue of cues) {
      const lines = cue.text.split('\n');
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(37);
      expect(cue.end - cue.start).toBeLessThanOrEqual(6);
      expect(cue.end - cue.start).toBeGreaterThanOrEqual(1);
    }
    expect(cues.flatMap((cue) => cue.text.split(/\s/)).join(' ')).toBe(long);
    for (const [i, cue] of cues.entries()) {
      expect(cue.end).toBeLessThanOrEqual(cues[i + 1]?.start ?? Number.POSITIVE_INFINITY);
    }
  });

  test('a single short word can be read for a second', () => {
    expect(toCues([{ text: 'yes', start: 4, end: 4.2 }])).toEqual([
      { start: 4, end: 5, text: 'yes' },
    ]);
  });

  test('a word longer than a line stays whole', () => {
    const word = 'a'.repeat(50);
    expect(toCues([{ text: word, start: 0, end: 1 }])[0]?.text).toBe(word);
  });
});
