import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cue } from '../../../features/transcripts/webvtt.ts';
import { run } from '../../../features/videos/local-host/run.ts';

/** One of flite's voices, made older or younger. */
export interface Voice {
  name: 'slt' | 'rms' | 'awb';
  /** 1 as it is; less is deeper. */
  pitch: number;
  /** 1 as it is; less is slower. */
  tempo: number;
}

export interface Speech {
  /** Mono, 16 bits, `rate` samples a second. */
  samples: Int16Array;
  cues: Cue[];
  seconds: number;
}

export const rate = 48_000;
const pauses = { before: 0.7, between: 0.45, after: 1.1 };
const longestMs = 120_000;

/** Whether this ffmpeg can speak: Debian's is built with libflite, others often are not. */
export async function canSpeak(ffmpeg: string): Promise<boolean> {
  const { stdout } = await run(ffmpeg, ['-hide_banner', '-filters'], { timeoutMs: longestMs });
  return / flite /.test(stdout.toString('utf8'));
}

/** Says these sentences one after the other, and when each was said. */
export async function speak(
  ffmpeg: string,
  sentences: string[],
  voice: Voice,
  workDir: string,
): Promise<Speech> {
  const names = sentences.map((_, i) => join(workDir, `said-${i}`));
  await Promise.all(sentences.map((text, i) => writeFile(`${names[i]}.txt`, text)));
  const pitch = `asetrate=${Math.round(16_000 * voice.pitch)},aresample=${rate},atempo=${(voice.tempo / voice.pitch).toFixed(4)}`;
  await run(
    ffmpeg,
    [
      ...['-v', 'error', '-nostdin', '-y'],
      ...names.flatMap((name) => [
        '-f',
        'lavfi',
        '-i',
        `flite=textfile=${name}.txt:voice=${voice.name}`,
      ]),
      ...names.flatMap((name, i) => [
        ...['-map', `${i}:a`, '-af', pitch, '-ar', String(rate), '-ac', '1', '-f', 's16le'],
        `${name}.raw`,
      ]),
    ],
    { timeoutMs: longestMs },
  );
  const said = await Promise.all(
    names.map(async (name) => toSamples(await readFile(`${name}.raw`))),
  );
  return joinUp(sentences, said);
}

/** For an ffmpeg that cannot speak: a soft tone for as long as each sentence would take. */
export function hum(sentences: string[], { pitch, tempo }: Voice): Speech {
  const tones = sentences.map((text) => {
    const length = Math.round((rate * text.split(' ').length * 0.36) / tempo);
    return Int16Array.from({ length }, (_, i) => {
      const swell = Math.sin((Math.PI * i) / length);
      return 1800 * swell * Math.sin((2 * Math.PI * 196 * pitch * i) / rate);
    });
  });
  return joinUp(sentences, tones);
}

const toSamples = (bytes: Buffer) =>
  new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));

function joinUp(sentences: string[], parts: Int16Array[]): Speech {
  const at = (seconds: number) => Math.round(seconds * rate);
  const spoken = parts.reduce((sum, part) => sum + part.length, 0);
  const quiet = pauses.before + pauses.between * (parts.length - 1) + pauses.after;
  const samples = new Int16Array(spoken + at(quiet));
  const cues: Cue[] = [];
  let position = at(pauses.before);
  for (const [i, part] of parts.entries()) {
    samples.set(part, position);
    const start = position / rate;
    position += part.length;
    cues.push({ start, end: position / rate, text: sentences[i] ?? '' });
    position += at(pauses.between);
  }
  return { samples, cues, seconds: samples.length / rate };
}
