import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as HLS from 'hls-parser';
import { expect } from 'vitest';
import type { ProcessedRecording } from '../processed.ts';
import { run } from '../run.ts';
import type { Tools } from '../tools.ts';

/** Reads a playlist as the strictest reader of RFC 8216 does. */
function strictly(playlist: string): HLS.types.Playlist {
  HLS.setOptions({ strictMode: true });
  return HLS.parse(playlist);
}

/** Holds a result against RFC 8216 and against what it says of itself; decodes every rendition. */
export async function expectSoundHls(
  tools: Tools,
  outDir: string,
  result: ProcessedRecording,
): Promise<void> {
  const master = await readFile(join(outDir, 'master.m3u8'), 'utf8');
  expect(strictly(master)).toMatchObject({ isMasterPlaylist: true });
  expect(master).toMatch(/^#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n/);
  expect(result.renditions.length).toBeGreaterThan(0);
  const cuts: string[] = [];
  for (const rendition of result.renditions) {
    const line = master.split('\n').indexOf(`${rendition.name}/index.m3u8`);
    const info = master.split('\n')[line - 1] ?? '';
    expect(info).toContain(`BANDWIDTH=${rendition.bandwidth},`);
    expect(rendition.bandwidth).toBeGreaterThanOrEqual(rendition.averageBandwidth);
    const shown = rendition.width !== null;
    expect(info.includes('RESOLUTION=')).toBe(shown);
    expect(info.includes('FRAME-RATE=')).toBe(shown);
    expect(info.includes('avc1.')).toBe(shown);
    expect(info.includes('mp4a.40.2')).toBe(result.hasAudio);
    const lengths = await expectMediaPlaylist(tools, outDir, rendition.name, result, shown);
    if (shown) cuts.push(lengths);
  }
  expect(new Set(cuts).size, 'all pictures are cut at the same places').toBe(
    result.hasVideo ? 1 : 0,
  );
  const names = result.renditions.map(({ name }) => name);
  expect(names.includes('audio'), 'the sound alone is one of them').toBe(result.hasAudio);
  const probed = await tool(tools.ffprobe, ['-show_streams', join(outDir, 'master.m3u8')]);
  expect(probed.includes('codec_name=h264')).toBe(result.hasVideo);
  expect(probed.includes('codec_name=aac')).toBe(result.hasAudio);
}

/** @returns the lengths of the segments, as text */
async function expectMediaPlaylist(
  tools: Tools,
  outDir: string,
  name: string,
  result: ProcessedRecording,
  shown: boolean,
): Promise<string> {
  const folder = join(outDir, name);
  const playlist = await readFile(join(folder, 'index.m3u8'), 'utf8');
  expect(strictly(playlist)).toMatchObject({ isMasterPlaylist: false, endlist: true });
  for (const tag of [
    '#EXT-X-VERSION:7',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    // For sound alone ffmpeg leaves it out; the master's own holds for all (RFC 8216, 4.3.5.1).
    ...(shown ? ['#EXT-X-INDEPENDENT-SEGMENTS'] : []),
    '#EXT-X-MAP:URI="init.mp4"',
    '#EXT-X-ENDLIST',
  ]) {
    expect(playlist.split('\n')).toContain(tag);
  }
  const lengths = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map((m) => Number(m[1]));
  const sum = lengths.reduce((a, b) => a + b, 0);
  expect(sum).toBeCloseTo(result.duration, 1);
  const target = Number(/#EXT-X-TARGETDURATION:(\d+)/.exec(playlist)?.[1]);
  expect(Math.round(Math.max(...lengths))).toBeLessThanOrEqual(target);
  expect(target).toBeLessThanOrEqual(5);

  const listed = playlist.split('\n').filter((l) => l.endsWith('.m4s'));
  const files = (await readdir(folder)).sort();
  expect(files).toEqual(['index.m3u8', 'init.mp4', ...listed]);
  if (shown) await expectKeyframeFirst(tools, folder, listed);
  const complaints = await run(
    tools.ffmpeg,
    ['-nostdin', '-v', 'error', '-i', join(folder, 'index.m3u8'), '-f', 'null', '-'],
    { timeoutMs: 60_000 },
  );
  expect(complaints.stderr).toBe('');
  return lengths.join(' ');
}

/** Each segment must be playable on its own. */
async function expectKeyframeFirst(tools: Tools, folder: string, segments: string[]) {
  const init = await readFile(join(folder, 'init.mp4'));
  for (const segment of segments) {
    const alone = join(folder, '..', '..', 'alone.mp4');
    await writeFile(alone, Buffer.concat([init, await readFile(join(folder, segment))]));
    const args = ['-select_streams', 'v', '-show_entries', 'packet=flags', '-of', 'csv=p=0', alone];
    expect((await tool(tools.ffprobe, args)).startsWith('K'), segment).toBe(true);
  }
}

export async function tool(program: string, args: string[]): Promise<string> {
  const { stdout } = await run(program, ['-v', 'error', ...args], { timeoutMs: 60_000 });
  return stdout.toString('utf8');
}

/** The mean colour of the halves of an image: [top, bottom], each red, green, blue. */
export async function halves(tools: Tools, image: string): Promise<[number[], number[]]> {
  const args = ['-nostdin', '-v', 'error', '-i', image, '-vf', 'scale=1:2:flags=area'];
  const raw = ['-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'];
  const { stdout } = await run(tools.ffmpeg, [...args, ...raw], { timeoutMs: 60_000 });
  return [[...stdout.subarray(0, 3)], [...stdout.subarray(3, 6)]];
}
