import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordingWarning, UnplayableError, warning } from './errors.ts';
import { filterGraph } from './filters.ts';
import { framesPerSecond } from './frame-rate.ts';
import { ladder, type Rendition } from './ladder.ts';
import { type MeasuredVariant, measureVariant, type Variant, writeMaster } from './playlist.ts';
import type { Probe } from './probe.ts';
import { run, ToolError } from './run.ts';
import { BOUNDED_DECODER, FFMPEG_START, safeInput } from './safe-input.ts';
import { placeWhole } from './staging.ts';
import type { Tools } from './tools.ts';

const SEGMENT_SECONDS = 4;
/** ffmpeg reports twice a second while it works; silence this long means that it hangs. */
const STALL_MS = 3 * 60_000;
const SLOWEST = 120;
const AUDIO_ONLY = 'audio';

export interface TranscodeInput {
  tools: Tools;
  /** Absolute path; opened for reading only. */
  input: string;
  probe: Probe;
  /** Where master.m3u8 and a folder for each rendition will be; replaced if it is there. */
  outDir: string;
  /** From 0 to 1, never backwards. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

export interface TranscodeResult {
  renditions: MeasuredVariant[];
  /** Seconds of what was made, the longest rendition. */
  duration: number;
  warnings: RecordingWarning[];
}

/**
 * Makes HLS in fragmented MP4: H.264 and AAC, all renditions in one ffmpeg command, keyframes at
 * the same places. It is written beside `outDir` and renamed, so a kill leaves no half result.
 * Throws UnplayableError (cannot_convert), ToolError, or the signal's reason.
 */
export async function transcode(input: TranscodeInput): Promise<TranscodeResult> {
  return placeWhole(input.outDir, (dir) => transcodeInto(dir, input));
}

/** The same, straight into a folder that is there and empty; for a caller that places it itself. */
export async function transcodeInto(
  dir: string,
  input: Omit<TranscodeInput, 'outDir'>,
): Promise<TranscodeResult> {
  const { picture, sound } = input.probe;
  const pale = picture?.hdrTransfer && !input.tools.toneMap ? [warning('pale_colours')] : [];
  // What fails in the middle fails the whole command: the half that can be read is better than nothing.
  const tries: { probe: Probe; warnings: RecordingWarning[] }[] = [
    { probe: input.probe, warnings: pale },
  ];
  if (picture && sound) {
    const silent = { ...input.probe, sound: null };
    const blind = { ...input.probe, picture: null };
    tries.push({ probe: silent, warnings: [...pale, warning('sound_unreadable')] });
    tries.push({ probe: blind, warnings: [warning('picture_unreadable')] });
  }
  let lastWords = '';
  for (const { probe, warnings } of tries) {
    try {
      return { ...(await encode(dir, { ...input, probe })), warnings };
    } catch (error) {
      if (!(error instanceof ToolError && error.reason === 'failed')) throw error;
      lastWords = error.stderr;
      for (const name of await readdir(dir)) await rm(join(dir, name), { recursive: true });
    }
  }
  throw new UnplayableError('cannot_convert', lastWords);
}

async function encode(
  dir: string,
  { tools, input, probe, ...rest }: Omit<TranscodeInput, 'outDir'>,
) {
  const renditions = probe.picture ? renditionsOf(probe.picture) : [];
  const variants = variantsOf(probe, renditions);
  for (const { name } of variants) await mkdir(join(dir, name), { recursive: true });
  const args = [
    ...[...FFMPEG_START, '-progress', 'pipe:1', ...BOUNDED_DECODER, ...safeInput(input)],
    ...['-filter_complex', filterGraph(probe, renditions, tools.toneMap)],
    ...variants.flatMap((variant, i) => outputArgs(variant, i, probe, renditions[i])),
  ];
  const seconds = probe.durationSeconds ?? 0;
  await run(tools.ffmpeg, args, {
    cwd: dir,
    signal: rest.signal,
    stallMs: STALL_MS,
    timeoutMs: 10 * 60_000 + seconds * SLOWEST * 1000,
    onLine: progressReader(seconds, rest.onProgress),
  });
  const measured = await Promise.all(variants.map((v) => measureVariant(dir, v)));
  await writeMaster(dir, measured);
  return { renditions: measured, duration: Math.max(...measured.map((v) => v.duration)) };
}

function renditionsOf(picture: NonNullable<Probe['picture']>): Rendition[] {
  return ladder({ ...picture, frameRate: framesPerSecond(picture.rate) });
}

function variantsOf({ picture, sound }: Probe, renditions: Rendition[]): Variant[] {
  const hasAudio = sound !== null;
  if (!picture) return [{ name: AUDIO_ONLY, width: null, height: null, frameRate: null, hasAudio }];
  const frameRate = framesPerSecond(picture.rate);
  return renditions.map(({ name, width, height }) => ({
    name,
    width,
    height,
    frameRate,
    hasAudio,
  }));
}

function outputArgs(variant: Variant, i: number, probe: Probe, rendition?: Rendition): string[] {
  const picture = rendition && probe.picture ? videoArgs(i, rendition, probe.picture.rate) : [];
  const sound = variant.hasAudio ? ['-map', `[a${i}]`, '-c:a', 'aac', '-b:a', '128k'] : [];
  // What a phone writes about itself (the place among it) stays in the original alone.
  return [...picture, ...sound, '-map_metadata', '-1', '-map_chapters', '-1', ...hlsArgs(variant)];
}

/** Keyframes at a fixed distance, and a ceiling on the rate: -crf alone has no honest BANDWIDTH. */
function videoArgs(i: number, r: Rendition, rate: { num: number; den: number }): string[] {
  const distance = String(Math.ceil((SEGMENT_SECONDS * rate.num) / rate.den));
  return [
    ...['-map', `[v${i}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high'],
    ...['-crf', '22', '-maxrate', String(r.maxrate), '-bufsize', String(r.bufsize)],
    ...['-g', distance, '-keyint_min', distance, '-sc_threshold', '0'],
  ];
}

/** Names are relative to the working folder: a "%" in its path would be read as a pattern. */
function hlsArgs({ name }: Variant): string[] {
  return [
    ...['-max_muxing_queue_size', '4096', '-f', 'hls', '-hls_time', String(SEGMENT_SECONDS)],
    ...['-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_flags', 'independent_segments', '-hls_fmp4_init_filename', 'init.mp4'],
    ...['-hls_segment_filename', `${name}/seg_%05d.m4s`, `${name}/index.m3u8`],
  ];
}

/** Reads `-progress` lines (ffmpeg's documentation, "-progress"); out_time_us is microseconds. */
function progressReader(seconds: number, onProgress?: (fraction: number) => void) {
  let furthest = 0;
  return (line: string) => {
    const done = Number(/^out_time_us=(\d+)/.exec(line)?.[1] ?? 0) / 1_000_000;
    if (seconds <= 0 || done / seconds <= furthest) return;
    furthest = Math.min(1, done / seconds);
    onProgress?.(furthest);
  };
}
