import { open } from 'node:fs/promises';

/** Enough for hours of fragments of two seconds. */
const MAX_BOXES = 100_000;

export interface IsoState {
  /** The file is MP4, MOV or 3GP. */
  isIso: boolean;
  /** A box says it is longer than the file, or the table of contents (moov) never came. */
  cutOff: boolean;
}

/**
 * Walks the outermost boxes of an MP4 or MOV, reading 16 bytes of each (ISO/IEC 14496-12, 4.2).
 * ffmpeg says nothing about a fragmented MP4 whose last fragment is missing half.
 */
export async function isoState(file: string): Promise<IsoState> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(16);
    const seen = new Set<string>();
    let at = 0;
    for (let n = 0; n < MAX_BOXES && at < size; n++) {
      const { bytesRead } = await handle.read(head, 0, 16, at);
      const type = head.toString('latin1', 4, 8);
      if (n === 0 && !/^(ftyp|moov|mdat|wide|free|skip|styp)$/.test(type)) break;
      seen.add(type);
      const length = boxLength(head, bytesRead, size - at);
      if (length > size - at) return { isIso: true, cutOff: true };
      at += length;
    }
    return { isIso: seen.size > 0, cutOff: seen.size > 0 && !seen.has('moov') };
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
