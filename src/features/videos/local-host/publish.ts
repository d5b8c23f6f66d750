import { join } from 'node:path';
import { framesPerSecond } from './frame-rate.ts';
import { AUDIO } from './hls-args.ts';
import type { Plan } from './plan.ts';
import { type MeasuredVariant, measureVariant, type Variant, writeMaster } from './playlist.ts';
import { isThere } from './staging.ts';

/**
 * Lists what is finished in the master playlist, and nothing else: it grows as qualities come.
 * @returns what is listed, the largest first, sound alone the last
 */
export async function publish(outDir: string, plan: Plan): Promise<MeasuredVariant[]> {
  let finished = await finishedOf(outDir, plan);
  for (;;) {
    const measured = await Promise.all(finished.map((v) => measureVariant(outDir, v)));
    if (measured.length > 0) await writeMaster(outDir, measured);
    // Another job may have finished one meanwhile, and have listed it before us.
    const now = await finishedOf(outDir, plan);
    if (now.length === finished.length) return measured;
    finished = now;
  }
}

/** The variants of the plan that are there. */
export async function finishedOf(outDir: string, plan: Plan): Promise<Variant[]> {
  const there: Variant[] = [];
  for (const variant of variantsOf(plan)) {
    if (await isThere(join(outDir, variant.name))) there.push(variant);
  }
  return there;
}

export function variantsOf({ probe: { picture, sound }, renditions }: Plan): Variant[] {
  const hasAudio = sound !== null;
  const frameRate = picture && framesPerSecond(picture.rate);
  const voice = { name: AUDIO, width: null, height: null, frameRate: null, hasAudio };
  return [
    ...renditions.map(({ name, width, height }) => ({ name, width, height, frameRate, hasAudio })),
    ...(hasAudio ? [voice] : []),
  ];
}
