// biome-ignore-all lint/suspicious/noControlCharactersInRegex: the marks of files are bytes
import { type FileHandle, open } from 'node:fs/promises';
import { type FileKind, kindOf } from './kinds.ts';
import { RefusedError } from './refusal.ts';
import { officeType } from './zip.ts';

/** Enough for every mark below, and to see whether text is text. */
const headBytes = 4096;

/**
 * What a file is by its content; its name counts for nothing.
 * @throws RefusedError for what is not taken
 */
export async function judge(path: string): Promise<FileKind> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const kind = kindOf(await typeOf(buffer.subarray(0, bytesRead), file));
    if (kind === null) throw new RefusedError('unknown-kind');
    return kind;
  } finally {
    await file.close();
  }
}

async function typeOf(head: Buffer, file: FileHandle): Promise<string> {
  if (head.length === 0) throw new RefusedError('empty');
  const mark = head.toString('latin1', 0, 64);
  for (const [pattern, type] of marks) if (pattern.test(mark)) return type;
  for (const [pattern, refusal] of refused) if (pattern.test(mark)) throw new RefusedError(refusal);
  if (mark.slice(4, 8) === 'ftyp') return byBrands(mark.slice(8, 40));
  if (mark.startsWith('PK')) return officeType(file);
  return plainText(head);
}

const marks: [RegExp, type: string][] = [
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^RIFF.{4}WEBP/s, 'image/webp'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff'],
  [/^%PDF-\d/, 'application/pdf'],
  [/^\{\\rtf1/, 'application/rtf'],
  [/^(ID3|\xff[\xf2\xf3\xfa\xfb])/, 'audio/mpeg'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'audio/aac'],
  [/^RIFF.{4}WAVE/s, 'audio/wav'],
  [/^fLaC/, 'audio/flac'],
  [/^OggS/, 'audio/ogg'],
  [/^#!AMR/, 'audio/amr'],
  [/^\x1aE\xdf\xa3/, 'audio/webm'],
];

const refused: [RegExp, 'film' | 'archive' | 'program' | 'locked'][] = [
  [/^(MZ|\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|#!\/)/, 'program'],
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, 'archive'],
  // Word before 2007, and any newer document with a password: nothing tells what is in it
  [/^\xd0\xcf\x11\xe0/, 'locked'],
  [/^(RIFF.{4}AVI |\0\0\x01\xba)/s, 'film'],
];

/** The family of MP4 by its brands (ISO/IEC 14496-12, "File Type Box"). */
function byBrands(brands: string): string {
  if (/^(heic|heix|hevc|hevx)/.test(brands)) return 'image/heic';
  if (/^avi[fs]/.test(brands)) return 'image/avif';
  if (/^mi[fs]1/.test(brands)) {
    return /avif/.test(brands) ? 'image/avif' : 'image/heic';
  }
  // A recorder's voice and a film can look alike from here; sound.ts looks at the streams.
  return 'audio/mp4';
}

/** Text without markup. It is served as text/plain, whatever a program might make of it. */
function plainText(head: Buffer): string {
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  if (/^\s*<(!doctype|\?xml|html|svg|head|body|script|!--)/i.test(text)) {
    throw new RefusedError('web-page');
  }
  // The last character may have been cut in two.
  if (/[\0-\x08\x0e-\x1a\ufffd]/.test(text.slice(0, -1))) throw new RefusedError('unknown-kind');
  return 'text/plain';
}
