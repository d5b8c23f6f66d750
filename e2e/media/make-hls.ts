import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long the film is, in seconds. */
export const filmSeconds = 6;

/** Makes what a video host would make of a recording: HLS of one quality, a poster, a storyboard. */
export function makeHls(folder: string): void {
  const run = (...args: string[]) =>
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...args], { cwd: folder });
  const picture = ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=15:d=${filmSeconds}`];
  const sound = ['-f', 'lavfi', '-i', `sine=d=${filmSeconds}`];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30'];
  const hls = ['-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'vod'];
  const names = ['-hls_segment_filename', 'segment%d.ts', '-master_pl_name', 'master.m3u8'];
  run(...picture, ...sound, ...codecs, '-c:a', 'aac', '-b:a', '64k', ...hls, ...names, 'film.m3u8');
  for (const name of ['thumbnail.jpg', 'storyboard.jpg']) {
    run(...picture, '-frames:v', '1', name);
  }
  const tile = `WEBVTT\n\n00:00:00.000 --> 00:00:0${filmSeconds}.000\nstoryboard.jpg#xywh=0,0,320,180\n`;
  writeFileSync(join(folder, 'storyboard.vtt'), tile);
}
