import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../videos/local-host/run.ts';
import { FFMPEG_START, safeInput } from '../../videos/local-host/safe-input.ts';
import { findInPath, type Tools } from '../../videos/local-host/tools.ts';
import { toCues, type Word } from './cues.ts';
import type { TranscribeInput, TranscriptEngine, Transcription } from './engine.ts';

const CONVERT_MS = 15 * 60_000;
/** It hears about five times faster than people speak; four hours leave room for any recording. */
const LISTEN_MS = 4 * 3600_000;
const PROGRAM = 'pocketsphinx_continuous';

/**
 * CMU Pocketsphinx 5prealpha, as Debian packages it (`pocketsphinx`, `pocketsphinx-en-us`): English
 * only, good with a clear voice, poor with many real ones, and nothing leaves the machine.
 * @returns null when the program is not in PATH
 */
export async function pocketsphinx(tools: Tools): Promise<TranscriptEngine | null> {
  const program = await findInPath(PROGRAM);
  if (!program) return null;
  return {
    name: 'pocketsphinx',
    languages: ['en'],
    transcribe: (input) => transcribe(tools, program, input),
  };
}

async function transcribe(
  tools: Tools,
  program: string,
  { media, workDir, signal }: TranscribeInput,
): Promise<Transcription> {
  const folder = await mkdtemp(join(workDir, 'transcript-'));
  try {
    const wav = join(folder, 'speech.wav');
    // The acoustic model was trained on 16 kHz, one channel.
    const format = ['-map', '0:a:0', '-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le', wav];
    await run(tools.ffmpeg, [...FFMPEG_START, ...safeInput(media), ...format], {
      timeoutMs: CONVERT_MS,
      signal,
    });
    const words: Word[] = [];
    await run(program, ['-infile', wav, '-time', 'yes', '-logfn', join(folder, 'log')], {
      timeoutMs: LISTEN_MS,
      signal,
      onLine: (line) => words.push(...readWord(line)),
    });
    const spoken = modestCapitals(words);
    return { text: spoken.map((w) => w.text).join(' '), language: 'en', cues: toCues(spoken) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A line of `-time yes` is "word start end probability"; the lines between are whole utterances.
 * <s>, </s>, <sil>, [NOISE], [SPEECH] and ++UM++ are not words; "and(2)" is another way to say "and".
 */
export function readWord(line: string): Word[] {
  const [, heard, start, end] = /^(\S+) (\d+\.\d+) (\d+\.\d+) \d+\.\d+$/.exec(line.trim()) ?? [];
  if (!heard || /^(<.*>|\[.*\]|\+\+.*\+\+)$/.test(heard)) return [];
  return [{ text: heard.replace(/\(\d+\)$/, ''), start: Number(start), end: Number(end) }];
}

/** The engine writes no capitals and no full stops: only what is certain is mended. */
function modestCapitals(words: Word[]): Word[] {
  return words.map((word, i) => {
    const text = /^i('|$)/.test(word.text) || i === 0 ? upperFirst(word.text) : word.text;
    return { ...word, text };
  });
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
