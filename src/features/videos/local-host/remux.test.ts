import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processRecording } from './process.ts';
import {
  type Clips,
  firstPart,
  H264,
  LIVE_WEBM,
  makeClips,
  picture,
  quarterTurn,
  tone,
  VP8,
} from './testing/clips.ts';
import { tool } from './testing/hls.ts';

let clips: Clips;
beforeAll(async () => {
  clips = await makeClips();
});
afterAll(() => clips.remove());

/** As on a machine without ffmpeg; ffprobe only judges. */
async function remuxed(original: string) {
  const outDir = `${original}.out`;
  const result = await processRecording({ tools: null, original, outDir });
  const file = join(outDir, result.playable.file);
  const facts = await tool(clips.tools.ffprobe, ['-show_format', '-show_streams', file]);
  return {
    result,
    facts,
    seconds: Number(/\nduration=([\d.]+)/.exec(facts.split('[FORMAT]')[1] ?? '')?.[1]),
  };
}

describe('without ffmpeg', { timeout: 60_000 }, () => {
  test('a browser’s WebM gets a duration, and keeps its picture and sound', async () => {
    const sources = [...picture('320x180', 25, 3), ...tone(3)];
    const file = await clips.make('said.webm', ...sources, ...VP8, '-c:a', 'libopus', ...LIVE_WEBM);
    expect(await tool(clips.tools.ffprobe, ['-show_format', file])).toContain('duration=N/A');
    const { result, facts, seconds } = await remuxed(file);
    expect(result).toMatchObject({
      playable: { kind: 'file', file: 'recording.webm', type: 'video/webm' },
      aspectRatio: '16:9',
      maxWidth: 320,
      hasAudio: true,
      poster: false,
    });
    expect(seconds).toBeCloseTo(3, 1);
    expect(result.duration).toBeCloseTo(3, 1);
    expect(facts).toContain('codec_name=vp8');
    expect(facts).toContain('codec_name=opus');
  });

  test('a phone’s MOV becomes an MP4 that is still turned', async () => {
    const sources = [...picture('320x180', 25, 2), ...tone(2)];
    const flat = await clips.make('flat.mov', ...sources, ...H264);
    const { result, facts } = await remuxed(await clips.change(flat, 'up.mov', quarterTurn));
    expect(result).toMatchObject({
      playable: { file: 'recording.mp4', type: 'video/mp4' },
      aspectRatio: '9:16',
      maxWidth: 180,
      maxHeight: 320,
    });
    expect(facts).toContain('rotation=-90');
  });

  test('a recording that was cut off lasts as long as what is there', async () => {
    const whole = await clips.make('long.webm', ...picture('320x180', 25, 4), ...VP8, ...LIVE_WEBM);
    const { result, seconds } = await remuxed(
      await clips.change(whole, 'cut.webm', firstPart(0.6)),
    );
    expect(result.duration).toBeGreaterThan(1.5);
    expect(result.duration).toBeLessThan(3.5);
    expect(seconds).toBeCloseTo(result.duration, 1);
  });

  test('a file too short to be anything is refused in words', async () => {
    await expect(remuxed(await clips.write('tiny.mp4', 'a letter'))).rejects.toMatchObject({
      code: 'cannot_convert',
    });
  });

  test.each(['text.mp4', 'sound.wav'])('%s needs ffmpeg, and nothing is left', async (name) => {
    const file =
      name === 'text.mp4'
        ? await clips.write(name, 'Dear all, this is a letter.\n'.repeat(99))
        : await clips.make(name, ...tone(1));
    await expect(remuxed(file)).rejects.toMatchObject({ code: 'needs_ffmpeg' });
    expect((await readdir(clips.dir)).filter((n) => n.startsWith(`${name}.out`))).toEqual([]);
  });
});
