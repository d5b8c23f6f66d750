import { join } from 'node:path';
import { run } from '../../videos/local-host/run.ts';
import { findInPath, type Tools } from '../../videos/local-host/tools.ts';
import { toCues, type Word } from './cues.ts';
import type { TranscribeInput, TranscriptEngine, Transcription } from './engine.ts';
import { withSpeech } from './speech-sound.ts';

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

function transcribe(tools: Tools, program: string, input: TranscribeInput): Promise<Transcription> {
  return withSpeech(tools, input, 'wav', async (wav, folder) => {
    const words: Word[] = [];
    await run(program, ['-infile', wav, '-time', 'yes', '-logfn', join(folder, 'log')], {
      timeoutMs: LISTEN_MS,
      niceness: tools.effort.niceness,
      signal: input.signal,
      onLine: (line) => words.push(...readWord(line)),
    });
    const spoken = modestCapitals(words);
    return { text: spoken.map((w) => w.text).join(' '), language: 'en', cues: toCues(spoken) };
  });
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
