import type { FileHandle } from 'node:fs/promises';
import { RefusedError } from './refusal.ts';

/** A directory larger than this belongs to no letter that a person wrote. */
const maxDirectory = 1024 ** 2;
const endRecord = 22;
const maxComment = 0xffff;

const office = 'application/vnd.openxmlformats-officedocument';
/** The part that makes an archive a document (ECMA-376 part 2; OASIS OpenDocument 1.3 part 2). */
const parts: [name: string, type: string][] = [
  ['word/document.xml', `${office}.wordprocessingml.document`],
  ['xl/workbook.xml', `${office}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${office}.presentationml.presentation`],
];

/**
 * Tells the documents of office programs from other archives. Only names are read and nothing is
 * unpacked, so there is nothing that could swell.
 * @throws RefusedError
 */
export async function officeType(file: FileHandle): Promise<string> {
  const names = await entryNames(file);
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) throw new RefusedError('program');
  const part = parts.find(([name]) => names.includes(name));
  if (part !== undefined) return part[1];
  // OpenDocument keeps its type as the first entry, not compressed, at a fixed place.
  const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 30);
  const start = buffer.toString('latin1', 0, bytesRead);
  const type =
    /^mimetype(application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation))(?![a-z-])/.exec(
      start,
    );
  if (type?.[1] === undefined) throw new RefusedError('archive');
  return type[1];
}

/** The names in a ZIP's central directory (APPNOTE 6.3.10, 4.3.12 and 4.3.16). */
async function entryNames(file: FileHandle): Promise<string[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - endRecord - maxComment), size);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + endRecord > tail.length) throw new RefusedError('damaged', 'no directory');
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > maxDirectory) throw new RefusedError('archive', 'a huge directory');
  const directory = await readAt(file, start, start + length);
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

async function readAt(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}
