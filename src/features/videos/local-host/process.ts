import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordingWarning, UnplayableError, warning } from './errors.ts';
import { MASTER, type MeasuredVariant } from './playlist.ts';
import { makePoster } from './poster.ts';
import { type Probe, probe } from './probe.ts';
import { remuxInto } from './remux.ts';
import { ToolError } from './run.ts';
import { aspectRatio, type ResolutionTier, resolutionTier } from './shape.ts';
import { placeWhole } from './staging.ts';
import type { Tools } from './tools.ts';
import { transcodeInto } from './transcode.ts';

export interface ProcessInput {
  /** null: ffmpeg is not there, and the recording is copied into a file that can be seeked. */
  tools: Tools | null;
  /** Absolute path of the recording; opened for reading only. */
  original: string;
  /** Absolute path; appears whole, or not at all. */
  outDir: string;
  /** An existing folder; what is put there is removed again. */
  workDir: string;
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
  /** Whether outDir/poster.jpg is there. */
  poster: boolean;
  renditions: MeasuredVariant[];
  warnings: RecordingWarning[];
}

/**
 * Makes a recording ready to play, with whatever of it can be read.
 * Throws UnplayableError when the recording is the trouble (its message is for people), ToolError
 * or a file system's error when the machine is, or the signal's reason.
 */
export async function processRecording(input: ProcessInput): Promise<ProcessedRecording> {
  if ((await stat(input.original)).size === 0) throw new UnplayableError('empty');
  const workDir = await mkdtemp(join(input.workDir, 'recording-'));
  const { tools } = input;
  try {
    return await placeWhole(input.outDir, (dir) =>
      tools ? makeHls(dir, { ...input, workDir, tools }) : remuxInto(dir, input),
    );
  } catch (error) {
    if (error instanceof ToolError && (error.reason === 'timeout' || error.reason === 'stalled')) {
      throw new UnplayableError('took_too_long', error.message);
    }
    throw error;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function makeHls(
  dir: string,
  input: ProcessInput & { tools: Tools },
): Promise<ProcessedRecording> {
  const { tools, original, workDir, signal } = input;
  const found = await probe(tools, original, signal);
  const made = await transcodeInto(dir, { ...input, input: original, probe: found });
  const [best] = made.renditions;
  const { width, height } = best ?? {};
  if (best && width && height) {
    const rendition = join(dir, best.name);
    await makePoster({
      tools,
      rendition,
      duration: made.duration,
      width,
      outDir: dir,
      workDir,
      signal,
    });
  }
  input.onProgress?.(1);
  const size = width && height ? { width, height } : null;
  return {
    playable: { kind: 'hls', file: MASTER },
    duration: made.duration,
    aspectRatio: size && aspectRatio(found),
    maxWidth: size?.width ?? null,
    maxHeight: size?.height ?? null,
    maxFrameRate: best?.frameRate ?? null,
    resolutionTier: resolutionTier(size),
    hasAudio: best?.hasAudio ?? false,
    hasVideo: size !== null,
    poster: size !== null,
    renditions: made.renditions,
    warnings: [...warningsOf(found), ...made.warnings],
  };
}

function warningsOf(found: Probe): RecordingWarning[] {
  return [
    ...(found.cutOff ? [warning('cut_off')] : []),
    ...(found.soundUnreadable ? [warning('sound_unreadable')] : []),
    ...(found.pictureUnreadable ? [warning('picture_unreadable')] : []),
  ];
}
