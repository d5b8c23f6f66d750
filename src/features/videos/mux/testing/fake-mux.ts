import { createHmac, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MuxEvent } from '../events.ts';

export interface FakeUpload {
  id: string;
  url: string;
  timeout: number;
  status: 'waiting' | 'asset_created' | 'errored' | 'cancelled' | 'timed_out';
  cors_origin: string;
  new_asset_settings: { passthrough?: string; [setting: string]: unknown };
  asset_id?: string;
  error?: { type: string; message: string };
}

export interface FakeAsset {
  id: string;
  status: 'preparing' | 'ready' | 'errored';
  [field: string]: unknown;
}

const name = () => randomBytes(16).toString('hex');
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const webhookSecret = 'a webhook secret';

/** A small Mux on loopback that remembers: uploads, assets, their files and addresses. */
export class FakeMux {
  readonly uploads = new Map<string, FakeUpload>();
  readonly assets = new Map<string, FakeAsset>();
  readonly arrived = new Map<string, Buffer>();
  readonly captions = new Map<string, string>();
  /** Answers for the next requests, before any other: what a busy or broken Mux gives. */
  readonly failures: { status: number; headers?: Record<string, string> }[] = [];
  readonly requests: string[] = [];
  /** What has happened, as Mux tells it; `webhooks.at(-1)` is the newest. */
  readonly webhooks: MuxEvent[] = [];
  url = '';
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** The settings of a Telloom that uses this Mux. */
  get env(): Record<string, string> {
    return {
      TELLOOM_VIDEO_HOST: 'mux',
      MUX_TOKEN_ID: 'id',
      MUX_TOKEN_SECRET: 'secret',
      MUX_WEBHOOK_SECRET: webhookSecret,
      MUX_SIGNING_KEY: 'key',
      MUX_PRIVATE_KEY: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      MUX_BASE_URL: this.url,
      TELLOOM_MUX_STREAM_URL: `${this.url}/stream`,
      TELLOOM_MUX_IMAGE_URL: `${this.url}/image`,
    };
  }

  /** The header of a webhook with this body. */
  sign(body: string, at = Math.floor(Date.now() / 1000)): string {
    return `t=${at},v1=${createHmac('sha256', webhookSecret).update(`${at}.${body}`).digest('hex')}`;
  }

  /** The ingest is done: the asset plays, and its captions and files follow. */
  makeReady(assetId: string): void {
    const asset = this.#asset(assetId);
    Object.assign(asset, {
      status: 'ready',
      duration: 23.857,
      aspect_ratio: '16:9',
      resolution_tier: '720p',
      max_stored_resolution: 'HD',
      max_stored_frame_rate: 29.97,
      progress: { state: 'completed', progress: 100 },
      tracks: [
        { type: 'video', id: name(), max_width: 1280, max_height: 720, max_frame_rate: 29.97 },
        { type: 'audio', id: name(), max_channels: 2, status: 'ready' },
      ],
    });
    this.#tell('video.asset.ready', 'asset', assetId, { ...asset });
    this.#addFile(assetId, 'highest.mp4');
  }

  /** The captions are written. */
  addCaptions(assetId: string, vtt: string, language = 'en'): string {
    const track = {
      id: name(),
      type: 'text',
      text_type: 'subtitles',
      text_source: 'generated_vod',
      language_code: language,
      name: 'Captions',
      status: 'ready',
    };
    const { tracks } = this.#asset(assetId);
    (tracks as object[]).push(track);
    this.captions.set(track.id, vtt);
    this.#tell('video.asset.track.ready', 'asset', assetId, { ...track, asset_id: assetId });
    return track.id;
  }

  fail(assetId: string, message: string): void {
    const asset = this.#asset(assetId);
    Object.assign(asset, {
      status: 'errored',
      errors: { type: 'invalid_input', messages: [message] },
    });
    this.#tell('video.asset.errored', 'asset', assetId, { ...asset });
  }

