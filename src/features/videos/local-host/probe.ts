import { stat } from 'node:fs/promises';
import { UnplayableError } from './errors.ts';
import { type FrameRate, framesPerSecond, measuredFrameRate } from './frame-rate.ts';
import { type Header, type HeaderStream, readHeader } from './header.ts';
import { isoState } from './iso-boxes.ts';
import { ToolError } from './run.ts';
import { BOUNDED_DECODER, FFMPEG_START, isAbsurd, MAX_STREAMS, safeInput } from './safe-input.ts';
import { type StreamTimes, scanPackets } from './scan.ts';
import { runTool, type Tools } from './tools.ts';

const DECODE_MS = 120_000;
/** As Mux: https://docs.mux.com, "max duration for a single asset is 12 hours". */
const MAX_SECONDS = 12 * 3600;
/**
 * The poorest telephone sound is 600 bytes a second. A file with far fewer whose times are hours
 * apart would make us write those hours.
 */
const HOLLOW_BYTES = 100;
const HOLLOW_SECONDS = 600;

export interface PictureStream {
  index: number;
  /** As it is shown: after rotation, in square pixels. */
  width: number;
  height: number;
  /** Degrees clockwise that the picture is turned for showing: 0, 90, 180 or 270. */
  rotation: number;
  rate: FrameRate;
  codec: string;
  /** The transfer curve of an HDR picture, as ffmpeg names it, or null. */
  hdrTransfer: 'smpte2084' | 'arib-std-b67' | null;
  /** Seconds of the file's clock. */
  times: StreamTimes;
}

export interface SoundStream {
  index: number;
  codec: string;
  channels: number;
  times: StreamTimes;
}

export interface Probe {
  /** Measured from the packets, never taken from the header; null when they carry no time. */
  durationSeconds: number | null;
  hasVideo: boolean;
  hasAudio: boolean;
  /** As shown; 0 without a picture. */
  width: number;
  height: number;
  /** The real rate, at most 60; null without a picture. */
  frameRate: number | null;
  rotation: number;
  videoCodec: string | null;
  audioCodec: string | null;
  isHdr: boolean;
  /** As ffmpeg names it: "matroska,webm". */
  container: string;
  picture: PictureStream | null;
  sound: SoundStream | null;
  /** The file has such a stream and nothing of it decodes. */
  pictureUnreadable: boolean;
  soundUnreadable: boolean;
  cutOff: boolean;
}

/** A part of a recording, in seconds from its beginning as it plays. */
export interface Part {
  start: number;
  end: number;
}

/**
 * Finds out what can be played of a file. A stream counts only when a frame or a sample of it was
 * decoded: ffprobe is content with files where nothing decodes.
 * @param file absolute path; opened for reading only.
 * @throws UnplayableError (not_a_recording, cut_off, nothing_to_play, too_many_streams, too_long,
 *   too_large, hollow),
 *   ToolError when a tool hangs or is missing, or the signal's reason.
 */
export async function probe(tools: Tools, file: string, signal?: AbortSignal): Promise<Probe> {
  const iso = await isoState(file);
  const header = await readHeader(tools, file, iso, signal);
  if (header.streams.length > MAX_STREAMS) throw new UnplayableError('too_many_streams');
  const scan = await scanPackets(tools, file, signal);

  // A stream that the header promises and that has no packet is not there, rather than unreadable.
  const filled = header.streams.filter((s) => scan.streams.has(s.index));
  const shown = filled.filter((s) => s.kind === 'video' && !s.isCover);
  const pictures = shown.filter((s) => !isAbsurd(s));
  const sounds = filled.filter((s) => s.kind === 'audio');
  const picture = await firstThatDecodes(tools, file, pictures, scan.streams, signal);
  const sound = await firstThatDecodes(tools, file, sounds, scan.streams, signal);
  if (!picture && !sound) {
    if (shown.length > pictures.length || header.refusedSize)
      throw new UnplayableError('too_large');
    throw new UnplayableError(iso.cutOff ? 'cut_off' : 'nothing_to_play', scan.complaints);
  }
  const durationSeconds = span([picture, sound]);
  if (durationSeconds !== null && durationSeconds > MAX_SECONDS) {
    throw new UnplayableError('too_long', `${durationSeconds} s`);
  }
  await refuseHollow(file, durationSeconds ?? 0);
  return describe(header, {
    durationSeconds,
    picture: picture && pictureStream(picture.stream, picture.times),
    sound: sound && soundStream(sound.stream, sound.times),
    pictureUnreadable: shown.length > 0 && !picture,
    soundUnreadable: sounds.length > 0 && !sound,
    cutOff: iso.cutOff || /ended prematurely|partial file|truncated/i.test(scan.complaints),
  });
}

