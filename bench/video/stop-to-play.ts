import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { firstAdminTells, type Storyteller } from '../../e2e/storyteller.ts';
import { startTelloom } from '../../e2e/telloom.ts';
import { run } from '../../src/features/videos/local-host/run.ts';
import { findTools } from '../../src/features/videos/local-host/tools.ts';
import { quantile } from '../measure.ts';
import type { Row } from '../table.ts';

const SECONDS = 60;
const ROUNDS = 3;
/** About what a browser records in two seconds: what is not yet sent when somebody stops. */
const LAST_BYTES = 640 * 1024;
const LONG_MS = 10 * 60_000;

/**
 * From "stop" until the first seconds of picture are at the player: the program as `npm start` runs it,
 * a minute of 720p as a browser records it, all of which but the last slice arrived while it was recorded.
 */
export async function measureStopToPlay(): Promise<Row> {
  const telloom = await startTelloom();
  try {
    const film = await recorded();
    const rosa = await firstAdminTells(telloom);
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round++) taken.push(await stopToPlay(rosa, film));
    return {
      what: 'from stop to play, a minute of 720p',
      measured: `${quantile(taken, 0.5).toFixed(1)} s (${taken.map((s) => s.toFixed(1)).join(', ')})`,
      bar: '',
      met: null,
    };
  } finally {
    await telloom.stop();
  }
}

async function recorded(): Promise<Buffer> {
  const tools = await findTools();
  if (tools === null) throw new Error('This benchmark needs ffmpeg.');
  const folder = mkdtempSync(join(tmpdir(), 'telloom-bench-stop-'));
  const file = join(folder, 'recorded.webm');
  const picture = `testsrc2=s=1280x720:r=30:d=${SECONDS},noise=alls=6:allf=t`;
  const sources = [
    '-f',
    'lavfi',
    '-i',
    picture,
    '-f',
    'lavfi',
    '-i',
    `anoisesrc=d=${SECONDS}:a=0.1`,
  ];
  const coded = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2500k'];
  const sound = ['-c:a', 'libopus', '-b:a', '128k'];
  try {
    await run(tools.ffmpeg, ['-nostdin', '-v', 'error', ...sources, ...coded, ...sound, file], {
      timeoutMs: LONG_MS,
    });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds. */
async function stopToPlay({ browser, promptId }: Storyteller, film: Buffer): Promise<number> {
  const start = { promptId, kind: 'video', contentType: 'video/webm;codecs=vp8,opus' };
  const { videoId, uploadUrl } = (await browser.post('/recordings', start)).body;
  const before = film.length - LAST_BYTES;
  await send(browser, uploadUrl, film.subarray(0, before), 0);
  const stopped = performance.now();
  await send(browser, uploadUrl, film.subarray(before), before, film.length);
  await browser.fetch(await firstPicture(browser, videoId));
  const seconds = (performance.now() - stopped) / 1000;
  await wholeLadder(browser, videoId); // which is not to slow the next round
  return seconds;
}

async function send(
  browser: Browser,
  url: string,
  body: Uint8Array,
  offset: number,
  length?: number,
): Promise<void> {
  const { status } = await browser.fetch(url, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...(length === undefined ? undefined : { 'upload-length': String(length) }),
    },
    body: body as BodyInit,
  });
  if (status !== 204) throw new Error(`${url}: ${status}`);
}

type Browser = Storyteller['browser'];

/** The address of the first seconds of picture, once there are any. */
async function firstPicture(browser: Browser, videoId: string): Promise<string> {
  const { playback } = await until(browser, videoId, (video) => video.status === 'READY');
  const master = String((await browser.fetch(playback.hls)).body);
  const quality = new URL(lines(master)[0] ?? '', `http://x${playback.hls}`).pathname;
  const playlist = String((await browser.fetch(quality)).body);
  return new URL(lines(playlist)[0] ?? '', `http://x${quality}`).pathname;
}

const lines = (playlist: string) => playlist.split('\n').filter((line) => /^[^#]/.test(line));

const wholeLadder = (browser: Browser, videoId: string) =>
  until(browser, videoId, (video) => video.playback?.download);

// biome-ignore lint/suspicious/noExplicitAny: as the API answers
async function until(browser: Browser, videoId: string, is: (video: any) => boolean) {
  const deadline = performance.now() + LONG_MS;
  while (performance.now() < deadline) {
    const { body } = await browser.get(`/videos/${videoId}`);
    if (body.status === 'ERRORED') throw new Error(body.errorMessage);
    if (is(body)) return body;
    await pause(50);
  }
  throw new Error('The recording did not become ready.');
}
