import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { quantile } from '../measure.ts';
import type { Row } from '../table.ts';
import type { Site } from './site.ts';

/** A few minutes of a recording, in pieces as the recorder's. */
const PIECE_BYTES = 8 * 1024 ** 2;
const PIECES = 16;
const ROUNDS = 5;

type Send = (piece: number, body: Uint8Array) => Promise<void>;

/** Our uploads (signed in, on the disk before they are acknowledged) against @tus/server alone. */
export async function measureUpload(site: Site): Promise<Row> {
  const bare = await bareServer();
  const body = randomBytes(PIECE_BYTES);
  const rates: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const ours = await timed(await ourUpload(site), body);
      const theirs = await timed(await bare.upload(), body);
      if (round < 0) continue;
      rates.ours.push(ours);
      rates.theirs.push(theirs);
    }
  } finally {
    bare.stop();
  }
  const [our, their] = [quantile(rates.ours, 0.5), quantile(rates.theirs, 0.5)];
  return {
    what: 'upload ÷ @tus/server with its file store',
    measured: `${(our / their).toFixed(2)} (${our.toFixed(0)} MB/s ÷ ${their.toFixed(0)} MB/s)`,
    bar: '≥ 0.9',
    met: our / their >= 0.9,
  };
}

/** MB/s */
async function timed(send: Send, body: Uint8Array): Promise<number> {
  const started = performance.now();
  for (let piece = 0; piece < PIECES; piece++) await send(piece, body);
  return (PIECES * PIECE_BYTES) / 1e3 / (performance.now() - started);
}

async function ourUpload({ rosa, port, question, cookie }: Site): Promise<Send> {
  const start = { promptId: question, kind: 'video', contentType: 'video/webm' };
  const { uploadUrl } = (await rosa.post('/recordings', start)).body;
  return patches(`http://127.0.0.1:${port}${uploadUrl}`, { cookie: cookie() });
}

async function bareServer() {
  const directory = mkdtempSync(join(tmpdir(), 'telloom-bench-tus-'));
  const tus = new Server({ path: '/files', datastore: new FileStore({ directory }) });
  const server = createServer((request, response) => void tus.handle(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    upload: async () => {
      const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(PIECES * PIECE_BYTES) };
      const made = await fetch(`${base}/files`, { method: 'POST', headers });
      return patches(new URL(made.headers.get('location') ?? '', base).href, {});
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
      rmSync(directory, { recursive: true });
    },
  };
}

function patches(url: string, more: Record<string, string>): Send {
  return async (piece, body) => {
    const total = { 'upload-length': String(PIECES * PIECE_BYTES) };
    const answer = await fetch(url, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(piece * PIECE_BYTES),
        // The recorder learns its length with the last piece.
        ...(more.cookie && piece === PIECES - 1 ? total : undefined),
        ...more,
      },
      body: body as BodyInit,
    });
    if (answer.status !== 204) throw new Error(`${url}: ${answer.status}`);
  };
}
