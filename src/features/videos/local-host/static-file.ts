import { join } from 'node:path';
import { FFMPEG_START } from './safe-input.ts';
import { makeOnce } from './staging.ts';
import { runTool, type Tools } from './tools.ts';
import { patience } from './working.ts';

/** The best quality in one file that every device plays, as Mux calls it too. */
export const BEST_FILE = 'highest.mp4';

export interface StaticFileInput {
  tools: Tools;
  outDir: string;
  /** The name of a finished rendition in outDir. */
  rendition: string;
  /** Seconds, and bits per second of the rendition. */
  duration: number;
  bandwidth: number;
  /** What the file is called in outDir. */
  name: string;
  signal?: AbortSignal;
}

/** Puts a rendition into one MP4, its table of contents first; nothing is coded again. */
export async function makeStaticFile(input: StaticFileInput): Promise<void> {
  const { tools, outDir, rendition, name, duration, bandwidth, signal } = input;
  await makeOnce(outDir, [name], async (dir) => {
    const playlist = `file:${join(outDir, rendition, 'index.m3u8')}`;
    const source = ['-protocol_whitelist', 'file', '-f', 'hls', '-i', playlist];
    const copy = ['-map', '0', '-c', 'copy', '-movflags', '+faststart', '-f', 'mp4', name];
    const options = { ...patience(duration, bandwidth), cwd: dir, signal };
    await runTool(tools, 'ffmpeg', [...FFMPEG_START, ...source, ...copy], options);
  });
}
