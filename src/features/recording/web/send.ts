import { api } from '../../../web/api.ts';
import type { RecordingKind } from './mime.ts';
import { isAtMux, uploadToMux } from './mux-upload.ts';
import type { UploadTicket } from './slice-store.ts';
import { type ByteSource, type UploadProgress, UploadRefused, upload } from './tus-upload.ts';

/** A recording that is to reach the server. */
export interface Parcel {
  promptId: string;
  kind: RecordingKind;
  contentType: string;
  source: ByteSource;
  fileName?: string;
}

export interface SendOptions {
  /** From an earlier attempt: the upload carries on. */
  ticket: UploadTicket | null;
  /** Called when the server has given a place, to be remembered, or when that place is gone (null). */
  onTicket: (ticket: UploadTicket | null) => Promise<void>;
  onProgress: (progress: UploadProgress) => void;
  /** The same for each attempt at the same recording, so that it is begun only once. */
  idempotencyKey: string;
  signal: AbortSignal;
}

/**
 * Asks for a place and uploads to it. Resolves with the video's id once the server holds all of
 * it. Rejects with ApiError, UploadRefused or AbortError.
 */
export async function send(parcel: Parcel, options: SendOptions): Promise<string> {
  const { ticket, onTicket, onProgress, signal } = options;
  const place = ticket ?? (await askForPlace(parcel, options));
  try {
    const transfer = isAtMux(place.uploadUrl) ? uploadToMux : upload;
    await transfer({ ...place, source: parcel.source, onProgress, signal });
    return place.videoId;
  } catch (error) {
    // A place from an earlier visit can have been cleared away: the recording begins at a new one.
    if (!ticket || !(error instanceof UploadRefused) || error.status !== 404) throw error;
    await onTicket(null);
    return send(parcel, { ...options, ticket: null, idempotencyKey: newId() });
  }
}

async function askForPlace(parcel: Parcel, options: SendOptions): Promise<UploadTicket> {
  const { source, ...rest } = parcel;
  const place = await api.post<UploadTicket>(
    '/recordings',
    { ...rest, size: source.size },
    { headers: { 'Idempotency-Key': options.idempotencyKey }, signal: options.signal },
  );
  const { videoId, uploadUrl, chunkBytes } = place;
  await options.onTicket({ videoId, uploadUrl, chunkBytes });
  return place;
}

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
