import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UnplayableError } from './errors.ts';
import { makeFirst, makeRest } from './make.ts';
import { planFor, readPlan } from './plan.ts';
import type { ProcessedRecording, ProcessInput } from './processed.ts';
import { remuxInto } from './remux.ts';
import { isDiskFull, ToolError } from './run.ts';
import { makeOnce } from './staging.ts';

/**
 * Makes a recording watchable, with whatever of it can be read, as soon as can be: in its smallest
 * quality. `makeLadder` makes the others, at the same time or later. Both go on where a killed try
 * stopped.
 * Throws UnplayableError when the recording is the trouble (its message is for people), ToolError
 * or a file system's error when the machine is, or the signal's reason.
 * @param onGroundwork called when the larger qualities can be begun too
 */
export async function makePlayable(
  input: ProcessInput,
  onGroundwork: () => Promise<unknown> = async () => {},
): Promise<ProcessedRecording> {
  const { tools, original, outDir } = input;
  try {
    if ((await stat(original)).size === 0) throw new UnplayableError('empty');
    // Packets alone can be cut at keyframes only, which would show what was cut away.
    if (tools === null && input.part) throw new UnplayableError('needs_ffmpeg_to_cut');
    if (tools === null) return await remux(input);
    const plan = await planFor(tools, input);
    return await makeFirst({ ...input, tools, plan }, onGroundwork);
  } catch (error) {
    const reason = inWords(error);
    if (reason instanceof UnplayableError && reason.code !== 'no_room') {
      await rm(outDir, { recursive: true, force: true });
    }
    throw reason;
  }
}

/**
 * The other qualities of a recording, and its files for download. Throws as `makePlayable` does.
 * @returns null when there is no groundwork to build them on
 */
export async function makeLadder(input: ProcessInput): Promise<ProcessedRecording | null> {
  const { tools, outDir } = input;
  const plan = tools && (await readPlan(outDir));
  if (!tools || !plan) return null;
  return makeRest({ ...input, tools, plan }).catch((error) => {
    throw inWords(error);
  });
}

/** All of it; what is playable is there before the rest. Throws as `makePlayable` does. */
export async function processRecording(input: ProcessInput): Promise<ProcessedRecording> {
  let rest: Promise<ProcessedRecording | null> = Promise.resolve(null);
  const playable = makePlayable(input, async () => {
    rest = makeLadder({ ...input, onProgress: undefined });
    rest.catch(() => {}); // heard below
  });
  // Neither is left running when the other fails.
  const [ready] = await Promise.allSettled([playable]);
  const [grown] = await Promise.allSettled([rest]);
  if (ready.status === 'rejected') throw ready.reason;
  if (grown.status === 'rejected') throw grown.reason;
  return grown.value?.whole ? grown.value : ready.value;
}

async function remux(input: ProcessInput): Promise<ProcessedRecording> {
  const { outDir } = input;
  let made: ProcessedRecording | undefined;
  await rm(outDir, { recursive: true, force: true });
  const name = basename(outDir);
  await makeOnce(dirname(outDir), [name], async (dir) => {
    await mkdir(join(dir, name));
    made = await remuxInto(join(dir, name), input);
  });
  if (!made) throw new Error(`Nothing was put into ${outDir}.`);
  return made;
}

/** Troubles of tools that have a reason which a person understands. */
function inWords(error: unknown): unknown {
  if (isDiskFull(error)) return new UnplayableError('no_room', String(error));
  if (!(error instanceof ToolError)) return error;
  const late = error.reason === 'timeout' || error.reason === 'stalled';
  return late ? new UnplayableError('took_too_long', error.message) : error;
}