async function refuseHollow(file: string, seconds: number): Promise<void> {
  const { size } = await stat(file);
  if (seconds > HOLLOW_SECONDS && size / seconds < HOLLOW_BYTES)
    throw new UnplayableError('hollow');
}

type Decoded = { stream: HeaderStream; times: StreamTimes } | null;

/** Phones may put a second sound track first in a format of their own, so a few are tried. */
async function firstThatDecodes(
  tools: Tools,
  file: string,
  streams: HeaderStream[],
  times: Map<number, StreamTimes>,
  signal?: AbortSignal,
): Promise<Decoded> {
  for (const stream of streams.slice(0, 4)) {
    const found = times.get(stream.index);
    if (found && (await decodes(tools, file, stream, signal))) return { stream, times: found };
  }
  return null;
}

/** One small frame, or a tenth of a second of sound, as raw bytes: any byte is the proof. */
async function decodes(tools: Tools, file: string, stream: HeaderStream, signal?: AbortSignal) {
  const sample =
    stream.kind === 'video'
      ? ['-frames:v', '1', '-vf', 'scale=16:16,format=gray', '-f', 'rawvideo']
      : ['-t', '0.1', '-ac', '1', '-ar', '8000', '-f', 's16le'];
  const input = [...FFMPEG_START, ...BOUNDED_DECODER, ...safeInput(file)];
  try {
    const { stdout } = await runTool(
      tools,
      'ffmpeg',
      [...input, '-map', `0:${stream.index}`, ...sample, 'pipe:1'],
      { timeoutMs: DECODE_MS, signal },
    );
    return stdout.length > 0;
  } catch (error) {
    if (error instanceof ToolError && error.reason === 'failed') return false;
    throw error;
  }
}

function span(decoded: Decoded[]): number | null {
  const times = decoded.flatMap((d) => (d ? [d.times] : []));
  const seconds = Math.max(...times.map((t) => t.end)) - Math.min(...times.map((t) => t.first));
  return seconds > 0 ? seconds : null;
}

function pictureStream(stream: HeaderStream, times: StreamTimes): PictureStream {
  const turned = stream.rotation % 180 !== 0;
  const width = Math.round(stream.width * stream.pixelAspect);
  return {
    index: stream.index,
    width: turned ? stream.height : width,
    height: turned ? width : stream.height,
    rotation: stream.rotation,
    rate: measuredFrameRate(times.times),
    codec: stream.codec,
    hdrTransfer:
      stream.transfer === 'smpte2084' || stream.transfer === 'arib-std-b67'
        ? stream.transfer
        : null,
    times,
  };
}

function soundStream(stream: HeaderStream, times: StreamTimes): SoundStream {
  return { index: stream.index, codec: stream.codec, channels: stream.channels, times };
}

type Findings = Pick<
  Probe,
  'durationSeconds' | 'picture' | 'sound' | 'pictureUnreadable' | 'soundUnreadable' | 'cutOff'
>;

function describe(header: Header, found: Findings): Probe {
  const { picture, sound } = found;
  return {
    ...found,
    hasVideo: picture !== null,
    hasAudio: sound !== null,
    width: picture?.width ?? 0,
    height: picture?.height ?? 0,
    frameRate: picture ? framesPerSecond(picture.rate) : null,
    rotation: picture?.rotation ?? 0,
    videoCodec: picture?.codec ?? null,
    audioCodec: sound?.codec ?? null,
    isHdr: picture?.hdrTransfer != null,
    container: header.container,
  };
}
