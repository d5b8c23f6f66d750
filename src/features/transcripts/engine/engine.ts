import type { Cue } from '../webvtt.ts';

export interface TranscribeInput {
  /** Absolute path of anything ffmpeg can hear; opened for reading only. */
  media: string;
  /** An existing folder for temporary files; they are removed again. */
  workDir: string;
  /** BCP 47; null: the engine finds out. */
  language?: string | null;
  signal?: AbortSignal;
}

export interface Transcription {
  /** The plain words, in one line. Empty when nothing was understood. */
  text: string;
  /** BCP 47. */
  language: string;
  cues: Cue[];
}

/** Turns speech into words with times. Any engine may stand behind it. */
export interface TranscriptEngine {
  name: string;
  /** What it understands, as the first part of BCP 47 tags; null: any language. */
  languages: string[] | null;
  /** Throws ToolError when the recording holds no sound or a tool fails, or the signal's reason. */
  transcribe(input: TranscribeInput): Promise<Transcription>;
}
