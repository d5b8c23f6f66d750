import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { videoFiles } from '../../src/features/videos/files.ts';
import { quantile } from '../measure.ts';
import type { Row } from '../table.ts';
import { startNginx } from './nginx.ts';
import type { Site } from './site.ts';

const FILE_BYTES = 64 * 1024 ** 2;
/** What players ask for at a time, about. */
const RANGE_BYTES = 256 * 1024;
const ROUNDS = 7;

/** Ranged requests of a signed-in listener against nginx on the same file, in turns. */
export async function measureRanges(site: Site): Promise<Row[]> {
  const address = await putFile(site);
  const root = join(site.dataDir, 'videos');
  const nginx = await startNginx(join(site.dataDir, 'nginx'), root);
  const load = fork(fileURLToPath(new URL('load.ts', import.meta.url)));
  try {
    const videoId = address.slice('/media/'.length).split('.')[0] ?? '';
    const ours = { port: site.port, requests: ranges(address, site.cookie()) };
    const theirs = { port: nginx.port, requests: ranges(`/${videoId}/720p/seg_00000.m4s`, '') };
    const rates: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
    // What it keeps ready for itself it has by then.
    for (let round = 0; round < 3; round++) await ask(load, ours);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < ROUNDS; round++) {
      rates.ours.push(await ask(load, ours));
      rates.theirs.push(await ask(load, theirs));
    }
    const grown = (process.memoryUsage().rss - before) / 1024 ** 2;
    const [our, their] = [quantile(rates.ours, 0.5), quantile(rates.theirs, 0.5)];
    return [
      {
        what: 'ranged media requests, 16 connections ÷ nginx',
        measured: `${(our / their).toFixed(2)} (${our.toFixed(0)}/s ÷ ${their.toFixed(0)}/s)`,
        bar: '≥ 0.5',
        met: our / their >= 0.5,
      },
      {
        what: 'memory of the server while it serves them',
        measured: `${grown >= 0 ? '+' : ''}${grown.toFixed(0)} MiB`,
        bar: '≤ +64 MiB',
        met: grown <= 64,
      },
    ];
  } finally {
    load.kill();
    await nginx.stop();
  }
}

/** A recording that is ready, of one large file. */
async function putFile({ rosa, owner, question, dataDir }: Site): Promise<string> {
  const start = { promptId: question, kind: 'video', contentType: 'video/webm' };
  const { videoId } = (await rosa.post('/recordings', start)).body;
  const folder = join(videoFiles(dataDir).playable(videoId), '720p');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'seg_00000.m4s'), randomBytes(FILE_BYTES));
  await owner.query(
    `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8' where id = $1`,
    [videoId],
  );
  const { playback } = (await rosa.get(`/videos/${videoId}`)).body;
  return playback.hls.replace('master.m3u8', '720p/seg_00000.m4s');
}

function ranges(path: string, cookie: string): string[] {
  const count = FILE_BYTES / RANGE_BYTES;
  return Array.from({ length: count }, (_, i) => {
    const from = ((i * 37) % count) * RANGE_BYTES;
    const range = `bytes=${from}-${from + RANGE_BYTES - 1}`;
    const signedIn = cookie === '' ? '' : `cookie: ${cookie}\r\n`;
    return `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${signedIn}range: ${range}\r\n\r\n`;
  });
}

async function ask(load: ChildProcess, side: { port: number; requests: string[] }) {
  load.send({ ...side, connections: 16, seconds: 2 });
  const [perSecond] = await once(load, 'message');
  return perSecond as number;
}
