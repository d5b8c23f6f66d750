import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run.ts';
import { findTools, type Tools, USUAL_EFFORT } from '../tools.ts';

/** A machine that is busy with other tests must not keep these waiting. */
export const TEST_EFFORT = { ...USUAL_EFFORT, niceness: 0 };

/** Makes real files with the machine's ffmpeg, in a folder of its own. */
export interface Clips {
  tools: Tools;
  dir: string;
  /** Runs ffmpeg and returns the path of the file it made. */
  make: (name: string, ...args: string[]) => Promise<string>;
  /** Writes a file byte by byte. */
  write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** A changed copy of a file. */
  change: (from: string, name: string, change: (bytes: Buffer) => Buffer) => Promise<string>;
  remove: () => Promise<void>;
}

export async function makeClips(): Promise<Clips> {
  const tools = await findTools({ effort: TEST_EFFORT });
  if (!tools) throw new Error('These tests need ffmpeg in PATH.');
  const dir = await mkdtemp(join(tmpdir(), 'telloom-clips-'));
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(dir, name), content);
    return join(dir, name);
  };
  return {
    tools,
    dir,
    write,
    make: async (name, ...args) => {
      const file = join(dir, name);
      const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-y'];
      await run(tools.ffmpeg, [...quiet, ...args, `file:${file}`], { timeoutMs: 60_000 });
      return file;
    },
    change: async (from, name, change) => write(name, change(await readFile(from))),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** A moving test picture, as ffmpeg input arguments. */
export function picture(size: string, rate: number, seconds: number): string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=${rate}:d=${seconds}`];
}

export function tone(seconds: number): string[] {
  return ['-f', 'lavfi', '-i', `sine=f=440:r=48000:d=${seconds}`];
}

/** Quick to make; the quality does not matter here. */
export const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
export const VP8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '1M'];
/** As browsers write it: no duration, clusters of unknown size. */
export const LIVE_WEBM = ['-live', '1', '-f', 'webm'];

/** The first part of a file, as when the battery died. */
export function firstPart(share: number): (bytes: Buffer) => Buffer {
  return (bytes) => bytes.subarray(0, Math.floor(bytes.length * share));
}

/**
 * Turns an MP4 as a phone does: the matrix of the track header (ISO/IEC 14496-12, 8.3.2) says that
 * the picture is to be shown a quarter turn clockwise.
 */
export function quarterTurn(bytes: Buffer): Buffer {
  const turned = Buffer.from(bytes);
  const matrix = turned.indexOf('tkhd') + 4 + 40;
  const one = 0x00010000;
  for (const [i, value] of [0, one, 0, -one, 0, 0, 0, 0, 0x40000000].entries()) {
    turned.writeInt32BE(value, matrix + i * 4);
  }
  return turned;
}

/** 100 frames of AMR narrow band at 12.2 kbit/s (RFC 4867, 5.3): noise, two seconds of it. */
export function amrNoise(): Uint8Array {
  const frames = Array.from({ length: 100 }, (_, n) =>
    Buffer.from([0x3c, ...Array.from({ length: 31 }, (_, i) => (n * 31 + i * 97) % 256)]),
  );
  return Buffer.concat([Buffer.from('#!AMR\n'), ...frames]);
}

/** An AVI whose headers claim another size, as a file made to do harm does. */
export function resized(bytes: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(bytes);
  // The size stands in the stream's format (BITMAPINFOHEADER), after the bytes of its own length.
  const format = copy.indexOf('strf') + 12;
  copy.writeInt32LE(width, format);
  copy.writeInt32LE(height, format + 4);
  return copy;
}

/** A Matroska file of so many sound tracks, and a block of the first (RFC 9559). */
export function manyTracks(count: number): Uint8Array {
  const element = (id: string, ...content: Uint8Array[]) => {
    const body = Buffer.concat(content);
    const size = Buffer.alloc(8);
    size.writeBigUInt64BE((1n << 56n) | BigInt(body.length));
    return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
  };
  const number = (id: string, value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return element(id, bytes);
  };
  const entry = (_: unknown, i: number) =>
    element(
      'ae',
      ...[number('d7', i + 1), number('73c5', i + 1), number('83', 2)],
      ...[element('86', Buffer.from('A_PCM/INT/LIT')), element('e1', number('9f', 1))],
    );
  const tracks = element('1654ae6b', ...Array.from({ length: count }, entry));
  const head = element('1a45dfa3', element('4282', Buffer.from('matroska')));
  const cluster = element(
    '1f43b675',
    number('e7', 0),
    element('a3', Buffer.from('81000080ffff', 'hex')),
  );
  return Buffer.concat([head, element('18538067', tracks, cluster)]);
}
