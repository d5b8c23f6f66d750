import type { IncomingMessage, ServerResponse } from 'node:http';

import { serve } from './fake-mux-playback.ts';
import { type FakeUpload, type MuxState, newName } from './mux-state.ts';

/** What the fake answers to a request: its API, the places of uploads, and the files that play. */
export async function answer(
  mux: MuxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readAll(request);
  const { pathname, searchParams } = new URL(request.url ?? '', mux.url);
  const called = `${request.method} ${pathname}`;
  mux.requests.push(called);
  const failure = mux.failures.shift();
  if (failure) return end(response, failure.status, failure.headers);
  const [, first = '', second = '', third = '', fourth = ''] = pathname.split('/');
  if (first === 'put') return take(mux, second, request, body, response);
  if (first === 'stream' || first === 'image') {
    const file = [third, fourth].filter(Boolean).join('/') || second;
    const playbackId = second.replace('.m3u8', '');
    const token = searchParams.get('token') ?? '';
    return serve(mux, { playbackId, file, token, range: request.headers.range }, response);
  }
  const basic = `Basic ${Buffer.from('id:secret').toString('base64')}`;
  if (request.headers.authorization !== basic) return problem(response, 401, 'unauthorized');
  const [, , , kind = '', id = '', action = '', part = ''] = pathname.split('/');
  if (kind === 'uploads') return uploadsApi(mux, request.method ?? '', id, action, body, response);
  if (action === 'static-renditions') {
    return filesApi(mux, request.method ?? '', id, part, body, response);
  }
  if (request.method === 'POST' && id === '') return clip(mux, body, response);
  if (id === '') return json(response, 200, { data: [...mux.assets.values()] });
  if (action === 'tracks') return removeTrack(mux, id, part, response);
  return assetsApi(mux, request.method ?? '', id, response);
}

function uploadsApi(
  mux: MuxState,
  method: string,
  id: string,
  action: string,
  body: Buffer,
  response: ServerResponse,
) {
  if (method === 'POST' && id === '') {
    const asked = JSON.parse(body.toString());
    if (!asked.cors_origin) return problem(response, 422, 'invalid_parameters');
    const made = newName();
    const upload: FakeUpload = {
      id: made,
      url: `${mux.url}/put/${made}`,
      timeout: asked.timeout ?? 3600,
      status: 'waiting',
      cors_origin: asked.cors_origin,
      new_asset_settings: asked.new_asset_settings ?? {},
    };
    mux.uploads.set(made, upload);
    mux.tell('video.upload.created', 'upload', made, { ...upload });
    return json(response, 201, { data: upload });
  }
  const upload = mux.uploads.get(id);
  if (!upload) return problem(response, 404, 'not_found');
  if (action === 'cancel') {
    if (upload.status !== 'waiting') return problem(response, 403, 'forbidden');
    upload.status = 'cancelled';
    mux.tell('video.upload.cancelled', 'upload', id, { ...upload });
  }
  const { url: _, ...shown } = upload;
  json(response, 200, { data: shown });
}

function clip(mux: MuxState, body: Buffer, response: ServerResponse) {
  const { inputs = [], passthrough } = JSON.parse(body.toString());
  const made = inputs.length === 1 ? mux.clip(inputs[0], passthrough) : null;
  if (made === null) return problem(response, 400, 'invalid_parameters');
  json(response, 201, { data: made });
}

function assetsApi(mux: MuxState, method: string, id: string, response: ServerResponse) {
  const asset = mux.assets.get(id);
  if (!asset) return problem(response, 404, 'not_found');
  if (method !== 'DELETE') return json(response, 200, { data: asset });
  mux.assets.delete(id);
  mux.tell('video.asset.deleted', 'asset', id, { ...asset });
  end(response, 204);
}

/** Files for keeping: asked for by their resolution, and taken away again. */
function filesApi(
  mux: MuxState,
  method: string,
  id: string,
  file: string,
  body: Buffer,
  response: ServerResponse,
) {
  if (!mux.assets.has(id)) return problem(response, 404, 'not_found');
  if (method === 'DELETE') {
    mux.removeFile(id, file);
    return end(response, 204);
  }
  const { resolution } = JSON.parse(body.toString());
  const made = mux.askFile(id, resolution);
  if (made === null) return problem(response, 400, 'invalid_parameters');
  json(response, 201, { data: made });
}

function removeTrack(mux: MuxState, id: string, trackId: string, response: ServerResponse) {
  const asset = mux.assets.get(id);
  const tracks = (asset?.tracks ?? []) as { id: string }[];
  if (!asset || !tracks.some((track) => track.id === trackId))
    return problem(response, 404, 'not_found');
  asset.tracks = tracks.filter((track) => track.id !== trackId);
  end(response, 204);
}

/**
 * The resumable protocol of the place behind an upload's address. Pages of the site that it was made
 * for may use it, and may not read the Range (https://github.com/muxinc/upchunk/issues/156).
 */
function take(
  mux: MuxState,
  id: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  const upload = mux.uploads.get(id);
  if (!upload || upload.status === 'cancelled') return problem(response, 404, 'not_found');
  response.setHeader('access-control-allow-origin', upload.cors_origin);
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'PUT');
    response.setHeader('access-control-allow-headers', 'content-range, content-type');
    return end(response, 200);
  }
  response.setHeader('access-control-expose-headers', 'Content-Length, Content-Type, Date');
  const kept = mux.arrived.get(id) ?? Buffer.alloc(0);
  const range = /^bytes (?:\*|(\d+)-\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '');
  const total = Number(range?.[2] ?? body.length);
  const start = range?.[1] === undefined ? kept.length : Number(range[1]);
  if (start > kept.length) return problem(response, 400, 'a gap');
  // what has arrived before is passed over
  const all = Buffer.concat([kept, body.subarray(kept.length - start)]);
  if (all.length < total && all.length % (256 * 1024) !== 0)
    return problem(response, 400, 'bad piece');
  mux.arrived.set(id, all);
  if (all.length < total) {
    const headers: Record<string, string> =
      all.length > 0 ? { range: `bytes=0-${all.length - 1}` } : {};
    return end(response, 308, headers);
  }
  if (upload.status === 'waiting') mux.ingest(upload);
  end(response, 200);
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, headers).end();
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const problem = (response: ServerResponse, status: number, type: string) =>
  json(response, status, { error: { type, messages: [type] } });
