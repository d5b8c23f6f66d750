import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyframeDistance } from './hls-args.ts';
import type { Rendition } from './ladder.ts';
import type { PictureStream } from './probe.ts';
import { FFMPEG_START } from './safe-input.ts';
import { makeOnce } from './staging.ts';
import { runTool, type Tools } from './tools.ts';
import { patience } from './working.ts';

export const STORYBOARD = 'storyboard.vtt';
const SPRITE = 'storyboard.jpg';
const MOST_TILES = 100;
const COLUMNS = 10;
/** The longer side of a tile, in pixels. */
const TILE = 240;

export interface StoryboardInput {
  tools: Tools;
  outDir: string;
  /** A finished one, in outDir. */
  rendition: Rendition;
  rate: PictureStream['rate'];
  duration: number;
  signal?: AbortSignal;
}

/**
 * One image of small pictures, and WebVTT that says which of them shows which moment, as players
 * read it (https://www.media-chrome.org/docs/en/components/media-preview-thumbnail). Keyframes
 * alone are decoded, so an hour takes seconds.
 */
export async function makeStoryboard(input: StoryboardInput): Promise<void> {
  const { tools, outDir, rendition, duration, signal } = input;
  const grid = layOut(input);
  await makeOnce(outDir, [SPRITE, STORYBOARD], async (dir) => {
    const playlist = join(outDir, rendition.name, 'index.m3u8');
    const chosen = `select='not(mod(n\\,${grid.every}))',scale=${grid.width}:${grid.height}`;
    await runTool(
      tools,
      'ffmpeg',
      [
        ...[...FFMPEG_START, '-protocol_whitelist', 'file', '-skip_frame', 'nokey'],
        ...['-f', 'hls', '-i', `file:${playlist}`, '-map', '0:v:0'],
        ...['-vf', `${chosen},tile=${grid.columns}x${grid.rows}`, '-fps_mode', 'passthrough'],
        ...['-frames:v', '1', '-q:v', '5', '-f', 'image2', '-update', '1', SPRITE],
      ],
      { ...patience(duration, 0), cwd: dir, signal },
    );
    await writeFile(join(dir, STORYBOARD), cues(grid, duration));
  });
}

interface Grid {
  /** Each so many-th keyframe has a tile. */
  every: number;
  /** Seconds from one tile to the next. */
  step: number;
  count: number;
  columns: number;
  rows: number;
  /** Of a tile. */
  width: number;
  height: number;
}

function layOut({ rendition, rate, duration }: StoryboardInput): Grid {
  const distance = (keyframeDistance(rate) * rate.den) / rate.num;
  const keyframes = Math.max(1, Math.ceil(duration / distance));
  const every = Math.ceil(keyframes / MOST_TILES);
  const count = Math.ceil(keyframes / every);
  const columns = Math.min(COLUMNS, count);
  const scale = TILE / Math.max(rendition.width, rendition.height);
  const side = (pixels: number) => Math.max(2, Math.round((pixels * scale) / 2) * 2);
  return {
    ...{ every, step: distance * every, count, columns, rows: Math.ceil(count / columns) },
    ...{ width: side(rendition.width), height: side(rendition.height) },
  };
}

function cues(grid: Grid, duration: number): string {
  const { step, count, columns, width, height } = grid;
  const blocks = Array.from({ length: count }, (_, i) => {
    const place = [(i % columns) * width, Math.floor(i / columns) * height, width, height];
    const end = i === count - 1 ? Math.max(duration, i * step + 0.1) : (i + 1) * step;
    return `${clock(i * step)} --> ${clock(end)}\n${SPRITE}#xywh=${place.join(',')}`;
  });
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23);
}
