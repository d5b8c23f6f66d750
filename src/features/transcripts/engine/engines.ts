import type { Tools } from '../../videos/local-host/tools.ts';
import type { TranscriptEngine } from './engine.ts';
import { pocketsphinx } from './pocketsphinx.ts';

export type { TranscribeInput, TranscriptEngine, Transcription } from './engine.ts';

/**
 * The best engine that is on this machine, or null: then transcripts are written by hand.
 * Every engine needs ffmpeg to get at the sound, so without it there is none.
 */
export async function chooseEngine({
  tools,
}: {
  tools: Tools | null;
}): Promise<TranscriptEngine | null> {
  return tools && pocketsphinx(tools);
}
