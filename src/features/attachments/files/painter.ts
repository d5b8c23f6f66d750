import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readExif from 'exif-reader';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { shownFiles } from '../places.ts';
import type { Picture } from './picture.ts';
import { RefusedError } from './refusal.ts';

/*
 * The process that picture.ts starts: one picture in, the ones that are shown out, and on stdout
 * what was seen of it. It has no database address and no key.
 */

const [original = '', outDir = '', type = '', make = '', limit = ''] = process.argv.slice(2);
const maxPixels = Number(limit);

const thumbEdge = 480;
const viewEdge = 3072;
const avatarEdge = 256;

// Only decoders of what judge.ts takes; libvips knows many more, PDF and SVG among them.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map(
    (name) => `VipsForeignLoad${name}`,
  ),
});
sharp.concurrency(1);
sharp.cache(false);

async function paintAll(): Promise<Picture> {
  // A picture whose end is missing shows what there is of it.
  const options = { limitInputPixels: maxPixels, failOn: 'none', sequentialRead: true } as const;
  const seen = await sharp(original, options).metadata();
  const pixels = seen.width * (seen.pageHeight ?? seen.height);
  if (pixels > maxPixels)
    throw new RefusedError('too-many-pixels', `${seen.width} × ${seen.height}`);
  const upright = type === 'image/heic' ? await readHeic() : sharp(original, options).autoOrient();
  const picture = make === 'avatar' ? await paintAvatar(upright) : await paintViews(upright);
  return { ...picture, takenOn: takenOn(seen) };
}

/** Everything is made from the large picture: the original is decoded once. Metadata stays behind. */
async function paintViews(upright: Sharp) {
  const view = join(outDir, shownFiles.view);
  const fit = { fit: 'inside', withoutEnlargement: true } as const;
  const { width, height } = await upright
    .resize({ width: viewEdge, height: viewEdge, ...fit })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 86, mozjpeg: true })
    .toFile(view);
  await sharp(view)
    .resize({ width: thumbEdge, height: thumbEdge, ...fit })
    .webp({ quality: 78 })
    .toFile(join(outDir, shownFiles.thumb));
  return { width, height };
}

async function paintAvatar(upright: Sharp) {
  const { width, height } = await upright
    .resize({ width: avatarEdge, height: avatarEdge, fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .webp({ quality: 82 })
    .toFile(join(outDir, shownFiles.avatar));
  return { width, height };
}

/**
 * libheif turns the picture upright by itself. Its own account of the size is asked before
 * anything is decoded: the boxes that sharp read need not be those of the picture.
 */
async function readHeic(): Promise<Sharp> {
  // Loaded for those alone that need it: it is as large as all the rest.
  const { default: decodeHeic } = await import('heic-decode');
  const images = await decodeHeic.all({ buffer: await readFile(original) });
  const [first] = images;
  if (first === undefined) throw new RefusedError('damaged', 'no picture in it');
  if (first.width * first.height > maxPixels) throw new RefusedError('too-many-pixels');
  const { data, width, height } = await first.decode();
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 4 },
  });
}

/** The day in the camera's own words, which have no time zone. Many clocks were never set. */
function takenOn({ exif }: Metadata): string | null {
  const taken = exif && readTaken(exif);
  if (!taken || Number.isNaN(taken.getTime()) || taken.getUTCFullYear() < 1980) return null;
  return taken.getTime() > Date.now() ? null : taken.toISOString().slice(0, 10);
}

function readTaken(exif: Buffer): Date | undefined {
  try {
    return readExif(exif).Photo?.DateTimeOriginal;
  } catch {
    return undefined; // a damaged note on a good picture: its day is not known
  }
}

/** What the message of a decoder means; null where it is not the picture that is at fault. */
function refusalOf(error: Error) {
  if (error instanceof RefusedError) return error.refusal;
  if ('code' in error || /unable to (open|write)|no space left/i.test(error.message)) return null;
  return /pixel limit/i.test(error.message) ? 'too-many-pixels' : 'damaged';
}

try {
  process.stdout.write(JSON.stringify(await paintAll()));
} catch (error) {
  const refusal = refusalOf(error as Error);
  process.stderr.write(`${refusal ? `refused: ${refusal}\n` : ''}${(error as Error).stack}\n`);
  process.exitCode = 1;
}
