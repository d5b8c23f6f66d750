import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureVariant, writeMaster } from './playlist.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'telloom-playlist-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Segments of so many seconds and bytes. */
async function variant(name: string, segments: [number, number][], hasAudio: boolean) {
  await mkdir(join(dir, name), { recursive: true });
  const lines = ['#EXTM3U'];
  for (const [i, [seconds, bytes]] of segments.entries()) {
    lines.push(`#EXTINF:${seconds.toFixed(6)},`, `seg_${i}.m4s`);
    await writeFile(join(dir, name, `seg_${i}.m4s`), Buffer.alloc(bytes));
  }
  await writeFile(join(dir, name, 'index.m3u8'), lines.join('\n'));
  const avcC = Buffer.concat([Buffer.from('....avcC'), Buffer.from([1, 0x64, 0, 0x1f, 0xff])]);
  await writeFile(join(dir, name, 'init.mp4'), avcC);
  const size = name === 'audio' ? { width: null, height: null } : { width: 1280, height: 720 };
  return measureVariant(dir, { name, ...size, frameRate: size.width && 29.97, hasAudio });
}

test('bandwidth is measured, and a last segment of one frame is no peak of its own', async () => {
  const made = await variant(
    '720p',
    [
      [4, 400_000],
      [4, 800_000],
      [0.04, 40_000],
    ],
    true,
  );
  expect(made.bandwidth).toBe(Math.ceil((840_000 * 8) / 4.04));
  expect(made.averageBandwidth).toBe(Math.ceil((1_240_000 * 8) / 8.04));
  expect(made.duration).toBeCloseTo(8.04, 5);
});

test('the master lists the lightest first and says only what is true', async () => {
  const silent = await variant('480p', [[4, 100_000]], false);
  const spoken = await variant('720p', [[4, 400_000]], true);
  const sound = await variant('audio', [[4, 50_000]], true);
  await writeMaster(dir, [spoken, silent, sound]);
  expect(await readFile(join(dir, 'master.m3u8'), 'utf8')).toBe(
    [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      '#EXT-X-INDEPENDENT-SEGMENTS',
      '#EXT-X-STREAM-INF:BANDWIDTH=100000,AVERAGE-BANDWIDTH=100000,CODECS="mp4a.40.2"',
      'audio/index.m3u8',
      '#EXT-X-STREAM-INF:BANDWIDTH=200000,AVERAGE-BANDWIDTH=200000,CODECS="avc1.64001f",RESOLUTION=1280x720,FRAME-RATE=29.970',
      '480p/index.m3u8',
      '#EXT-X-STREAM-INF:BANDWIDTH=800000,AVERAGE-BANDWIDTH=800000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970',
      '720p/index.m3u8',
      '',
    ].join('\n'),
  );
});

test('a playlist without segments is an error', async () => {
  await expect(variant('nothing', [], true)).rejects.toThrow('holds no segment');
});
