import { open } from 'node:fs/promises';

/** Enough for hours of fragments of two seconds. */
const MAX_BOXES = 100_000;

export interface IsoState {
  /** The file is MP4, MOV or 3GP. */
  isIso: boolean;
  /** A box says it is longer than the file, or the table of contents (moov) never came. */
  cutOff: boolean;
}

/** ffmpeg says nothing about a fragmented MP4 whose last fragment is missing half. */
export async function isoState(file: string): Promise<IsoState> {
  const { types, overrun } = await walk(file);
  const isIso = types.size > 0;
  return { isIso, cutOff: isIso && (overrun || !types.has('moov')) };
}

/** Whether a piece of an MP4 holds boxes, the last of them whole. */
export async function boxesFit(file: string): Promise<boolean> {
  const { types, overrun } = await walk(file);
  return types.size > 0 && !overrun;
}

/** Reads 16 bytes of each of the outermost boxes of an MP4 or MOV (ISO/IEC 14496-12, 4.2). */
async function walk(file: string): Promise<{ types: Set<string>; overrun: boolean }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(16);
    const types = new Set<string>();
    let at = 0;
    for (let n = 0; n < MAX_BOXES && at < size; n++) {
      const { bytesRead } = await handle.read(head, 0, 16, at);
      const type = head.toString('latin1', 4, 8);
      if (n === 0 && !/^(ftyp|moov|moof|mdat|wide|free|skip|styp)$/.test(type)) break;
      types.add(type);
      const length = boxLength(head, bytesRead, size - at);
      if (length > size - at) return { types, overrun: true };
      at += length;
    }
    return { types, overrun: false };
  } finally {
    await handle.close();
  }
}

/** In bytes. Zero means "to the end"; one means that eight bytes of length follow the type. */
function boxLength(head: Buffer, bytesRead: number, rest: number): number {
  if (bytesRead < 8) return Number.POSITIVE_INFINITY;
  const short = head.readUInt32BE(0);
  if (short === 0) return rest;
  if (short !== 1) return Math.max(8, short);
  return bytesRead < 16 ? Number.POSITIVE_INFINITY : Math.max(16, Number(head.readBigUInt64BE(8)));
}
