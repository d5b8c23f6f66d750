import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ladder } from '../../src/features/videos/local-host/ladder.ts';
import { makeLadder, makePlayable } from '../../src/features/videos/local-host/process.ts';
import { run } from '../../src/features/videos/local-host/run.ts';
import { findTools, type Tools, USUAL_EFFORT } from '../../src/features/videos/local-host/tools.ts';
import { quantile } from '../measure.ts';
import type { Row } from '../table.ts';

const SECONDS = 60;
const ROUNDS = 3;
const LONG_MS = 30 * 60_000;

/** A minute of 1080p as a telephone records it, against one ffmpeg command for the same ladder. */
export async function measureTranscode(): Promise<Row[]> {
  // Both sides at the same priority: what else the machine does must fall on both.
  const tools = await findTools({ effort: { ...USUAL_EFFORT, niceness: 0 } });
  if (tools === null) throw new Error('This benchmark needs ffmpeg.');
  const folder = mkdtempSync(join(tmpdir(), 'telloom-bench-video-'));
  try {
    const original = await film(tools, folder);
    const wholes: number[] = [];
    const firsts: number[] = [];
    const bares: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { whole, first } = await ours(tools, original, join(folder, `ours-${round}`));
      wholes.push(whole);
      firsts.push(first / whole);
      bares.push(await bare(tools, original, join(folder, `bare-${round}`)));
    }
    const [whole, bareTime] = [quantile(wholes, 0.5), quantile(bares, 0.5)];
    const first = quantile(firsts, 0.5);
    return [
      {
        what: 'transcode, wall time ÷ the bare ffmpeg command',
        measured: `${(whole / bareTime).toFixed(2)} (${whole.toFixed(1)} s ÷ ${bareTime.toFixed(1)} s)`,
        bar: '≤ 1.05',
        met: whole / bareTime <= 1.05,
      },
      {
        what: 'watchable, as a share of that time',
        measured: first.toFixed(2),
        bar: '< 1',
        met: first < 1,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A moving picture with the grain of a camera, and a voice's worth of noise. */
async function film(tools: Tools, folder: string): Promise<string> {
  const file = join(folder, 'film.mp4');
  const picture = `testsrc2=s=1920x1080:r=30:d=${SECONDS},noise=alls=6:allf=t`;
  const sources = [
    '-f',
    'lavfi',
    '-i',
    picture,
    '-f',
    'lavfi',
    '-i',
    `anoisesrc=d=${SECONDS}:c=pink:a=0.1`,
  ];
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '12M', '-pix_fmt', 'yuv420p'];
  await run(tools.ffmpeg, ['-nostdin', '-v', 'error', ...sources, ...coded, file], {
    timeoutMs: LONG_MS,
  });
  return file;
}

/** Seconds until all is made, and until it can be watched. */
async function ours(tools: Tools, original: string, outDir: string) {
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  let rest: Promise<unknown> = Promise.resolve();
  await makePlayable({ tools, original, outDir }, async () => {
    rest = makeLadder({ tools, original, outDir });
  });
  const first = since();
  await rest;
  if (!existsSync(join(outDir, 'highest.mp4'))) throw new Error('The ladder is not whole.');
  return { whole: since(), first };
}

/** The ladder as one would type it: one command, the same qualities, the same loudness. */
async function bare(tools: Tools, original: string, dir: string): Promise<number> {
  const rungs = ladder({ width: 1920, height: 1080, frameRate: 30 });
  for (const name of [...rungs.map((r) => r.name), 'audio'])
    mkdirSync(join(dir, name), { recursive: true });
  const pictures = rungs.map((r, i) => `[s${i}]scale=${r.width}:${r.height}[v${i}]`);
  const named = (mark: string, count: number) =>
    Array.from({ length: count }, (_, i) => `[${mark}${i}]`).join('');
  const graph = [
    `[0:v]fps=30,format=yuv420p,split=${rungs.length}${named('s', rungs.length)}`,
    ...pictures,
    `[0:a]loudnorm=I=-16:TP=-1.5,aresample=48000,asplit=${rungs.length + 1}${named('a', rungs.length + 1)}`,
  ];
  const outputs = rungs.flatMap((r, i) => [
    ...['-map', `[v${i}]`, '-map', `[a${i}]`, '-c:v', 'libx264', '-preset', 'veryfast'],
    ...['-profile:v', 'high', '-crf', '22', '-maxrate', `${r.maxrate}`, '-bufsize', `${r.bufsize}`],
    ...['-g', '120', '-keyint_min', '120', '-sc_threshold', '0', ...hls(r.name)],
  ]);
  const sound = ['-map', `[a${rungs.length}]`, ...hls('audio')];
  const started = performance.now();
  const args = ['-nostdin', '-v', 'error', '-i', original, '-filter_complex', graph.join(';')];
  const options = { cwd: dir, timeoutMs: LONG_MS, niceness: 0 };
  await run(tools.ffmpeg, [...args, ...outputs, ...sound], options);
  return (performance.now() - started) / 1000;
}

const hls = (name: string) => [
  ...['-c:a', 'aac', '-b:a', '128k', '-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod'],
  ...['-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4'],
  ...['-hls_segment_filename', `${name}/seg_%05d.m4s`, `${name}/index.m3u8`],
];
