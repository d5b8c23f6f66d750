import { createHash } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../../src/features/videos/local-host/run.ts';
import { findInPath, findTools } from '../../src/features/videos/local-host/tools.ts';

/** Raised when the way clips are made changes, so that older ones are not used. */
const VERSION = 1;
/** Chromium plays MJPEG files at 30 frames a second whatever they say (file_video_capture_device). */
const FRAME_RATE = 30;
const MAKE_MS = 120_000;

export interface SpokenClip {
  /** 48 kHz, two channels, for `--use-file-for-fake-audio-capture`. */
  wav: string;
  /** For `--use-file-for-fake-video-capture`. */
  mjpeg: string;
  /** How long both are: the speech, with half a second of silence before and after. */
  seconds: number;
}

export interface SpokenClipInput {
  /** Where clips are kept; one that was made before is used again. */
  dir: string;
  text: string;
  width?: number;
  height?: number;
}

/**
 * Makes what the camera and the microphone of a test's browser see and hear: festival speaks the
 * text, and a face with a moving mouth stands before a test picture.
 *
 * Chromium plays both files again and again; `microphoneAndCamera` adds `%noloop`, which stops the
 * sound after its end. The picture always goes on.
 * Throws Error when ffmpeg or festival's text2wave is missing.
 */
export async function makeSpokenClip(input: SpokenClipInput): Promise<SpokenClip> {
  const { text, width = 1280, height = 720 } = input;
  const key = JSON.stringify([VERSION, text, width, height]);
  const folder = join(
    resolve(input.dir),
    createHash('sha256').update(key).digest('hex').slice(0, 16),
  );
  if (!(await exists(folder))) await make(folder, { text, width, height });
  const wav = join(folder, 'voice.wav');
  return { wav, mjpeg: join(folder, 'face.mjpeg'), seconds: await wavSeconds(wav) };
}

/** The switches that give a Chromium this clip for its camera and microphone, without asking. */
export function microphoneAndCamera(clip: SpokenClip): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${clip.mjpeg}`,
    `--use-file-for-fake-audio-capture=${clip.wav}%noloop`,
  ];
}

/** Two test files may want the same clip at once: each makes its own, the first to finish stays. */
async function make(folder: string, clip: { text: string; width: number; height: number }) {
  const partial = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await mkdir(partial, { recursive: true });
  try {
    await speak(partial, clip.text);
    await draw(partial, clip);
    await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function speak(cwd: string, text: string): Promise<void> {
  const text2wave = await findInPath('text2wave');
  if (!text2wave) throw new Error('text2wave is missing; it comes with the package festival.');
  await writeFile(join(cwd, 'text'), text);
  await run(text2wave, ['text', '-o', 'speech.wav'], { cwd, timeoutMs: MAKE_MS });
  await ffmpeg(cwd, [
    ...['-i', 'speech.wav', '-af', 'aresample=48000,adelay=500:all=1,apad=pad_dur=0.5'],
    ...['-ac', '2', '-c:a', 'pcm_s16le', 'voice.wav'],
  ]);
}

/** The mouth opens with the loudness of the voice, so that sound and picture can be compared. */
async function draw(cwd: string, { width, height }: { width: number; height: number }) {
  const seconds = await wavSeconds(join(cwd, 'voice.wav'));
  const size = `${width}x${height}`;
  const head = Math.round(height * 0.6);
  const face = [
    `color=c=0xE0B090:s=${head}x${head}:r=${FRAME_RATE}`,
    'format=yuva420p',
    `geq=lum='p(X,Y)':cb='p(X,Y)':cr='p(X,Y)':a='if(lte(hypot(X-W/2,Y-H/2),W/2),255,0)'`,
    'drawbox=x=iw*0.28:y=ih*0.32:w=iw*0.1:h=ih*0.1:c=0x302018:t=fill',
    'drawbox=x=iw*0.62:y=ih*0.32:w=iw*0.1:h=ih*0.1:c=0x302018:t=fill',
  ];
  const loudness = `showvolume=r=${FRAME_RATE}:w=200:h=50:b=0:f=0:t=0:v=0:o=h:c=0xFF2020A0`;
  const mouth = `${loudness},scale=${even(head * 0.4)}:${even(head * 0.1)}`;
  const graph = [
    `testsrc2=s=${size}:r=${FRAME_RATE},hue=s=0.35[room]`,
    `${face.join(',')}[face]`,
    `[0:a]pan=mono|c0=c0,${mouth},format=yuva420p[mouth]`,
    `[room][face]overlay=x='(W-w)/2+W*0.03*sin(t*2)':y='(H-h)/2'[seen]`,
    `[seen][mouth]overlay=x='(W-w)/2+W*0.03*sin(t*2)':y='(H-h)/2+${Math.round(head * 0.2)}'[out]`,
  ];
  await ffmpeg(cwd, [
    ...['-i', 'voice.wav', '-filter_complex', graph.join(';'), '-map', '[out]'],
    ...['-t', seconds.toFixed(3), '-r', String(FRAME_RATE), '-pix_fmt', 'yuvj420p'],
    ...['-c:v', 'mjpeg', '-q:v', '5', '-f', 'mjpeg', 'face.mjpeg'],
  ]);
}

async function ffmpeg(cwd: string, args: string[]): Promise<void> {
  const tools = await findTools();
  if (!tools) throw new Error('ffmpeg is missing; it comes with the package ffmpeg.');
  await run(tools.ffmpeg, ['-nostdin', '-hide_banner', '-v', 'error', '-y', ...args], {
    cwd,
    timeoutMs: MAKE_MS,
  });
}

async function wavSeconds(wav: string): Promise<number> {
  const tools = await findTools();
  if (!tools) throw new Error('ffprobe is missing; it comes with the package ffmpeg.');
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', wav];
  const { stdout } = await run(tools.ffprobe, args, { timeoutMs: MAKE_MS });
  return Number.parseFloat(stdout.toString('utf8'));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2);
}
