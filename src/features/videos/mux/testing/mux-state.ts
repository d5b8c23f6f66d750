import { createHmac, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { MuxEvent } from '../../door.ts';

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

/** A file for keeping. */
export interface FakeFile {
  id: string;
  name: string;
  ext: string;
  resolution: 'highest' | 'audio-only';
  type: 'standard';
  status: 'preparing' | 'ready' | 'skipped' | 'errored';
  /** Bytes. */
  filesize?: string;
}

/** https://docs.mux.com/api-reference, "InputSettings" */
export interface ClipInput {
  url: string;
  start_time: number;
  end_time: number;
  generated_subtitles?: object[];
}

/** Of every film that arrives here, in seconds. */
const LENGTH = 23.857;

export const newName = () => randomBytes(16).toString('hex');
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const webhookSecret = 'a webhook secret';

/** What a small Mux remembers: uploads, assets, their files and addresses. */
export class MuxState {
  readonly uploads = new Map<string, FakeUpload>();
  readonly assets = new Map<string, FakeAsset>();
  readonly arrived = new Map<string, Buffer>();
  readonly captions = new Map<string, string>();
  /** What was asked for of assets that are parts of others, by their ids. */
  readonly clips = new Map<string, ClipInput>();
  /** Answers for the next requests, before any other: what a busy or broken Mux gives. */
  readonly failures: { status: number; headers?: Record<string, string> }[] = [];
  readonly requests: string[] = [];
  /** What has happened, as Mux tells it; `webhooks.at(-1)` is the newest. */
  readonly webhooks: MuxEvent[] = [];
  /** A folder with the film that every asset plays, as `e2e/media/make-hls.ts` makes it. */
  film: string | null = null;
  url = '';
  /** What checks the tokens of addresses. */
  readonly publicKey: KeyObject = keys.publicKey;

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

  /** Sends webhooks to a Telloom, signed and in their order: all that are due. */
  async deliver(site: string, events = this.webhooks.splice(0)): Promise<void> {
    for (const event of events) {
      const body = JSON.stringify(event);
      const headers = { 'content-type': 'application/json', 'mux-signature': this.sign(body) };
      const init = { method: 'POST', headers, body };
      const { status } = await fetch(`${site}/api/v1/webhooks/mux`, init);
      if (status !== 200) throw new Error(`the webhook ${event.type} met ${status}`);
    }
  }

  /** The ingest is done: the asset plays, and its captions and files follow. */
  makeReady(assetId: string): void {
    const asset = this.#asset(assetId);
    const clip = this.clips.get(assetId);
    Object.assign(asset, {
      status: 'ready',
      duration: clip ? clip.end_time - clip.start_time : LENGTH,
      aspect_ratio: '16:9',
      resolution_tier: '720p',
      max_stored_resolution: 'HD',
      max_stored_frame_rate: 29.97,
      progress: { state: 'completed', progress: 100 },
      tracks: [
        { type: 'video', id: newName(), max_width: 1280, max_height: 720, max_frame_rate: 29.97 },
        { type: 'audio', id: newName(), max_channels: 2, status: 'ready' },
        ...this.#copiedTracks(asset),
      ],
    });
    this.tell('video.asset.ready', 'asset', assetId, { ...asset });
    const best = this.askFile(assetId, 'highest');
    if (best) this.settleFile(assetId, best);
  }

  /** The captions are written. */
  addCaptions(assetId: string, vtt: string, language = 'en'): string {
    const track = {
      id: newName(),
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
    this.tell('video.asset.track.ready', 'asset', assetId, { ...track, asset_id: assetId });
    return track.id;
  }

  fail(assetId: string, message: string): void {
    const asset = this.#asset(assetId);
    Object.assign(asset, {
      status: 'errored',
      errors: { type: 'invalid_input', messages: [message] },
    });
    this.tell('video.asset.errored', 'asset', assetId, { ...asset });
  }

  /** Somebody asks for a file to keep; null where it is there, or asked for, already. */
  askFile(assetId: string, resolution: FakeFile['resolution']): FakeFile | null {
    const files = this.files(assetId);
    if (files.some((file) => file.resolution === resolution)) return null;
    const [name, ext] = resolution === 'highest' ? ['highest.mp4', 'mp4'] : ['audio.m4a', 'm4a'];
    const made: FakeFile = {
      id: newName(),
      name,
      ext,
      resolution,
      type: 'standard',
      status: 'preparing',
    };
    files.push(made);
    return made;
  }

  /** It is made, or it came to something else. */
  settleFile(assetId: string, file: FakeFile, status: FakeFile['status'] = 'ready'): void {
    Object.assign(file, { status, ...(status === 'ready' ? { filesize: '1234567' } : {}) });
    this.tell(`video.asset.static_rendition.${status}`, 'asset', assetId, {
      ...file,
      asset_id: assetId,
    });
  }

  removeFile(assetId: string, id: string): void {
    const files = this.files(assetId);
    const [file] = files.splice(
      files.findIndex((one) => one.id === id),
      1,
    );
    this.tell('video.asset.static_rendition.deleted', 'asset', assetId, {
      ...file,
      asset_id: assetId,
    });
  }

  files(assetId: string): FakeFile[] {
    const asset = this.#asset(assetId);
    asset.static_renditions ??= { files: [] };
    return (asset.static_renditions as { files: FakeFile[] }).files;
  }

  #asset(id: string): FakeAsset {
    const asset = this.assets.get(id);
    if (asset === undefined) throw new Error(`there is no asset ${id}`);
    return asset;
  }

  /** Something has happened: Mux will tell it. */
  tell(type: string, kind: 'asset' | 'upload', id: string, data: Record<string, unknown>): void {
    const created_at = new Date().toISOString();
    // as it is now, whatever comes of it
    const told = structuredClone(data);
    if (kind === 'asset' && 'created_at' in told) {
      // of a whole asset, times and sizes are numbers in webhooks, and text in the API
      told.created_at = Number(told.created_at);
      const { files } = (told.static_renditions ?? { files: [] }) as { files: FakeFile[] };
      for (const file of files) {
        if (file.filesize) Object.assign(file, { filesize: Number(file.filesize) });
      }
    }
    this.webhooks.push({ id: newName(), type, created_at, object: { type: kind, id }, data: told });
  }

  /** The file has arrived whole. */
  ingest(upload: FakeUpload): void {
    const { passthrough } = upload.new_asset_settings;
    const asset = this.#newAsset({ upload_id: upload.id, passthrough });
    Object.assign(upload, { status: 'asset_created', asset_id: asset.id });
    const { url: _, ...shown } = upload;
    this.tell('video.upload.asset_created', 'upload', upload.id, shown);
    this.tell('video.asset.created', 'asset', asset.id, { ...asset });
  }

  /** A part of an asset that is ready; null where that makes no sense. */
  clip(input: ClipInput, passthrough: string): FakeAsset | null {
    const source = this.assets.get(/^mux:\/\/assets\/(\w+)$/.exec(input.url)?.[1] ?? '');
    const { start_time: start, end_time: end } = input;
    if (source?.status !== 'ready' || !(start >= 0 && start < end && end <= LENGTH)) return null;
    const asset = this.#newAsset({
      passthrough,
      source_asset_id: source.id,
      ingest_type: 'on_demand_clip',
    });
    this.clips.set(asset.id, input);
    this.tell('video.asset.created', 'asset', asset.id, { ...asset });
    return asset;
  }

  /** A clip has the captions of what it was cut from. */
  #copiedTracks({ source_asset_id: source }: FakeAsset): object[] {
    const tracks = (this.assets.get(String(source))?.tracks ?? []) as { type: string }[];
    return tracks
      .filter(({ type }) => type === 'text')
      .map((track) => ({ ...track, id: newName() }));
  }

  #newAsset(more: Record<string, unknown>): FakeAsset {
    const asset: FakeAsset = {
      id: newName(),
      created_at: String(Math.floor(Date.now() / 1000)),
      status: 'preparing',
      ...more,
      playback_ids: [{ id: newName(), policy: 'signed' }],
      max_resolution_tier: '1080p',
      encoding_tier: 'baseline',
      video_quality: 'basic',
      master_access: 'none',
      progress: { state: 'ingesting', progress: 0 },
      tracks: [],
    };
    this.assets.set(asset.id, asset);
    return asset;
  }
}
