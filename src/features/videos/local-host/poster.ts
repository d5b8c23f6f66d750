import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSegments } from './playlist.ts';
import { FFMPEG_START } from './safe-input.ts';
import { replace } from './staging.ts';
import { runTool, type Tools } from './tools.ts';

const POSTER_MS = 120_000;
const MAX_WIDTH = 1280;
export const POSTER = 'poster.jpg';
/** Out of 255: a picture under a hand or before the lights is darker, mean of all its points. */
const DARK = 28;
/** A picture with less spread than this is one flat colour. */
const FLAT = 4;

export interface PosterInput {
  tools: Tools;
  /** The folder of the best rendition: already turned, in plain colours, and in short pieces. */
  rendition: string;
  duration: number;
  width: number;
  /** Where poster.jpg goes; one that is there is replaced. */
  outDir: string;
  signal?: AbortSignal;
}

/**
 * Takes a picture for the film: at a third, or in its first seconds, or wherever it is not black.
 * At most 1280 wide. Throws ToolError or the signal's reason.
 */
export async function makePoster(input: PosterInput): Promise<void> {
  await replace(input.outDir, POSTER, (dir) => choose({ ...input, dir }));
}

type Choice = PosterInput & { dir: string };

async function choose(input: Choice): Promise<void> {
  const { duration } = input;
  const moments = [duration / 3, Math.min(2, duration / 2), duration * 0.6, duration * 0.85, 0];
  let best = { file: '', merit: -1 };
  for (const [i, moment] of moments.entries()) {
    const file = `poster-${i}.jpg`;
    const merit = await take(input, moment, file);
    if (merit > best.merit) best = { file, merit };
    if (merit >= 1) break;
  }
  if (!best.file) throw new Error(`No frame of ${input.rendition} could be taken for a poster.`);
  await copyFile(join(input.dir, best.file), join(input.dir, POSTER));
}

/** @returns 1 for a good picture, less for a dark or flat one, -1 when there was none. */
async function take(input: Choice, moment: number, file: string): Promise<number> {
  const piece = `${file}.mp4`;
  const within = await cutPiece(input.rendition, moment, join(input.dir, piece));
  const width = Math.min(MAX_WIDTH, input.width);
  // After "-i" the place is found by decoding: exact, and never more than one segment.
  const frame = ['-map', '0:v:0', '-ss', within.toFixed(3), '-frames:v', '1'];
  const { stdout } = await runTool(
    input.tools,
    'ffmpeg',
    [
      ...[...FFMPEG_START, '-protocol_whitelist', 'file', '-i', `file:${piece}`],
      ...[...frame, '-vf', `scale=${width}:-2:out_range=pc`, '-pix_fmt', 'yuvj420p'],
      ...['-q:v', '3', '-f', 'image2', '-update', '1', file],
      ...[...frame, '-vf', 'scale=32:32,format=gray', '-f', 'rawvideo', 'pipe:1'],
    ],
    { cwd: input.dir, timeoutMs: POSTER_MS, signal: input.signal },
  );
  if (stdout.length === 0) return -1;
  const mean = stdout.reduce((sum, value) => sum + value, 0) / stdout.length;
  const spread = stdout.reduce((sum, value) => sum + Math.abs(value - mean), 0) / stdout.length;
  return Math.min(1, mean / DARK, spread / FLAT);
}

/**
 * The initialisation and the one segment that holds the moment, together a small MP4. ffmpeg 5.1
 * finds no frame after seeking in a playlist of one segment.
 * @returns the seconds from the beginning of that segment to the moment
 */
async function cutPiece(rendition: string, moment: number, file: string): Promise<number> {
  const segments = await readSegments(rendition);
  let start = 0;
  let chosen = segments[0];
  for (const segment of segments) {
    chosen = segment;
    if (start + segment.seconds > moment) break;
    start += segment.seconds;
  }
  if (!chosen) throw new Error(`There is no segment in ${rendition}.`);
  const parts = [join(rendition, 'init.mp4'), join(rendition, chosen.name)];
  await writeFile(file, Buffer.concat(await Promise.all(parts.map((part) => readFile(part)))));
  return moment - start;
}
