import { join } from 'node:path';
import { UnplayableError } from './errors.ts';
import { makeRenditions } from './picture.ts';
import { type Plan, readPlan, without, writePlan } from './plan.ts';
import { MASTER, type MeasuredVariant } from './playlist.ts';
import { makePoster, POSTER } from './poster.ts';
import type { PictureStream, Probe, SoundStream } from './probe.ts';
import type { ProcessedRecording, ProcessInput } from './processed.ts';
import { publish, variantsOf } from './publish.ts';
import { isDiskFull, ToolError } from './run.ts';
import { aspectRatio, resolutionTier } from './shape.ts';
import { makeSound, SOUND_FILE } from './sound.ts';
import { isThere } from './staging.ts';
import { BEST_FILE, makeStaticFile } from './static-file.ts';
import { makeStoryboard } from './storyboard.ts';
import type { Tools } from './tools.ts';

export interface MakeInput extends ProcessInput {
  tools: Tools;
  plan: Plan;
}

/** Share of the work until a recording can be watched: the sound is quickly done. */
const SOUND_SHARE = 0.1;

/** Sound, the smallest quality, poster and storyboard: then it can be watched. */
export async function makeFirst(
  input: MakeInput,
  onGroundwork: () => Promise<unknown>,
): Promise<ProcessedRecording> {
  const heard = await readableSound(input);
  input.onProgress?.(SOUND_SHARE);
  await onGroundwork();
  const plan = await readablePicture({ ...input, plan: heard });
  const listed = await publish(input.outDir, plan);
  const first = plan.renditions.at(-1);
  const shown = listed.find(({ name }) => name === first?.name);
  if (first && shown && plan.probe.picture) {
    const { tools, outDir, signal } = input;
    const { rate } = plan.probe.picture;
    const { duration } = shown;
    if (!(await isThere(join(outDir, POSTER)))) await poster(input, shown);
    await makeStoryboard({ tools, outDir, rendition: first, rate, duration, signal });
  }
  input.onProgress?.(1);
  return finish({ ...input, plan });
}

/** What fails in the middle takes its part with it: the half that can be read is better than nothing. */
async function readableSound({ plan, ...input }: MakeInput): Promise<Plan> {
  const { probe } = plan;
  try {
    if (hasSound(probe)) await makeSound({ ...input, plan: { ...plan, probe } });
    return plan;
  } catch (error) {
    if (!isFailure(error)) throw error;
    if (!probe.picture) throw new UnplayableError('cannot_convert', error.stderr);
    return without(input.outDir, plan, 'sound');
  }
}

async function readablePicture({ plan, onProgress, ...input }: MakeInput): Promise<Plan> {
  const { probe } = plan;
  if (!hasPicture(probe)) return plan;
  const report = (part: number) => onProgress?.(SOUND_SHARE + part * (1 - SOUND_SHARE));
  const [first] = plan.renditions.slice(-1);
  try {
    const renditions = first ? [first] : [];
    const shown = { ...plan, probe };
    await makeRenditions({ ...input, plan: shown, renditions, urgent: true, onProgress: report });
    return plan;
  } catch (error) {
    if (!isFailure(error)) throw error;
    if (!probe.sound) throw new UnplayableError('cannot_convert', error.stderr);
    return without(input.outDir, plan, 'picture');
  }
}

/** The larger qualities. Where they cannot be made, the recording stays as watchable as it is. */
export async function makeRest(input: MakeInput): Promise<ProcessedRecording> {
  const { probe, renditions } = input.plan;
  const larger = renditions.slice(0, -1);
  try {
    if (hasPicture(probe) && larger.length > 0) {
      const plan = { ...input.plan, probe };
      await makeRenditions({ ...input, plan, renditions: larger, urgent: false });
    }
  } catch (error) {
    if (!isFailure(error)) throw error;
    const plan = (await readPlan(input.outDir)) ?? input.plan;
    await writePlan(input.outDir, { ...plan, renditions: plan.renditions.slice(-1) });
  }
  return finish(input);
}

/** Lists what is there; when that is all, makes the files that need the best of it. */
async function finish(input: MakeInput): Promise<ProcessedRecording> {
  const { tools, outDir, signal } = input;
  const plan = (await readPlan(outDir)) ?? input.plan;
  const listed = await publish(outDir, plan);
  const whole = listed.length === variantsOf(plan).length;
  const [best] = listed;
  if (whole && best?.width && !(await isThere(join(outDir, BEST_FILE)))) {
    const { duration, bandwidth, name: rendition } = best;
    await poster(input, best);
    const name = BEST_FILE;
    await makeStaticFile({ tools, outDir, rendition, duration, bandwidth, name, signal });
  }
  return describe(plan, listed, whole);
}

async function poster(input: MakeInput, { name, duration, width }: MeasuredVariant) {
  const { tools, outDir, signal } = input;
  const rendition = join(outDir, name);
  if (width) await makePoster({ tools, rendition, duration, width, outDir, signal });
}

function describe(plan: Plan, listed: MeasuredVariant[], whole: boolean): ProcessedRecording {
  const [best] = listed;
  const size = best?.width && best.height ? { width: best.width, height: best.height } : null;
  return {
    playable: { kind: 'hls', file: MASTER },
    duration: Math.max(...listed.map((v) => v.duration)),
    aspectRatio: size && aspectRatio(plan.probe),
    maxWidth: size?.width ?? null,
    maxHeight: size?.height ?? null,
    maxFrameRate: best?.frameRate ?? null,
    resolutionTier: resolutionTier(size),
    hasAudio: best?.hasAudio ?? false,
    hasVideo: size !== null,
    poster: size !== null,
    renditions: listed,
    download: whole ? (size ? BEST_FILE : SOUND_FILE) : null,
    warnings: plan.warnings,
    whole,
  };
}

/** The file's own doing, which another try would meet again. A full disk is the machine's. */
function isFailure(error: unknown): error is ToolError {
  return error instanceof ToolError && error.reason === 'failed' && !isDiskFull(error);
}

const hasSound = (probe: Probe): probe is Probe & { sound: SoundStream } => probe.sound !== null;
const hasPicture = (probe: Probe): probe is Probe & { picture: PictureStream } =>
  probe.picture !== null;
