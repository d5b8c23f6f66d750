import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/features/videos/local-host/run.ts';
import { makeSpokenClip, microphoneAndCamera } from './make-media.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'telloom-spoken-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function show(file: string, entries: string): Promise<string> {
  const args = ['-v', 'error', '-count_packets', '-show_entries', entries, file];
  const { stdout } = await run('ffprobe', args, { timeoutMs: 60_000 });
  return stdout.toString('utf8');
}

test('a clip has a voice and a face of the same length, and is made once', {
  timeout: 60_000,
}, async () => {
  const wanted = { dir, text: 'We lived by the river.', width: 320, height: 180 };
  const [clip, same] = await Promise.all([makeSpokenClip(wanted), makeSpokenClip(wanted)]);
  expect(same).toEqual(clip);
  expect(clip.seconds).toBeGreaterThan(1.5);
  const sound = await show(clip.wav, 'stream=codec_name,sample_rate,channels');
  expect(sound).toMatch(/codec_name=pcm_s16le\nsample_rate=48000\nchannels=2/);
  const film = await show(clip.mjpeg, 'stream=codec_name,width,nb_read_packets');
  expect(film).toContain('codec_name=mjpeg');
  const frames = Number(/nb_read_packets=(\d+)/.exec(film)?.[1]);
  expect(Math.abs(frames / 30 - clip.seconds)).toBeLessThan(0.1);

  const made = (await stat(clip.mjpeg)).mtimeMs;
  await makeSpokenClip(wanted);
  expect((await stat(clip.mjpeg)).mtimeMs).toBe(made);
  expect(await readdir(dir)).toHaveLength(1);
  expect(microphoneAndCamera(clip)).toContain(
    `--use-file-for-fake-audio-capture=${clip.wav}%noloop`,
  );
});
