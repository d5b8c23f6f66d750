import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownFiles } from '../places.ts';
import { makePhoto, makePngBomb } from '../testing/files.ts';
import { makeHeic } from '../testing/heic.ts';
import { paint } from './picture.ts';

let outDir: string;
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'telloom-paint-'));
});
afterEach(() => rmSync(outDir, { recursive: true }));

const views = (bytes: Buffer, type: string, make: 'views' | 'avatar' = 'views') => {
  const original = join(outDir, 'original');
  writeFileSync(original, bytes);
  return paint({ original, outDir, type, make, maxPixels: 50_000_000 });
};
const made = (name: keyof typeof shownFiles) => sharp(join(outDir, shownFiles[name]));

it('turns a photo upright, keeps its day, and leaves its place behind', async () => {
  const photo = await makePhoto({ width: 4000, height: 2500 });
  expect(photo.includes('Exif')).toBe(true);
  expect(await views(photo, 'image/jpeg')).toEqual({
    width: 1920,
    height: 3072,
    takenOn: '2019-08-14',
  });
  for (const name of ['view', 'thumb'] as const) {
    const { exif, xmp, iptc, orientation, width, height } = await made(name).metadata();
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(height).toBeGreaterThan(width);
  }
  expect((await made('thumb').metadata()).height).toBe(480);
});

it('reads HEIC', async () => {
  const picture = await views(makeHeic({ width: 256, height: 128 }), 'image/heic');
  expect(picture).toEqual({ width: 256, height: 128, takenOn: null });
  const { data } = await made('view').raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number) => [...data.subarray((64 * 256 + x) * 3, (64 * 256 + x) * 3 + 3)];
  const [red = [], blue = []] = [pixel(40), pixel(210)];
  expect([red[0], blue[2]].every((value = 0) => value > 200)).toBe(true);
  expect([red[2], blue[0]].every((value = 255) => value < 60)).toBe(true);
});

it('cuts an avatar to a square', async () => {
  expect(await views(await makePhoto(), 'image/jpeg', 'avatar')).toMatchObject({
    width: 256,
    height: 256,
  });
  expect(existsSync(join(outDir, shownFiles.view))).toBe(false);
});

it('shows what there is of a photo that was cut off', async () => {
  const whole = await makePhoto();
  const cut = whole.subarray(0, whole.length - 200);
  expect(await views(cut, 'image/jpeg')).toMatchObject({ width: 400, height: 640 });
});

describe('refuses', () => {
  const png = Buffer.from('\x89PNG\r\n\x1a\n and nothing more', 'latin1');
  it.each([
    ['a picture of 30,000 by 30,000', () => makePngBomb(30_000), 'image/png', 'too-many-pixels'],
    [
      'a HEIC that claims as much',
      () => makeHeic({ width: 64, height: 64, claimed: { width: 30_000, height: 30_000 } }),
      'image/heic',
      'too-many-pixels',
    ],
    ['a file that begins like a picture', () => png, 'image/png', 'damaged'],
    [
      'a HEIC of noise',
      () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1noise'),
      'image/heic',
      'damaged',
    ],
    [
      'a drawing under another name',
      () => Buffer.from('<svg width="9" height="9"/>'),
      'image/png',
      'damaged',
    ],
  ])('%s', async (_name, bytes, type, refusal) => {
    await expect(views(bytes(), type)).rejects.toMatchObject({ refusal });
    expect(existsSync(join(outDir, shownFiles.thumb))).toBe(false);
  });
});
