import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { run } from '../../../features/videos/local-host/run.ts';
import { calm } from './person.ts';
import { drawScene, faceOf, finer, type Scene, stage } from './picture.ts';
import { rate, type Speech } from './speech.ts';

const film = { width: 960, height: 540, frames: 15 };
const longestMs = 300_000;

/**
 * A film of somebody who tells: they blink, their mouth moves while they talk, and the picture
 * wanders a little, as one that a hand holds.
 */
export async function shoot(
  ffmpeg: string,
  scene: Scene,
  { samples, cues, seconds }: Speech,
  workDir: string,
): Promise<Buffer> {
  const place = (name: string) => join(workDir, name);
  const face = faceOf(scene);
  const part = (drawing: Buffer, name: string) =>
    sharp(drawing).extract(face).png().toFile(place(name));
  await Promise.all([
    sharp(drawScene(scene)).png({ compressionLevel: 1 }).toFile(place('room.png')),
    part(drawScene(scene, { ...calm, eyes: 'shut' }), 'blink.png'),
    part(drawScene(scene, { ...calm, mouth: 'open' }), 'talk.png'),
    writeFile(place('sound.raw'), samples),
  ]);
  const talks = cues.map(({ start, end }) => `between(t,${start.toFixed(2)},${end.toFixed(2)})`);
  const on = (image: number, when: string) =>
    `[${image}:v]overlay=${face.left}:${face.top}:enable='${when}'`;
  const wide = { width: film.width * finer, height: film.height * finer };
  const spare = { x: stage.width - wide.width, y: stage.height - wide.height };
  const graph = [
    `[0:v]format=yuv420p,loop=-1:1:0,setpts=N/(${film.frames}*TB)[room]`,
    `[room]${on(1, 'lt(mod(t,4.3),0.14)')}[awake]`,
    `[awake]${on(2, `lt(mod(t,0.34),0.17)*(${talks.join('+')})`)}[told]`,
    `[told]crop=${wide.width}:${wide.height}:x='${spare.x}*(0.25+0.5*t/${seconds.toFixed(2)})':` +
      `y='${spare.y / 2}*(1+0.5*sin(t/9))',scale=${film.width}:${film.height}[film]`,
  ].join(';');
  await run(
    ffmpeg,
    [
      ...['-v', 'error', '-nostdin', '-y'],
      ...['room.png', 'blink.png', 'talk.png'].flatMap((name) => [
        ...['-framerate', String(film.frames), '-i', place(name)],
      ]),
      ...sound(place('sound.raw')),
      ...['-filter_complex', graph, '-map', '[film]', '-map', '3:a', '-t', seconds.toFixed(3)],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '25', '-pix_fmt', 'yuv420p'],
      ...['-g', String(film.frames * 2), '-c:a', 'aac', '-b:a', '96k', place('film.mp4')],
    ],
    { timeoutMs: longestMs },
  );
  return readFile(place('film.mp4'));
}

/** The voice alone. */
export async function tape(ffmpeg: string, { samples }: Speech, workDir: string): Promise<Buffer> {
  const raw = join(workDir, 'sound.raw');
  const file = join(workDir, 'voice.m4a');
  await writeFile(raw, samples);
  const coded = ['-c:a', 'aac', '-b:a', '96k', file];
  await run(ffmpeg, ['-v', 'error', '-nostdin', '-y', ...sound(raw), ...coded], {
    timeoutMs: longestMs,
  });
  return readFile(file);
}

const sound = (raw: string) => ['-f', 's16le', '-ar', String(rate), '-ac', '1', '-i', raw];
