import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureGraph } from './filters.ts';
import { hlsArgs, keyframeDistance } from './hls-args.ts';
import type { Rendition } from './ladder.ts';
import { type Plan, secondsOf } from './plan.ts';
import type { PictureStream, Probe } from './probe.ts';
import { expectRoom, expectWritten } from './room.ts';
import { BOUNDED_DECODER, FFMPEG_START, safeInput } from './safe-input.ts';
import { SOUND_FILE, SOUND_RATE } from './sound.ts';
import { makeOnce } from './staging.ts';
import { runTool, type Tools } from './tools.ts';
import { patience, WATCHED, watch } from './working.ts';

/** How much further a run stands back that nobody waits for. */
const FURTHER_BACK = 5;

export interface PictureInput {
  tools: Tools;
  original: string;
  outDir: string;
  plan: Pick<Plan, 'part'> & { probe: Probe & { picture: PictureStream } };
  /** Of one ffmpeg command, the largest first. */
  renditions: Rendition[];
  /** Whether somebody waits for it. */
  urgent: boolean;
  /** From 0 to 1, never backwards. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/**
 * Makes renditions in one ffmpeg command, each a folder of HLS with H.264 and a copy of the sound,
 * keyframes at the same places in all of them. Throws UnplayableError (no_room), or as `run` does.
 */
export async function makeRenditions(input: PictureInput): Promise<void> {
  const { tools, outDir, renditions, plan } = input;
  const seconds = secondsOf(plan);
  const rate = renditions.reduce((sum, r) => sum + r.maxrate + SOUND_RATE, 0);
  const names = renditions.map(({ name }) => name);
  await makeOnce(outDir, names, async (dir) => {
    await expectRoom(dir, (seconds * rate) / 8);
    for (const name of names) await mkdir(join(dir, name));
    await runTool(tools, 'ffmpeg', args(input), {
      ...patience(plan.probe.durationSeconds ?? 0, rate),
      ...watch(seconds, input.onProgress),
      niceness: Math.min(19, tools.effort.niceness + (input.urgent ? 0 : FURTHER_BACK)),
      cwd: dir,
      signal: input.signal,
    });
    for (const name of names) await expectWritten(join(dir, name));
  });
}

function args({ tools, original, outDir, plan, renditions }: PictureInput): string[] {
  const { probe, part } = plan;
  const threads = tools.effort.threads > 0 ? ['-threads', String(tools.effort.threads)] : [];
  const sound = probe.sound ? safeInput(join(outDir, SOUND_FILE)) : [];
  return [
    ...[...FFMPEG_START, ...WATCHED, ...threads, ...BOUNDED_DECODER],
    ...[...safeInput(original), ...sound],
    ...['-filter_complex', pictureGraph(probe, part, renditions, tools.toneMap)],
    ...renditions.flatMap((rendition, i) => [
      ...videoArgs(i, rendition, probe.picture.rate),
      ...threads,
      ...(probe.sound ? ['-map', '1:a:0', '-c:a', 'copy'] : []),
      // What a phone writes about itself (the place among it) stays in the original alone.
      ...['-map_metadata', '-1', '-map_chapters', '-1', ...hlsArgs(rendition.name)],
    ]),
  ];
}

/** Keyframes at a fixed distance, and a ceiling on the rate: -crf alone has no honest BANDWIDTH. */
function videoArgs(i: number, r: Rendition, rate: { num: number; den: number }): string[] {
  const distance = String(keyframeDistance(rate));
  return [
    ...['-map', `[v${i}]`, '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high'],
    ...['-crf', '22', '-maxrate', String(r.maxrate), '-bufsize', String(r.bufsize)],
    ...['-g', distance, '-keyint_min', distance, '-sc_threshold', '0'],
  ];
}
