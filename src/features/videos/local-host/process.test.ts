import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { makeLadder, makePlayable, processRecording } from './process.ts';
import type { ProcessInput } from './processed.ts';
import { run } from './run.ts';
import {
  type Clips,
  H264,
  LIVE_WEBM,
  makeClips,
  picture,
  quarterTurn,
  tone,
  VP8,
} from './testing/clips.ts';
import { expectSoundHls, halves, tool } from './testing/hls.ts';

let clips: Clips;
beforeAll(async () => {
  clips = await makeClips();
});
afterAll(() => clips.remove());

/** Into a folder named after the file, checked as HLS. */
async function processed(original: string, more: Partial<ProcessInput> = {}) {
  const input = { tools: clips.tools, original, outDir: `${original}.out`, ...more };
  const result = await processRecording(input);
  await expectSoundHls(clips.tools, input.outDir, result);
  return { result, outDir: input.outDir };
}

describe('recordings that play', () => {
  test('a browser’s WebM without a duration: two renditions, poster, progress', async () => {
    const sources = [...picture('1280x720', 30, 5), ...tone(5)];
    const file = await clips.make('said.webm', ...sources, ...VP8, '-c:a', 'libopus', ...LIVE_WEBM);
    const before = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    const fractions: number[] = [];
    const { result, outDir } = await processed(file, { onProgress: (f) => fractions.push(f) });
    expect(result).toMatchObject({
      aspectRatio: '16:9',
      maxWidth: 1280,
      maxHeight: 720,
      maxFrameRate: 30,
      resolutionTier: '720p',
      hasAudio: true,
      hasVideo: true,
      poster: true,
      warnings: [],
    });
    expect(result.duration).toBeCloseTo(5, 1);
    expect(result.renditions.map((r) => r.name)).toEqual(['720p', '480p', 'audio']);
    expect(result.renditions.every((r) => r.bandwidth < 5_000_000)).toBe(true);
    const segments = await readdir(join(outDir, '720p'));
    expect(segments.filter((name) => name.endsWith('.m4s'))).toHaveLength(2);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const poster = await tool(clips.tools.ffprobe, ['-show_streams', join(outDir, 'poster.jpg')]);
    expect(poster).toContain('width=1280');
    expect(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ).toBe(before);
    expect((await readdir(clips.dir)).filter((name) => /partial|recording-/.test(name))).toEqual(
      [],
    );
  });

  test('1080p at 60 frames keeps its rate and gets three renditions', async () => {
    const file = await clips.make('fast.mp4', ...picture('1920x1080', 60, 1), ...tone(1), ...H264);
    const { result } = await processed(file);
    expect(result).toMatchObject({ maxHeight: 1080, maxFrameRate: 60, resolutionTier: '1080p' });
    expect(result.renditions.map((r) => r.name)).toEqual(['1080p', '720p', '480p', 'audio']);
  });

  test('a phone held upright: HEVC in a MOV that says how it is turned', async () => {
    const source = ['-f', 'lavfi', '-i', 'color=red:s=320x360:r=30:d=2'];
    const right = ['-f', 'lavfi', '-i', 'color=blue:s=320x360:r=30:d=2'];
    const coded = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=error'];
    const place = ['-metadata', 'location=+40.7128-074.0060/'];
    const beside = ['-filter_complex', '[0][1]hstack', ...coded, '-tag:v', 'hvc1', ...place];
    const flat = await clips.make('flat.mov', ...source, ...right, ...beside);
    const { result, outDir } = await processed(
      await clips.change(flat, 'IMG_0001.MOV', quarterTurn),
    );
    expect(result).toMatchObject({ aspectRatio: '9:16', maxWidth: 360, maxHeight: 640 });
    // Red was on the left; a quarter turn clockwise brings the left side up.
    const [top, bottom] = await halves(clips.tools, join(outDir, 'poster.jpg'));
    expect(top[0]).toBeGreaterThan(150);
    expect(bottom[2]).toBeGreaterThan(150);
    const init = await readFile(join(outDir, '360p', 'init.mp4'), 'latin1');
    expect(init, 'the place stays in the original').not.toContain('40.7128');
  });

  test('HDR is brought down to ordinary colours, or a warning says that it is not', async () => {
    const hdr = 'colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:log-level=error';
    const coded = ['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le'];
    const file = await clips.make(
      'hdr.mov',
      ...picture('320x180', 25, 1),
      ...coded,
      '-x265-params',
      hdr,
      '-tag:v',
      'hvc1',
    );
    const { result, outDir } = await processed(file);
    expect(result.warnings).toEqual([]);
    const stream = await tool(clips.tools.ffprobe, [
      '-show_streams',
      join(outDir, '180p/index.m3u8'),
    ]);
    expect(stream).toContain('pix_fmt=yuv420p\n');
    expect(stream).toContain('color_transfer=bt709');
    const tools = { ...clips.tools, toneMap: false };
    const pale = await processed(file, { tools, outDir: `${file}.pale` });
    expect(pale.result.warnings.map((w) => w.code)).toEqual(['pale_colours']);
  });

  test('a WebM that claims 1,000 frames a second keeps its 25', async () => {
    const late = "settb=1/1000,setpts='N*40+floor(25*random(0))'";
    const passed = ['-vf', late, '-r', '1000', '-fps_mode', 'passthrough'];
    const file = await clips.make(
      'firefox.webm',
      ...picture('320x180', 25, 3),
      ...passed,
      ...VP8,
      ...LIVE_WEBM,
    );
    const claim = await tool(clips.tools.ffprobe, ['-show_entries', 'stream=r_frame_rate', file]);
    expect(claim).toContain('r_frame_rate=1000/1');
    const { result, outDir } = await processed(file);
    expect(result).toMatchObject({ maxFrameRate: 25, hasAudio: false });
    const count = ['-count_packets', '-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0'];
    const packets = await tool(clips.tools.ffprobe, [...count, join(outDir, '180p/index.m3u8')]);
    expect(Number.parseInt(packets, 10)).toBeLessThan(80);
  });

  test('sound that goes on after the picture, and sound that starts late and ends early', async () => {
    const long = await clips.make('long.mp4', ...picture('320x180', 25, 2), ...tone(9), ...H264);
    expect((await processed(long)).result.duration).toBeCloseTo(9, 1);
    const late = ['-itsoffset', '3', ...tone(2)];
    const short = await clips.make('short.mp4', ...picture('320x180', 25, 9), ...late, ...H264);
    expect((await processed(short)).result.duration).toBeCloseTo(9, 1);
  });

  test('a dark beginning is not the poster', async () => {
    const dark = ['-vf', "drawbox=c=black:t=fill:enable='lt(t,2.5)'"];
    const file = await clips.make('dark.mp4', ...picture('320x180', 25, 4), ...dark, ...H264);
    const { outDir } = await processed(file);
    const [top] = await halves(clips.tools, join(outDir, 'poster.jpg'));
    expect(Math.max(...top)).toBeGreaterThan(40);
  });

  test('names that look like options and patterns are only names', async () => {
    const file = await clips.make('-i; $(x) %d \'".mp4', ...picture('320x180', 25, 1), ...H264);
    const outDir = join(clips.dir, 'out %05d "x"');
    await mkdir(outDir);
    expect((await processed(file)).result.hasVideo).toBe(true);
    await processed(file, { outDir });
    expect((await stat(outDir)).isDirectory()).toBe(true);
  });

  test('a part of it begins and ends where it was cut, in picture and sound, to a frame', async () => {
    // red and silent for two seconds, then blue and heard, as a browser writes it
    const colour = (name: string) => ['-f', 'lavfi', '-i', `color=${name}:s=64x64:r=25:d=2`];
    const sounds = ['anullsrc=r=48000:cl=mono:d=2', 'sine=f=440:r=48000:d=2'];
    const heard = sounds.flatMap((source) => ['-f', 'lavfi', '-i', source]);
    const joined = ['-filter_complex', '[0][2][1][3]concat=n=2:v=1:a=1'];
    const file = await clips.make(
      'halves.webm',
      ...[...colour('red'), ...colour('blue'), ...heard, ...joined],
      ...[...VP8, '-c:a', 'libopus', ...LIVE_WEBM],
    );
    for (const [name, part, seen] of [
      ['second', { start: 2, end: 3.4 }, [0, 255]],
      ['first', { start: 0.6, end: 2 }, [255, 0]],
    ] as const) {
      const { result, outDir } = await processed(file, { part, outDir: `${file}.${name}` });
      expect(Math.abs(result.duration - 1.4)).toBeLessThanOrEqual(1 / 25);
      const [best] = result.renditions;
      expect(await ends(join(outDir, best?.name ?? '', 'index.m3u8'), seen)).toEqual([true, true]);
      const meter = ['-nostats', '-i', join(outDir, 'audio.m4a'), '-af', 'astats=reset=0'];
      const { stderr } = await run(clips.tools.ffmpeg, [...meter, '-f', 'null', '-'], {
        timeoutMs: 60_000,
      });
      const loudness = Number(/RMS trough dB: (\S+)/.exec(stderr)?.[1]);
      expect(loudness > -40, `${name}: heard throughout`).toBe(name === 'second');
    }
  });

  /** Whether the first and the last frame have this much of red and of blue, roughly. */
  async function ends(playlist: string, [red, blue]: readonly [number, number]) {
    const args = ['-i', playlist, '-vf', 'scale=1:1:flags=area', '-pix_fmt', 'rgb24'];
    const raw = await run(
      clips.tools.ffmpeg,
      ['-v', 'error', ...args, '-f', 'rawvideo', 'pipe:1'],
      {
        timeoutMs: 60_000,
      },
    );
    const near = (at: number) =>
      Math.abs((raw.stdout[at] ?? 0) - red) < 60 && Math.abs((raw.stdout[at + 2] ?? 0) - blue) < 60;
    return [near(0), near(raw.stdout.length - 3)];
  }

  test('without ffmpeg no part is made, rather than one that shows too much', async () => {
    const file = await clips.make('uncut.mp4', ...picture('64x64', 10, 2), ...H264);
    const input = { tools: null, original: file, outDir: `${file}.out` };
    await expect(makePlayable({ ...input, part: { start: 0.5, end: 1.5 } })).rejects.toMatchObject({
      code: 'needs_ffmpeg_to_cut',
    });
  });

  test('stopped, it goes on later with what is finished, and nothing else is left behind', async () => {
    const sources = [...picture('640x480', 30, 4), ...tone(4)];
    const file = await clips.make('stop.mp4', ...sources, ...H264);
    const stop = new AbortController();
    const input = { tools: clips.tools, original: file, outDir: `${file}.out` };
    // The sound is there, and the picture has begun.
    const onProgress = (done: number) => done > 0.1 && stop.abort(new Error('the server closes'));
    const stopped = processRecording({ ...input, onProgress, signal: stop.signal });
    await expect(stopped).rejects.toThrow('the server closes');
    expect((await readdir(input.outDir)).sort()).toEqual(['audio', 'audio.m4a', 'plan.json']);
    const sound = await stat(join(input.outDir, 'audio.m4a'));
    // As a process that was killed leaves it.
    await mkdir(join(input.outDir, `.partial-${hostname().replace(/\W/g, '')}-999999999-x`));
    const { outDir } = await processed(file);
    expect((await stat(join(outDir, 'audio.m4a'))).ino, 'it is not made again').toBe(sound.ino);
    expect((await readdir(outDir)).sort()).toEqual([
      ...['360p', '480p', 'audio', 'audio.m4a', 'highest.mp4', 'master.m3u8', 'plan.json'],
      ...['poster.jpg', 'storyboard.jpg', 'storyboard.vtt'],
    ]);
  });

  test('it can be watched before the rest is there, and the list grows', async () => {
    const file = await clips.make('grows.mp4', ...picture('640x480', 30, 4), ...H264);
    const input = { tools: clips.tools, original: file, outDir: `${file}.out` };
    const first = await makePlayable(input);
    expect([first.renditions.map((r) => r.name), first.whole]).toEqual([['360p'], false]);
    await expectSoundHls(clips.tools, input.outDir, first);
    const all = await makeLadder(input);
    expect([all?.renditions.map((r) => r.name), all?.whole]).toEqual([['480p', '360p'], true]);
    if (all) await expectSoundHls(clips.tools, input.outDir, all);
  });

  test('a quiet voice is as loud as others, and a loud one is not cut off', async () => {
    for (const [name, volume] of [
      ['whisper', -12],
      ['shout', 12],
    ] as const) {
      const spoken = ['-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=6,tremolo=f=3:d=0.9'];
      const coded = ['-af', `volume=${volume}dB`, '-c:a', 'pcm_s16le'];
      const { outDir } = await processed(await clips.make(`${name}.wav`, ...spoken, ...coded));
      const meter = ['-nostats', '-i', join(outDir, 'audio.m4a'), '-af', 'ebur128=peak=true'];
      const { stderr } = await run(clips.tools.ffmpeg, [...meter, '-f', 'null', '-'], {
        timeoutMs: 60_000,
      });
      const [, loudness, peak] = /I:\s+(\S+) LUFS[\s\S]*Peak:\s+(\S+) dBFS/.exec(
        stderr.slice(stderr.lastIndexOf('Summary')),
      ) as RegExpExecArray;
      expect(Number(loudness), name).toBeGreaterThan(-17.5);
      expect(Number(loudness), name).toBeLessThan(-14.5);
      expect(Number(peak), name).toBeLessThan(-0.9);
    }
  });

  test('pictures to scrub by, and one file for download that starts at once', async () => {
    const file = await clips.make('board.mp4', ...picture('640x360', 30, 9), ...tone(9), ...H264);
    const { outDir } = await processed(file);
    const text = await readFile(join(outDir, 'storyboard.vtt'), 'utf8');
    const { cues, errors } = new WebVTTParser().parse(text, 'metadata');
    expect(errors).toEqual([]);
    expect(cues.map(({ startTime, endTime, text: tile }) => [startTime, endTime, tile])).toEqual([
      [0, 4, 'storyboard.jpg#xywh=0,0,240,136'],
      [4, 8, 'storyboard.jpg#xywh=240,0,240,136'],
      [8, expect.closeTo(9, 0), 'storyboard.jpg#xywh=480,0,240,136'],
    ]);
    const sprite = await tool(clips.tools.ffprobe, [
      '-show_streams',
      join(outDir, 'storyboard.jpg'),
    ]);
    expect(sprite).toContain('width=720\nheight=136');
    const whole = await readFile(join(outDir, 'highest.mp4'), 'latin1');
    expect(whole.indexOf('moov')).toBeLessThan(whole.indexOf('mdat'));
    const facts = await tool(clips.tools.ffprobe, ['-show_format', join(outDir, 'highest.mp4')]);
    expect(Number(/duration=([\d.]+)/.exec(facts)?.[1])).toBeCloseTo(9, 0);
  });
});
