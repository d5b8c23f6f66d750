import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../../config.ts';
import { exe, findInPath, isExecutable } from './find-program.ts';
import { type RunOptions, type RunResult, run } from './run.ts';
import { findSandbox, type Sandbox, shutIn } from './sandbox.ts';

export { findInPath } from './find-program.ts';

/** What making recordings ready may take of the machine. */
export interface Effort {
  /** 0 to 19: how far ffmpeg stands back behind everything else. */
  niceness: number;
  /** For each ffmpeg; 0 leaves it to ffmpeg, which takes what the processor has. */
  threads: number;
  /** For each ffmpeg. */
  memoryBytes: number;
  /** For each ffmpeg, whatever it is at. */
  longestMs: number;
}

/** Below everything that answers people: a long conversion must not slow the pages down. */
export const USUAL_EFFORT: Effort = {
  niceness: 10,
  threads: 0,
  memoryBytes: 4 * 1024 ** 3,
  longestMs: 7 * 24 * 3600_000,
};

export const effortOf = (config: Config): Effort => ({
  niceness: config.transcodeNiceness,
  threads: config.transcodeThreads,
  memoryBytes: config.transcodeMemory,
  longestMs: config.transcodeSeconds * 1000,
});

export interface Tools {
  /** Absolute paths. */
  ffmpeg: string;
  ffprobe: string;
  /** As the tool says it, for instance "5.1.9-0+deb12u1". */
  version: string;
  /** Whether the colours of an HDR recording can be brought down to what every screen shows. */
  toneMap: boolean;
  sandbox: Sandbox;
  effort: Effort;
}

const CHECK_MS = 20_000;

/**
 * Finds ffmpeg and the ffprobe beside it.
 * @param config.ffmpeg a path set by the person who runs the system; it must be right.
 * @returns null when nothing is configured and PATH holds no ffmpeg.
 * @throws Error that names the trouble: the configured path does not exist, ffprobe is missing, or
 *   this build cannot make H.264 (libx264) and AAC.
 */
export async function findTools(
  config: { ffmpeg?: string | null; effort?: Effort } = {},
): Promise<Tools | null> {
  const ffmpeg = config.ffmpeg ? resolve(config.ffmpeg) : await findInPath('ffmpeg');
  if (!ffmpeg) return null;
  if (!(await isExecutable(ffmpeg))) {
    throw new Error(`There is no ffmpeg that can be run at ${ffmpeg}.`);
  }
  const beside = join(dirname(ffmpeg), exe('ffprobe'));
  const ffprobe = (await isExecutable(beside)) ? beside : await findInPath('ffprobe');
  if (!ffprobe) throw new Error(`There is no ffprobe beside ${ffmpeg}, nor in PATH.`);

  const encoders = await ask(ffmpeg, '-encoders');
  for (const encoder of ['libx264', 'aac']) {
    if (!new RegExp(`^ \\S+ ${encoder} `, 'm').test(encoders)) {
      throw new Error(`The ffmpeg at ${ffmpeg} was built without ${encoder}.`);
    }
  }
  const filters = await ask(ffmpeg, '-filters');
  const version = /^ffmpeg version (\S+)/.exec(await ask(ffmpeg, '-version'))?.[1];
  if (!version) throw new Error(`${ffmpeg} does not say which version of ffmpeg it is.`);
  return {
    ffmpeg,
    ffprobe,
    version,
    toneMap: / zscale /.test(filters) && / tonemap /.test(filters),
    sandbox: await findSandbox(),
    effort: config.effort ?? USUAL_EFFORT,
  };
}

/** Nothing that is read or probed writes more than this into one file. */
const SMALL_FILE = 256 * 1024 ** 2;

export interface ToolOptions extends RunOptions {
  /** Bytes of any one file that it may write; 256 MiB unless told. */
  fileBytes?: number;
}

/** Runs ffmpeg or ffprobe on a stranger's file: shut in, at low priority. Throws as `run` does. */
export async function runTool(
  tools: Tools,
  tool: 'ffmpeg' | 'ffprobe',
  args: string[],
  { fileBytes = SMALL_FILE, ...options }: ToolOptions,
): Promise<RunResult> {
  const { memoryBytes, niceness, longestMs } = tools.effort;
  const command = [tools[tool], ...args];
  const [program, words] = shutIn(tools.sandbox, command, { memoryBytes, fileBytes });
  const timeoutMs = Math.min(options.timeoutMs, longestMs);
  return run(program, words, { niceness, name: tool, ...options, timeoutMs });
}

async function ask(ffmpeg: string, question: string): Promise<string> {
  const args = question === '-version' ? [question] : ['-hide_banner', question];
  return (await run(ffmpeg, args, { timeoutMs: CHECK_MS })).stdout.toString('utf8');
}
