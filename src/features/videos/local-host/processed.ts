import type { RecordingWarning } from './errors.ts';
import type { MASTER, MeasuredVariant } from './playlist.ts';
import type { Part } from './probe.ts';
import type { ResolutionTier } from './shape.ts';
import type { Tools } from './tools.ts';

/** What a recording is made of, and what is known of it when it plays. */
export interface ProcessInput {
  /** null: ffmpeg is not there, and the recording is copied into a file that can be seeked. */
  tools: Tools | null;
  /** Absolute path of the recording; opened for reading only. */
  original: string;
  /** The part of it that is made, into a folder of its own; without, all of it. */
  part?: Part | null;
  /** Absolute path; what is in it is whole, and what is missing is still to be made. */
  outDir: string;
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** What to give the player; names are relative to outDir. */
export type Playable =
  | { kind: 'hls'; file: typeof MASTER }
  | { kind: 'file'; file: string; type: 'video/webm' | 'video/mp4' | 'audio/webm' | 'audio/mp4' };

export interface ProcessedRecording {
  playable: Playable;
  /** Seconds of what plays. */
  duration: number;
  /** "16:9", "9:16", "4:3"…; null without a picture. */
  aspectRatio: string | null;
  /** Of the best rendition; null without a picture. */
  maxWidth: number | null;
  maxHeight: number | null;
  maxFrameRate: number | null;
  resolutionTier: ResolutionTier;
  hasAudio: boolean;
  hasVideo: boolean;
  /** Whether outDir/poster.jpg and a storyboard are there. */
  poster: boolean;
  renditions: MeasuredVariant[];
  /** The file for keeping, once all is there; null where none is made. */
  download: string | null;
  warnings: RecordingWarning[];
  /** Whether all that was planned is there. */
  whole: boolean;
}
