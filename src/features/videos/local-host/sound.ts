import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { soundFilters } from './filters.ts';
import { AUDIO, hlsArgs } from './hls-args.ts';
import type { Plan } from './plan.ts';
import type { Probe, SoundStream } from './probe.ts';
import { expectWritten } from './room.ts';
import { BOUNDED_DECODER, FFMPEG_START, safeInput } from './safe-input.ts';
import { makeOnce } from './staging.ts';
import { runTool, type Tools } from './tools.ts';
import { patience } from './working.ts';

/** The sound alone, ready to download; every rendition takes a copy of it. */
export const SOUND_FILE = 'audio.m4a';
export const SOUND_RATE = 128_000;

/**
 * EBU R128 measures; -16 LUFS is what its supplement for streaming (R128 s2) allows at the most
 * and people's small devices need: at -23, as on television, a quiet voice is lost on a telephone.
 */
const TARGET_LUFS = -16;
/** Of samples; the true peak between them is at most about half a decibel above. */
const CEILING_DB = -2;
/** More would only bring up the noise of the room. */
const MOST_GAIN_DB = 24;
/** R128's gate: quieter is silence, and stays so. */
const SILENCE_LUFS = -69;

export interface SoundInput {
  tools: Tools;
  original: string;
  outDir: string;
  plan: Pick<Plan, 'part'> & { probe: Probe & { sound: SoundStream } };
  signal?: AbortSignal;
}

/**
 * Makes the sound in two readings: one measures its loudness, one changes it by that much and no
 * more, so that speech keeps its life; single-pass loudnorm would pump, and works at 192 kHz.
 * It is coded once: renditions and the sound alone get the same packets. Throws as `run` does.
 */
export async function makeSound(input: SoundInput): Promise<void> {
  const { tools, original, outDir, signal } = input;
  const { probe, part } = input.plan;
  const run = (args: string[], cwd: string) =>
    runTool(tools, 'ffmpeg', [...FFMPEG_START, ...args], {
      ...patience(probe.durationSeconds ?? 0, SOUND_RATE),
      cwd,
      signal,
    });
  await makeOnce(outDir, [SOUND_FILE], async (dir) => {
    const chain = [...soundFilters(probe, part), ...loudness(await measure(input))];
    const coded = ['-map', '[a]', '-c:a', 'aac', '-b:a', String(SOUND_RATE), '-map_metadata', '-1'];
    const file = ['-map_chapters', '-1', '-movflags', '+faststart', '-f', 'mp4', SOUND_FILE];
    const graph = `[0:${probe.sound.index}]${chain.join(',')}[a]`;
    const source = [...BOUNDED_DECODER, ...safeInput(original)];
    await run([...source, '-filter_complex', graph, ...coded, ...file], dir);
  });
  await makeOnce(outDir, [AUDIO], async (dir) => {
    await mkdir(join(dir, AUDIO));
    const source = safeInput(join(outDir, SOUND_FILE));
    await run([...source, '-c', 'copy', ...hlsArgs(AUDIO)], dir);
    await expectWritten(join(dir, AUDIO));
  });
}

interface Loudness {
  lufs: number;
  peakDb: number;
}

/** https://ffmpeg.org/ffmpeg-filters.html#ebur128-1; the summary is the last that it says. */
async function measure({ tools, original, plan, signal }: SoundInput): Promise<Loudness> {
  const { probe, part } = plan;
  const chain = [...soundFilters(probe, part), 'ebur128=framelog=verbose:peak=sample'];
  const { stderr } = await runTool(
    tools,
    'ffmpeg',
    [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info', ...BOUNDED_DECODER],
      ...[...safeInput(original), '-map', `0:${probe.sound.index}`, '-af', chain.join(',')],
      ...['-f', 'null', '-'],
    ],
    { ...patience(probe.durationSeconds ?? 0, 0), signal },
  );
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'));
  const number = (pattern: RegExp) => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  return { lufs: number(/I:\s+(\S+) LUFS/), peakDb: number(/Peak:\s+(\S+) dBFS/) };
}

/** One gain for the whole; a limiter only where a peak would go over. */
function loudness({ lufs, peakDb }: Loudness): string[] {
  if (!(lufs > SILENCE_LUFS)) return [];
  const gain = Math.min(MOST_GAIN_DB, TARGET_LUFS - lufs);
  const ceiling = (10 ** (CEILING_DB / 20)).toFixed(4);
  const limiter = `alimiter=limit=${ceiling}:level=false:attack=5:release=50`;
  return [`volume=${gain.toFixed(2)}dB`, ...(peakDb + gain > CEILING_DB ? [limiter] : [])];
}
