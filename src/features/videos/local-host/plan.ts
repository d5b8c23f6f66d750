import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordingWarning, warning } from './errors.ts';
import { framesPerSecond } from './frame-rate.ts';
import { ladder, type Rendition } from './ladder.ts';
import { type Part, type Probe, probe } from './probe.ts';
import type { ProcessInput } from './processed.ts';
import { isThere, replace } from './staging.ts';
import type { Tools } from './tools.ts';

const PLAN = 'plan.json';
/** Raised when what is made changes, so that nothing half old and half new is put together. */
const VERSION = 1;

/** What will be made of a recording: written down once, so that a later start goes on with it. */
export interface Plan {
  version: number;
  /** Of the original, to notice another one in its place. */
  bytes: number;
  probe: Probe;
  /** What of it is made; all of it where there is none. */
  part: Part | null;
  /** The largest first; empty without a picture. */
  renditions: Rendition[];
  warnings: RecordingWarning[];
}

type PlanInput = Pick<ProcessInput, 'original' | 'part' | 'outDir' | 'signal'>;

/**
 * The plan that stands in `outDir`, or a new one, with which everything older is removed.
 * Throws as `probe` does.
 */
export async function planFor(
  tools: Tools,
  { original, part, outDir, signal }: PlanInput,
): Promise<Plan> {
  const { size } = await stat(original);
  const standing = await readPlan(outDir);
  if (standing?.version === VERSION && standing.bytes === size) return standing;
  const found = await probe(tools, original, signal);
  const plan = { version: VERSION, bytes: size, part: part ?? null, ...reading(found, tools) };
  await rm(outDir, { recursive: true, force: true });
  await writePlan(outDir, plan);
  return plan;
}

/** How many seconds will be made. */
export const secondsOf = ({ part, probe }: Pick<Plan, 'part' | 'probe'>): number =>
  part ? part.end - part.start : (probe.durationSeconds ?? 0);

export async function readPlan(outDir: string): Promise<Plan | null> {
  const path = join(outDir, PLAN);
  return (await isThere(path)) ? JSON.parse(await readFile(path, 'utf8')) : null;
}

export const writePlan = (outDir: string, plan: Plan) =>
  replace(outDir, PLAN, (dir) => writeFile(join(dir, PLAN), JSON.stringify(plan)));

/** A part of the recording turned out not to be readable: the rest is made without it. */
export async function without(
  outDir: string,
  plan: Plan,
  part: 'sound' | 'picture',
): Promise<Plan> {
  const less: Plan = {
    ...plan,
    probe: { ...plan.probe, [part]: null },
    renditions: part === 'picture' ? [] : plan.renditions,
    warnings: [...plan.warnings, warning(`${part}_unreadable`)],
  };
  await writePlan(outDir, less);
  return less;
}

function reading(found: Probe, tools: Tools) {
  const { picture } = found;
  const pale = picture?.hdrTransfer && !tools.toneMap;
  // The times of single frames have served: they gave the rate.
  const short = picture && { ...picture, times: { ...picture.times, times: [] } };
  const sound = found.sound && { ...found.sound, times: { ...found.sound.times, times: [] } };
  return {
    probe: { ...found, picture: short, sound },
    renditions: picture ? ladder({ ...picture, frameRate: framesPerSecond(picture.rate) }) : [],
    warnings: [
      ...(found.cutOff ? [warning('cut_off')] : []),
      ...(found.soundUnreadable ? [warning('sound_unreadable')] : []),
      ...(found.pictureUnreadable ? [warning('picture_unreadable')] : []),
      ...(pale ? [warning('pale_colours')] : []),
    ],
  };
}
