import type { Config } from '../../../config.ts';
import type { Tools } from '../../videos/local-host/tools.ts';
import { speechEndpoint } from './endpoint.ts';
import type { TranscriptEngine } from './engine.ts';
import { pocketsphinx } from './pocketsphinx.ts';
import { whisper } from './whisper.ts';

export type { TranscribeInput, TranscriptEngine, Transcription } from './engine.ts';

/**
 * The engine that is set, or the one that is on this machine, or null: then transcripts are
 * written by hand. Every engine needs ffmpeg to get at the sound, so without it there is none.
 * @throws Error in words for the person who runs this, when what is set cannot work
 */
export async function chooseEngine({
  tools,
  config,
}: {
  tools: Tools | null;
  config: Pick<Config, 'speechUrl' | 'speechKey' | 'speechModel' | 'whisperModel'>;
}): Promise<TranscriptEngine | null> {
  if (tools === null) return null;
  const { speechUrl: url, speechKey: key, speechModel: model, whisperModel } = config;
  if (url !== null) return speechEndpoint(tools, { url, key, model });
  if (whisperModel !== null) return whisper(tools, whisperModel);
  return pocketsphinx(tools);
}

/** Whether it understands this language; null, one that nobody chose, it may try. */
export const understands = ({ languages }: TranscriptEngine, language: string | null): boolean =>
  languages === null || language === null || languages.includes(language.split('-')[0] ?? '');