  #addFile(assetId: string, file: string): void {
    const made = {
      id: name(),
      name: file,
      ext: 'mp4',
      status: 'ready',
      type: 'standard',
      resolution: 'highest',
    };
    Object.assign(this.#asset(assetId), { static_renditions: { files: [made] } });
    this.#tell('video.asset.static_rendition.ready', 'asset', assetId, {
      ...made,
      asset_id: assetId,
    });
  }

  #asset(id: string): FakeAsset {
    const asset = this.assets.get(id);
    if (asset === undefined) throw new Error(`there is no asset ${id}`);
    return asset;
  }

  #tell(type: string, kind: 'asset' | 'upload', id: string, data: Record<string, unknown>): void {
    const created_at = new Date().toISOString();
    // in webhooks a number, in the API text
    const told =
      kind === 'asset' && 'created_at' in data
        ? { ...data, created_at: Number(data.created_at) }
        : data;
    this.webhooks.push({ id: name(), type, created_at, object: { type: kind, id }, data: told });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const called = `${request.method} ${pathname}`;
    this.requests.push(called);
    const failure = this.failures.shift();
    if (failure) return end(response, failure.status, failure.headers);
    const [, first = '', second = '', third = '', fourth = ''] = pathname.split('/');
    if (first === 'put') return this.#take(second, request, body, response);
    if (first === 'stream' || first === 'image') {
      const file = [third, fourth].filter(Boolean).join('/') || second;
      return this.#serve(
        second.replace('.m3u8', ''),
        file,
        searchParams.get('token') ?? '',
        response,
      );
    }
    const basic = `Basic ${Buffer.from('id:secret').toString('base64')}`;
    if (request.headers.authorization !== basic) return problem(response, 401, 'unauthorized');
    const [, , , kind = '', id = '', action = ''] = pathname.split('/');
    if (kind === 'uploads')
      return this.#uploadsApi(request.method ?? '', id, action, body, response);
    return this.#assetsApi(request.method ?? '', id, response);
  }

  #uploadsApi(
    method: string,
    id: string,
    action: string,
    body: Buffer,
    response: ServerResponse,
  ): void {
    if (method === 'POST' && id === '') {
      const asked = JSON.parse(body.toString());
      if (!asked.cors_origin) return problem(response, 422, 'invalid_parameters');
      const made = name();
      const upload: FakeUpload = {
        id: made,
        url: `${this.url}/put/${made}`,
        timeout: asked.timeout ?? 3600,
        status: 'waiting',
        cors_origin: asked.cors_origin,
        new_asset_settings: asked.new_asset_settings ?? {},
      };
      this.uploads.set(made, upload);
      this.#tell('video.upload.created', 'upload', made, { ...upload });
      return json(response, 201, { data: upload });
    }
    const upload = this.uploads.get(id);
    if (!upload) return problem(response, 404, 'not_found');
    if (action === 'cancel') {
      if (upload.status !== 'waiting') return problem(response, 403, 'forbidden');
      upload.status = 'cancelled';
      this.#tell('video.upload.cancelled', 'upload', id, { ...upload });
    }
    const { url: _, ...shown } = upload;
    json(response, 200, { data: shown });
  }

  #assetsApi(method: string, id: string, response: ServerResponse): void {
    const asset = this.assets.get(id);
    if (!asset) return problem(response, 404, 'not_found');
    if (method !== 'DELETE') return json(response, 200, { data: asset });
    this.assets.delete(id);
    this.#tell('video.asset.deleted', 'asset', id, { ...asset });
    end(response, 204);
  }

  /** The resumable protocol of the place behind an upload's address. */
  #take(id: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const upload = this.uploads.get(id);
    if (!upload || upload.status === 'cancelled') return problem(response, 404, 'not_found');
    const kept = this.arrived.get(id) ?? Buffer.alloc(0);
    const range = /^bytes (?:\*|(\d+)-\d+)\/(\d+)$/.exec(request.headers['content-range'] ?? '');
    const total = Number(range?.[2] ?? body.length);
    const start = range?.[1] === undefined ? kept.length : Number(range[1]);
    if (start !== kept.length) return problem(response, 503, 'out of place');
    const all = Buffer.concat([kept, body]);
    if (all.length < total && all.length % (256 * 1024) !== 0)
      return problem(response, 400, 'bad piece');
    this.arrived.set(id, all);
    if (all.length < total) {
      const headers: Record<string, string> =
        all.length > 0 ? { range: `bytes=0-${all.length - 1}` } : {};
      return end(response, 308, headers);
    }
    if (upload.status === 'waiting') this.#ingest(upload);
    end(response, 200);
  }

  #ingest(upload: FakeUpload): void {
    const { new_asset_settings: settings } = upload;
    const asset: FakeAsset = {
      id: name(),
      created_at: String(Math.floor(Date.now() / 1000)),
      status: 'preparing',
      upload_id: upload.id,
      passthrough: settings.passthrough,
      playback_ids: [{ id: name(), policy: 'signed' }],
      max_resolution_tier: '1080p',
      encoding_tier: 'baseline',
      video_quality: 'basic',
      master_access: 'none',
      progress: { state: 'ingesting', progress: 0 },
      tracks: [],
    };
    this.assets.set(asset.id, asset);
    Object.assign(upload, { status: 'asset_created', asset_id: asset.id });
    const { url: _, ...shown } = upload;
    this.#tell('video.upload.asset_created', 'upload', upload.id, shown);
    this.#tell('video.asset.created', 'asset', asset.id, { ...asset });
  }

  /** Files for tokens that this Mux's key has signed for them, and nothing else. */
  #serve(playbackId: string, file: string, token: string, response: ServerResponse): void {
    const audience = file.startsWith('thumbnail') ? 't' : file.startsWith('storyboard') ? 's' : 'v';
    if (!isGoodToken(token, playbackId, audience)) return problem(response, 403, 'forbidden');
    const track = /^text\/(\w+)\.vtt$/.exec(file)?.[1];
    if (track === undefined) return end(response, 200);
    const vtt = this.captions.get(track);
    if (vtt === undefined) return problem(response, 404, 'not_found');
    response.writeHead(200, { 'content-type': 'text/vtt' }).end(vtt);
  }
}

function isGoodToken(token: string, playbackId: string, audience: string): boolean {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, keys.publicKey, Buffer.from(signature, 'base64url'))) return false;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const { sub, aud, exp, kid } = claims;
  return sub === playbackId && aud === audience && kid === 'key' && exp * 1000 > Date.now();
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
