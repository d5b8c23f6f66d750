import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A HEIC picture as phones write them: one HEVC frame of ffmpeg's in the boxes of HEIF
 * (ISO/IEC 23008-12), which no tool at hand writes. Its left half is red, its right half blue.
 *
 * @param claimed the size that its boxes give, where it is not the real one
 */
export function makeHeic(options: {
  width: number;
  height: number;
  claimed?: { width: number; height: number };
}): Buffer {
  const { width, height, claimed = options } = options;
  const { configuration, frame } = encodeFrame(width, height);
  const ispe = full('ispe', 0, u32(claimed.width), u32(claimed.height));
  // The place of the frame is known once the size of everything before it is.
  const assemble = (offset: number) =>
    Buffer.concat([
      box('ftyp', text('heic'), u32(0), text('mif1'), text('heic')),
      full(
        'meta',
        0,
        full('hdlr', 0, u32(0), text('pict'), Buffer.alloc(13)),
        full('pitm', 0, u16(1)),
        full('iinf', 0, u16(1), full('infe', 2, u16(1), u16(0), text('hvc1'), Buffer.alloc(1))),
        full(
          'iloc',
          0,
          u16(0x4400),
          u16(1),
          u16(1),
          u16(0),
          u16(1),
          u32(offset),
          u32(frame.length),
        ),
        box(
          'iprp',
          box('ipco', configuration, ispe),
          full('ipma', 0, u32(1), u16(1), Buffer.from([2, 0x81, 0x02])),
        ),
      ),
      u32(frame.length + 8),
      text('mdat'),
    ]);
  return Buffer.concat([assemble(assemble(0).length), frame]);
}

function encodeFrame(width: number, height: number) {
  const folder = mkdtempSync(join(tmpdir(), 'telloom-heic-'));
  try {
    const film = join(folder, 'one.mp4');
    const half = `${width / 2}x${height}`;
    const sides = ['red', 'blue'].flatMap((c) => ['-f', 'lavfi', '-i', `color=${c}:s=${half}:r=1`]);
    const codec = ['-c:v', 'libx265', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p'];
    const args = ['-filter_complex', 'hstack', '-frames:v', '1', ...codec, '-tag:v', 'hvc1', film];
    execFileSync('ffmpeg', ['-v', 'error', ...sides, ...args]);
    const bytes = readFileSync(film);
    const at = (name: string) => bytes.indexOf(name, 0, 'latin1') - 4;
    const cut = (start: number) => bytes.subarray(start, start + bytes.readUInt32BE(start));
    return { configuration: cut(at('hvcC')), frame: cut(at('mdat')).subarray(8) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const text = (word: string) => Buffer.from(word, 'latin1');
const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const box = (name: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), text(name), body]);
};
const full = (name: string, version: number, ...parts: Buffer[]) =>
  box(name, Buffer.from([version, 0, 0, 0]), ...parts);
