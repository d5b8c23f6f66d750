import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../../config.ts';
import { run } from '../../videos/local-host/run.ts';
import { TEST_EFFORT } from '../../videos/local-host/testing/clips.ts';
import { findTools, type Tools } from '../../videos/local-host/tools.ts';
import type { TranscriptEngine } from './engine.ts';
import { chooseEngine } from './engines.ts';
import { readWord } from './pocketsphinx.ts';

const SAID =
  'My grandmother was born in a small town near the river. Her father worked on the railway, and her mother baked bread every morning.';

let dir: string;
let tools: Tools;
let engine: TranscriptEngine;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'telloom-speech-'));
  const found = await findTools({ effort: TEST_EFFORT });
  const chosen = await chooseEngine({ tools: found, config: parseConfig({}) });
  if (!found || !chosen) throw new Error('These tests need ffmpeg and pocketsphinx in PATH.');
  tools = found;
  engine = chosen;
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Festival says it; then it goes the way of a browser's recording. */
async function speak(text: string): Promise<string> {
  await writeFile(join(dir, 'text'), text);
  await run('text2wave', ['text', '-o', 'speech.wav'], { cwd: dir, timeoutMs: 60_000 });
  const coded = ['-c:a', 'libopus', '-live', '1', 'speech.webm'];
  await run(tools.ffmpeg, ['-nostdin', '-v', 'error', '-y', '-i', 'speech.wav', ...coded], {
    cwd: dir,
    timeoutMs: 60_000,
  });
  return join(dir, 'speech.webm');
}

describe('pocketsphinx', { timeout: 60_000 }, () => {
  test('hears most words of a clear voice, with captions at their times', async () => {
    const media = await speak(SAID);
    const heard = await engine.transcribe({ media, workDir: dir });
    expect(heard.language).toBe('en');
    const words = SAID.toLowerCase().match(/[a-z]+/g) ?? [];
    const known = new Set(heard.text.toLowerCase().split(' '));
    const found = words.filter((word) => known.has(word));
    expect(found.length / words.length).toBeGreaterThan(0.8);
    expect(heard.text).toMatch(/^My grandmother/);
    expect(heard.text).not.toMatch(/[<>[\]()+]/);
    expect(heard.cues.map((cue) => cue.text.replace('\n', ' ')).join(' ')).toBe(heard.text);

    expect(heard.cues.length).toBeGreaterThan(1);
    expect(heard.cues[0]?.start).toBeLessThan(1);
    const father = heard.cues.find((cue) => cue.text.includes('father'));
    expect(father?.start).toBeGreaterThan(3);
    expect(heard.cues.at(-1)?.end).toBeLessThan(10);
    expect((await readdir(dir)).filter((name) => name.startsWith('transcript-'))).toEqual([]);
  });

  test('silence is no words', async () => {
    const silence = ['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '2', 'silence.wav'];
    await run(tools.ffmpeg, ['-nostdin', '-v', 'error', '-y', ...silence], {
      cwd: dir,
      timeoutMs: 60_000,
    });
    const heard = await engine.transcribe({ media: join(dir, 'silence.wav'), workDir: dir });
    expect(heard).toEqual({ text: '', language: 'en', cues: [] });
  });

  test('a file without sound is an error, and nothing is left of the try', async () => {
    const media = join(dir, 'letter.webm');
    await writeFile(media, 'a letter');
    await expect(engine.transcribe({ media, workDir: dir })).rejects.toMatchObject({
      reason: 'failed',
    });
    expect((await readdir(dir)).filter((name) => name.startsWith('transcript-'))).toEqual([]);
  });
});

describe('readWord', () => {
  test.each([
    ['grandmother 0.460 1.040 0.996705', [{ text: 'grandmother', start: 0.46, end: 1.04 }]],
    ['and(2) 5.700 5.880 0.996605', [{ text: 'and', start: 5.7, end: 5.88 }]],
    ["i'm 1.000 1.200 1.000100", [{ text: "i'm", start: 1, end: 1.2 }]],
    ['<sil> 2.540 2.710 0.826776', []],
    ['</s> 3.670 3.690 1.000000', []],
    ['[NOISE] 3.480 3.660 0.999500', []],
    ['++UM++ 3.480 3.660 0.999500', []],
    ['my grandmother was born', []],
    ['', []],
  ])('%s', (line, words) => {
    expect(readWord(line)).toEqual(words);
  });
});

test('without ffmpeg there is no engine', async () => {
  expect(await chooseEngine({ tools: null, config: parseConfig({}) })).toBeNull();
});
