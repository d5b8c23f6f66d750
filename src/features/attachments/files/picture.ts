import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run, ToolError } from '../../videos/local-host/run.ts';
import { type Refusal, RefusedError, refusals } from './refusal.ts';

export interface Picture {
  /** As it is shown, after its orientation. */
  width: number;
  height: number;
  /** The day it was taken, by its own clock: 1952-08-01. */
  takenOn: string | null;
}

export interface PictureTask {
  /** Absolute paths. */
  original: string;
  outDir: string;
  type: string;
  /** `views`: a thumbnail and a large picture; `avatar`: a small square. */
  make: 'views' | 'avatar';
  maxPixels: number;
  signal?: AbortSignal;
}

/** Far more than the largest picture that is taken needs on a slow machine. */
const timeoutMs = 120_000;
const painter = fileURLToPath(new URL('./painter.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Decodes a stranger's picture and makes the ones that are shown, without anything of its
 * metadata. In a process of its own: what a decoder does wrong ends there, with its memory.
 * @throws RefusedError, or ToolError when the process failed for another reason
 */
export async function paint(task: PictureTask): Promise<Picture> {
  const { original, outDir, type, make, maxPixels, signal } = task;
  const limits = ['--max-old-space-size=512', '--disable-warning=ExperimentalWarning'];
  const args = [original, outDir, type, make, String(maxPixels)];
  try {
    const { stdout } = await run(process.execPath, [...limits, '--import', tsx, painter, ...args], {
      timeoutMs,
      signal,
    });
    return JSON.parse(stdout.toString('utf8')) as Picture;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const refusal = readRefusal(error.stderr);
    // A picture on which a decoder hangs, or dies, is no picture.
    const died = error.reason === 'timeout' || /exit null/.test(error.message);
    if (refusal !== undefined || died) throw new RefusedError(refusal ?? 'damaged', error.stderr);
    throw error;
  }
}

function readRefusal(stderr: string): Refusal | undefined {
  const word = /^refused: (\S+)/m.exec(stderr)?.[1];
  return refusals.find((refusal) => refusal === word);
}
