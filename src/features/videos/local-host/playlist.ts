import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replace } from './staging.ts';

/** One playlist of segments that ffmpeg wrote, with what the master playlist says about it. */
export interface Variant {
  /** Folder of the playlist, relative to the master: "720p". */
  name: string;
  width: number | null;
  height: number | null;
  frameRate: number | null;
  hasAudio: boolean;
}

export interface MeasuredVariant extends Variant {
  /** Seconds, the sum of the segments. */
  duration: number;
  /** Bits per second, measured from the segments on disk. */
  bandwidth: number;
  averageBandwidth: number;
  /** RFC 6381, for instance "avc1.64001f,mp4a.40.2". */
  codecs: string;
}

export const MASTER = 'master.m3u8';

/** Measures a variant that lies in `dir/<name>/`. Throws when it holds no segment. */
export async function measureVariant(dir: string, variant: Variant): Promise<MeasuredVariant> {
  const folder = join(dir, variant.name);
  const segments = await readSegments(folder);
  const duration = segments.reduce((sum, s) => sum + s.seconds, 0);
  const bytes = segments.reduce((sum, s) => sum + s.bytes, 0);
  if (duration <= 0 || bytes <= 0) throw new Error(`The playlist in ${folder} holds no segment.`);
  const average = Math.ceil((bytes * 8) / duration);
  const init = await readFile(join(folder, 'init.mp4'));
  return {
    ...variant,
    duration,
    averageBandwidth: average,
    bandwidth: Math.max(average, peak(segments)),
    codecs: codecs(init, variant),
  };
}

/** Puts a master playlist in place, the lightest variant first: players begin with the first. */
export async function writeMaster(dir: string, variants: MeasuredVariant[]): Promise<void> {
  const ascending = [...variants].sort((a, b) => a.bandwidth - b.bandwidth);
  const lines = ascending.flatMap((v) => [streamInf(v), `${v.name}/index.m3u8`]);
  const head = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];
  const text = `${[...head, ...lines].join('\n')}\n`;
  await replace(dir, MASTER, (partial) => writeFile(join(partial, MASTER), text));
}

function streamInf(v: MeasuredVariant): string {
  const attributes = [
    `BANDWIDTH=${v.bandwidth}`,
    `AVERAGE-BANDWIDTH=${v.averageBandwidth}`,
    `CODECS="${v.codecs}"`,
    ...(v.width ? [`RESOLUTION=${v.width}x${v.height}`] : []),
    ...(v.frameRate ? [`FRAME-RATE=${v.frameRate.toFixed(3)}`] : []),
  ];
  return `#EXT-X-STREAM-INF:${attributes.join(',')}`;
}

export interface Segment {
  name: string;
  seconds: number;
  bytes: number;
}

/** The segments that a media playlist lists, with their sizes on disk. */
export async function readSegments(folder: string): Promise<Segment[]> {
  const lines = (await readFile(join(folder, 'index.m3u8'), 'utf8')).split('\n');
  const segments: Segment[] = [];
  for (const [i, line] of lines.entries()) {
    const seconds = /^#EXTINF:([\d.]+)/.exec(line)?.[1];
    const name = lines[i + 1];
    if (!seconds || !name) continue;
    const { size } = await stat(join(folder, name));
    segments.push({ name, seconds: Number(seconds), bytes: size });
  }
  return segments;
}

/**
 * The peak of RFC 8216, 4.1: the largest rate of neighbouring segments that together last between
 * 0.5 and 1.5 of the target duration. So a last segment of one frame does not count alone.
 */
function peak(segments: Segment[]): number {
  const target = Math.round(Math.max(...segments.map((s) => s.seconds)));
  let most = 0;
  for (let from = 0; from < segments.length; from++) {
    let seconds = 0;
    let bytes = 0;
    for (const segment of segments.slice(from, from + 8)) {
      seconds += segment.seconds;
      bytes += segment.bytes;
      if (seconds > target * 1.5) break;
      if (seconds >= target * 0.5) most = Math.max(most, Math.ceil((bytes * 8) / seconds));
    }
  }
  return most;
}

/** Profile and level stand in the avcC box (ISO/IEC 14496-15, 5.3.3.1); the sound is always AAC-LC. */
function codecs(init: Buffer, variant: Variant): string {
  const found: string[] = [];
  if (variant.width !== null) {
    const at = init.indexOf('avcC');
    if (at < 0) throw new Error(`The first part of ${variant.name} has no H.264 in it.`);
    found.push(`avc1.${init.toString('hex', at + 5, at + 8)}`);
  }
  if (variant.hasAudio) found.push('mp4a.40.2');
  return found.join(',');
}
