import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePngBomb, makeZip } from '../testing/files.ts';
import { judge } from './judge.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'telloom-judge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The type that a file of these bytes gets, or why it is refused. */
async function verdict(bytes: Buffer | string): Promise<string> {
  // a name that lies: nothing may come of it
  const path = join(folder, 'photo.jpg');
  writeFileSync(path, bytes);
  return judge(path).then(
    ({ type }) => type,
    (error: { refusal?: string }) => error.refusal ?? Promise.reject(error),
  );
}

const bytes = (text: string) => Buffer.from(text, 'latin1');
const brand = (name: string) => bytes(`\0\0\0\x18ftyp${name}\0\0\0\0${name}mif1`);
const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' };

it.each([
  ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3'), 'application/pdf'],
  ['rich text', '{\\rtf1 Dear Anna}', 'application/rtf'],
  ['a letter', 'Querida Ana:\n\nAquí hace mucho frío.\n', 'text/plain'],
  ['text with a mark of its encoding', '\ufeffDear Anna', 'text/plain'],
  ['text that speaks of <html>', 'I wrote <html> first.', 'text/plain'],
  ['an iPhone photo', brand('heic'), 'image/heic'],
  ['a HEIF of another maker', bytes('\0\0\0\x18ftypmif1\0\0\0\0mif1heic'), 'image/heic'],
  ['an AVIF', brand('avif'), 'image/avif'],
  ['a voice memo', brand('M4A '), 'audio/mp4'],
  ['an MP3 with notes', bytes('ID3\x04\0\0\0\0'), 'audio/mpeg'],
  ['an MP3 without', bytes('\xff\xfb\x90\x64'), 'audio/mpeg'],
  ['an old phone’s voice', '#!AMR\n', 'audio/amr'],
  ['a WAV', bytes('RIFF\x24\0\0\0WAVEfmt '), 'audio/wav'],
  [
    'Word',
    makeZip(word),
    `application/vnd.openxmlformats-officedocument.wordprocessingml.document`,
  ],
  [
    'OpenDocument',
    makeZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }, true),
    'application/vnd.oasis.opendocument.text',
  ],
  ['a picture that is huge: its decoder says so', makePngBomb(64), 'image/png'],
])('takes %s', async (_name, content, type) => {
  expect(await verdict(content)).toBe(type);
});

it('takes what sharp writes', async () => {
  const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  for (const format of ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const) {
    expect(await verdict(await picture().toFormat(format).toBuffer())).toBe(`image/${format}`);
  }
});

it.each([
  ['nothing', '', 'empty'],
  ['a page', '<!DOCTYPE html><script>alert(1)</script>', 'web-page'],
  ['a page behind blanks', '\n\n  <HTML>', 'web-page'],
  ['a drawing with a script', '<svg xmlns="x"><script>alert(1)</script></svg>', 'web-page'],
  ['XML', '<?xml version="1.0"?><svg/>', 'web-page'],
  ['a program', bytes('MZ\x90\0\x03'), 'program'],
  ['a script', '#!/bin/sh\nrm -rf /', 'program'],
  ['Word with macros', makeZip({ ...word, 'word/vbaProject.bin': 'x' }), 'program'],
  ['old Word, or one with a password', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'locked'],
  ['an archive', makeZip({ 'a.jpg': 'x' }), 'archive'],
  ['an archive without a directory', bytes('PK\x03\x04 and nothing'), 'damaged'],
  ['an archive of a program', makeZip({ mimetype: 'application/java-archive' }, true), 'archive'],
  ['a film of the nineties', bytes('RIFF\0\0\0\0AVI LIST'), 'film'],
  ['noise', bytes('\x01\x02\x03\x04\xfe'), 'unknown-kind'],
  ['text of another encoding', bytes('Espa\xf1a y caf\xe9 con leche'), 'unknown-kind'],
])('refuses %s', async (_name, content, refusal) => {
  expect(await verdict(content)).toBe(refusal);
});
