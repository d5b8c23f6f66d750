import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { readUntil } from '../../e2e/read-until.ts';
import { endProcess, spawnTelloom } from '../../e2e/telloom.ts';
import { patch } from '../../src/features/recording/testing.ts';
import { run } from '../../src/features/videos/local-host/run.ts';
import { findTools } from '../../src/features/videos/local-host/tools.ts';
import { secret } from '../site.ts';
import { head, print } from '../table.ts';
import { type Site, startSite } from '../video/site.ts';
import { reportGrowth, resident, residentBelow } from './resident.ts';

const SAMPLE_MS = 500;
const LONG_MS = 3 * 3_600_000;

/**
 * `telloom worker`, a process of its own, makes a recording of many minutes ready: its memory, and apart
 * from it that of the programs it starts, in MiB. The picture is small (832 x 468, which is made in two
 * qualities, one a second), as what the worker itself holds follows the length of a recording, if anything;
 * ffmpeg's follows the picture too.
 */
export async function benchWorker(minutes: number): Promise<void> {
  const site = await startSite();
  try {
    const videoId = await arrive(site, await recorded(minutes));
    const { worker, below } = await watchWorker(site, videoId);
    console.log(head);
    reportGrowth(`worker while it makes ${minutes} minutes ready`, worker);
    for (const [name, most] of below) {
      print({
        what: `most that ${name} held`,
        measured: `${most.toFixed(0)} MiB`,
        bar: '',
        met: null,
      });
    }
  } finally {
    await site.stop();
  }
}

/** As a browser records it, without an index and its length: one minute, again and again. */
async function recorded(minutes: number): Promise<Buffer> {
  const tools = await findTools();
  if (tools === null) throw new Error('This benchmark needs ffmpeg.');
  const folder = mkdtempSync(join(tmpdir(), 'telloom-bench-worker-'));
  const make = (file: string, ...args: string[]) =>
    run(tools.ffmpeg, ['-nostdin', '-v', 'error', ...args, '-live', '1', join(folder, file)], {
      timeoutMs: LONG_MS,
      niceness: 0,
    });
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=832x468:r=1:d=60'];
  const voice = ['-f', 'lavfi', '-i', 'anoisesrc=d=60:a=0.1'];
  const coded = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'];
  const again = ['-stream_loop', `${minutes - 1}`, '-i', join(folder, 'minute.webm')];
  try {
    await make('minute.webm', ...picture, ...voice, ...coded);
    await make('recorded.webm', ...again, '-c', 'copy');
    return readFileSync(join(folder, 'recorded.webm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function arrive({ rosa, question }: Site, film: Buffer): Promise<string> {
  const start = { promptId: question, kind: 'video', contentType: 'video/webm' };
  const { videoId, uploadUrl } = (await rosa.post('/recordings', start)).body;
  const { status } = await patch(rosa, uploadUrl, 0, film, film.length);
  if (status !== 204) throw new Error(`The recording did not arrive: ${status}.`);
  return videoId;
}

async function watchWorker({ dataDir, owner, ownerUrl }: Site, videoId: string) {
  const settings = { TELLOOM_DATA: dataDir, TELLOOM_SECRET: secret, DATABASE_URL: ownerUrl };
  const child = spawnTelloom(['worker'], { settings });
  const worker: number[] = [];
  const below = new Map<string, number>();
  try {
    await readUntil(child.stdout, /^The worker is ready/, 'the worker');
    const pid = child.pid as number;
    for await (const _ of every(SAMPLE_MS)) {
      worker.push(resident(pid));
      for (const [name, held] of residentBelow(pid)) {
        below.set(name, Math.max(held, below.get(name) ?? 0));
      }
      const { rows } = await owner.query(
        `select status, "errorMessage", "downloadFile" from public."Video" where id = $1`,
        [videoId],
      );
      if (rows[0].status === 'ERRORED') throw new Error(rows[0].errorMessage);
      if (rows[0].downloadFile !== null) return { worker, below };
      if (worker.length * SAMPLE_MS > LONG_MS) throw new Error('It did not become ready.');
    }
    throw new Error('There are samples without end.');
  } finally {
    await endProcess(child, 'SIGINT');
  }
}
