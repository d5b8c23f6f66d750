import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { run } from './run.ts';

export interface Tools {
  /** Absolute paths. */
  ffmpeg: string;
  ffprobe: string;
  /** As the tool says it, for instance "5.1.9-0+deb12u1". */
  version: string;
  /** Whether the colours of an HDR recording can be brought down to what every screen shows. */
  toneMap: boolean;
}

const CHECK_MS = 20_000;

/**
 * Finds ffmpeg and the ffprobe beside it.
 * @param config.ffmpeg a path set by the person who runs the system; it must be right.
 * @returns null when nothing is configured and PATH holds no ffmpeg.
 * @throws Error that names the trouble: the configured path does not exist, ffprobe is missing, or
 *   this build cannot make H.264 (libx264) and AAC.
 */
export async function findTools(config: { ffmpeg?: string } = {}): Promise<Tools | null> {
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
  };
}

/** The absolute path of a program that PATH holds, or null. */
export async function findInPath(
  name: string,
  path = process.env.PATH ?? '',
): Promise<string | null> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const candidate = resolve(folder, exe(name));
    if (await isExecutable(candidate)) return candidate;
  }
  return null;
}

async function ask(ffmpeg: string, question: string): Promise<string> {
  const args = question === '-version' ? [question] : ['-hide_banner', question];
  return (await run(ffmpeg, args, { timeoutMs: CHECK_MS })).stdout.toString('utf8');
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function exe(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
