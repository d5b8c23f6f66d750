import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FFMPEG_START, safeInput } from '../../videos/local-host/safe-input.ts';
import { runTool, type Tools } from '../../videos/local-host/tools.ts';
import type { TranscribeInput } from './engine.ts';

const CONVERT_MS = 15 * 60_000;
/** Twelve hours of `wav`, as long as a recording may be, with room to spare. */
const MOST_BYTES = 2 * 1024 ** 3;

/** What engines were trained on: one channel of 16 kHz. As it is, or small enough to send. */
const formats = {
  wav: ['-c:a', 'pcm_s16le'],
  /** 3 kB a second: an hour stays below the 25 MB that hosts take. */
  ogg: ['-c:a', 'libopus', '-b:a', '24k'],
};

/**
 * Gives `listen` the sound of a recording, and a folder of its own; both are gone afterwards.
 * Throws ToolError when there is no sound to be had.
 */
export async function withSpeech<T>(
  tools: Tools,
  { media, workDir, signal }: TranscribeInput,
  format: keyof typeof formats,
  listen: (sound: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(workDir, 'transcript-'));
  try {
    const sound = join(folder, `speech.${format}`);
    const output = ['-map', '0:a:0', '-ac', '1', '-ar', '16000', ...formats[format], sound];
    await runTool(tools, 'ffmpeg', [...FFMPEG_START, ...safeInput(media), ...output], {
      timeoutMs: CONVERT_MS,
      fileBytes: MOST_BYTES,
      signal,
    });
    return await listen(sound, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
