import { isAbsolute } from 'node:path';

/**
 * Containers that people's devices write. Playlists, image sequences, scripts and ffmpeg's text
 * "video" are left out: a playlist could make ffmpeg open other files (ffmpeg-formats, "hls"; the
 * option is described in ffmpeg-formats, "Format Options"). So are raw streams without a mark of
 * their own: any noise passes for raw AMR.
 */
const CONTAINERS = [
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,asf,flv,dv,mxf',
  'mp3,aac,wav,w64,flac,ogg,amr,caf,aiff',
].join(',');

/** Larger than 8K; a header that claims more is a mistake or an attack on memory. */
const MAX_PIXELS = 64 * 1024 * 1024;
/** As wide or high as any film is; beyond it coders and browsers give up. */
const MAX_SIDE = 16_384;
/** Of a kind that a person's device writes there are a few; ffmpeg's own limit is 1,000. */
export const MAX_STREAMS = 32;

/**
 * The options that open a stranger's file, for ffprobe and ffmpeg alike: local files only, known
 * containers only, and a name that can never be read as an option or a protocol.
 */
export function safeInput(file: string): string[] {
  if (!isAbsolute(file)) throw new Error(`A recording needs an absolute path, not ${file}`);
  const formats = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', CONTAINERS];
  return [...formats, '-max_streams', String(MAX_STREAMS), '-i', `file:${file}`];
}

/** A picture that is not even tried. */
export function isAbsurd({ width, height }: { width: number; height: number }): boolean {
  return width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE;
}

/** What every ffmpeg command begins with: no questions, few words, bounded memory. */
export const FFMPEG_START = ['-nostdin', '-hide_banner', '-v', 'error', '-y'];

/** Decoder options; they belong before the input. */
export const BOUNDED_DECODER = ['-max_pixels', String(MAX_PIXELS)];
