import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Tools } from '../../videos/local-host/tools.ts';
import { toCues } from './cues.ts';
import type { TranscribeInput, TranscriptEngine, Transcription } from './engine.ts';
import { languageTag, wordsOf } from './segments.ts';
import { withSpeech } from './speech-sound.ts';

/** What is used of @fugood/whisper.node 1.1, which need not be installed. Times in 10 ms. */
interface Whisper {
  initWhisper(options: { filePath: string; useGpu: boolean }): Promise<{
    transcribeFile(
      file: string,
      options: { language: string; maxThreads: number },
    ): {
      stop(): Promise<void>;
      promise: Promise<{
        language?: string;
        segments: { text: string; t0: number; t1: number }[];
        isAborted: boolean;
      }>;
    };
    release(): Promise<void>;
  }>;
}

const PACKAGE = '@fugood/whisper.node';

/**
 * whisper.cpp in this process, with a model file of one's own; nothing leaves the machine.
 * @param model path of a ggml model (https://huggingface.co/ggerganov/whisper.cpp)
 * @throws Error that says what is missing: the model file, or the package
 */
export async function whisper(tools: Tools, model: string): Promise<TranscriptEngine> {
  if (!existsSync(model)) throw new Error(`There is no speech model at ${model}.`);
  const loaded = await load();
  return {
    name: 'whisper.cpp',
    // models of English alone are named so by their makers
    languages: /\.en\b/.test(model) ? ['en'] : null,
    transcribe: (input) =>
      withSpeech(tools, input, 'wav', (wav) => listen(loaded, model, wav, input)),
  };
}

async function load(): Promise<Whisper> {
  try {
    return (await import(PACKAGE)) as Whisper;
  } catch (cause) {
    throw new Error(
      `A speech model is set, but ${PACKAGE} is not installed: npm install ${PACKAGE}`,
      { cause },
    );
  }
}

/** The model is let go after each recording: it takes more memory than all the rest. */
async function listen(
  { initWhisper }: Whisper,
  model: string,
  wav: string,
  { language, signal }: TranscribeInput,
): Promise<Transcription> {
  signal?.throwIfAborted();
  const context = await initWhisper({ filePath: model, useGpu: false });
  try {
    const { stop, promise } = context.transcribeFile(wav, {
      language: language?.split('-')[0] ?? 'auto',
      maxThreads: Math.max(1, availableParallelism() - 1),
    });
    signal?.addEventListener('abort', () => void stop(), { once: true });
    const heard = await promise;
    signal?.throwIfAborted();
    const words = wordsOf(
      heard.segments.map(({ text, t0, t1 }) => ({ text, start: t0 / 100, end: t1 / 100 })),
    );
    return {
      text: words.map((word) => word.text).join(' '),
      language: language ?? languageTag(heard.language) ?? 'und',
      cues: toCues(words),
    };
  } finally {
    await context.release();
  }
}
