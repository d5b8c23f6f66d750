import { join } from 'node:path';
import {
  ALL_FORMATS,
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { UnplayableError } from './errors.ts';
import type { ProcessedRecording, ProcessInput } from './processed.ts';
import { aspectRatio, resolutionTier } from './shape.ts';

/** HEVC by some only; it is let through, as the person's own phone recorded it. */
const PLAYED_BY_BROWSERS = new Set<string>([
  'avc',
  'hevc',
  'vp8',
  'vp9',
  'av1',
  'aac',
  'opus',
  'mp3',
]);

/**
 * Without ffmpeg: copies the packets of a WebM, MP4 or MOV into a file of the same kind that has a
 * duration and can be seeked. Nothing is decoded, so there is no poster and one quality.
 * Writes recording.webm or recording.mp4 into `dir`. Throws UnplayableError.
 */
export async function remuxInto(
  dir: string,
  { original, onProgress, signal }: Pick<ProcessInput, 'original' | 'onProgress' | 'signal'>,
): Promise<ProcessedRecording> {
  const source = new Input({ source: new FilePathSource(original), formats: ALL_FORMATS });
  try {
    if (!(await source.canRead())) throw new UnplayableError('needs_ffmpeg');
    const video = await source.getPrimaryVideoTrack();
    const audio = await source.getPrimaryAudioTrack();
    if (!video && !audio) throw new UnplayableError('nothing_to_play');
    const codecs = [await video?.getCodec(), await audio?.getCodec()];
    if (codecs.some((codec) => codec !== undefined && !PLAYED_BY_BROWSERS.has(codec ?? ''))) {
      throw new UnplayableError('needs_ffmpeg', codecs.join(', '));
    }
    const isWebM = /webm|matroska/.test(await source.getMimeType());
    const file = isWebM ? 'recording.webm' : 'recording.mp4';
    await copyPackets(source, join(dir, file), isWebM, { onProgress, signal });
    const size = video && {
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
    };
    const stats = await video?.computePacketStats(300);
    const type = `${size ? 'video' : 'audio'}/${isWebM ? 'webm' : 'mp4'}` as const;
    return {
      playable: { kind: 'file', file, type },
      duration: await measuredDuration(join(dir, file)),
      aspectRatio: size && aspectRatio(size),
      maxWidth: size?.width ?? null,
      maxHeight: size?.height ?? null,
      maxFrameRate: stats?.averagePacketRate ?? null,
      resolutionTier: resolutionTier(size),
      hasAudio: audio !== null,
      hasVideo: video !== null,
      poster: false,
      renditions: [],
      download: null,
      warnings: [],
      whole: true,
    };
  } catch (error) {
    throw aboutTheRecording(error, signal);
  } finally {
    source.dispose();
  }
}

/**
 * The reader throws plain errors at files that it did not foresee. Those of the file system carry a
 * code and are about the machine; they are passed on, as are our own and a stop that was asked for.
 */
function aboutTheRecording(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted || !(error instanceof Error) || 'code' in error) return error;
  return new UnplayableError('cannot_convert', error.message);
}

/** From the packets that were written: headers claim what a cut-off file no longer holds. */
async function measuredDuration(file: string): Promise<number> {
  const written = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  try {
    return await written.computeDuration();
  } finally {
    written.dispose();
  }
}

async function copyPackets(
  input: Input,
  file: string,
  isWebM: boolean,
  { onProgress, signal }: Pick<ProcessInput, 'onProgress' | 'signal'>,
): Promise<void> {
  const output = new Output({
    format: isWebM ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(file),
  });
  const conversion = await Conversion.init({ input, output, tracks: 'primary' });
  // A track that would need an encoder is one that Node has none for.
  if (!conversion.isValid || conversion.discardedTracks.length > 0) {
    throw new UnplayableError('needs_ffmpeg');
  }
  conversion.onProgress = (fraction) => onProgress?.(fraction);
  const abort = () => void conversion.cancel();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await conversion.execute();
  } finally {
    signal?.removeEventListener('abort', abort);
    signal?.throwIfAborted();
  }
}
