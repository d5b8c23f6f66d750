import { ApiError, api } from '../../../web/api.ts';
import type { Me } from '../../../web/contract.ts';
import type { Subject, UploadPlace } from './kept-recording.ts';
import type { RecordingKind } from './mime.ts';
import { isAtMux, uploadToMux } from './mux-upload.ts';
import { dropVideo } from './queries.ts';
import { type ByteSource, type UploadProgress, UploadRefused, upload } from './tus-upload.ts';

/** A recording that is to reach the server. */
export interface Parcel extends Subject {
  kind: RecordingKind;
  contentType: string;
  source: ByteSource;
  fileName?: string;
  /** The storyteller whose it is to be, where its teller is their keeper. */
  actingFor: string | null;
  /** Who recorded it, where the page may have outlived their session. */
  profileId?: string;
  /** SHA-256 of the whole; asked for when all of it is there. */
  digest: () => Promise<string>;
}

export interface SendOptions {
  /** From an earlier attempt: the upload carries on. */
  place: UploadPlace | null;
  placeKey: string;
  /** Called before and after the server is asked for a place, to remember both. */
  onPlace: (place: UploadPlace | null, placeKey: string) => Promise<void>;
  onProgress: (progress: UploadProgress) => void;
  signal: AbortSignal;
}

/** Places that turn out to be of no use, one after another, before a person is asked. */
const TRIES = 3;

/**
 * Asks for a place, uploads to it, and waits for the receipt: the server has read back from its disk
 * what was sent. Only then may the copy on this device go. Resolves with the video's id. Rejects
 * with ApiError, UploadRefused or AbortError.
 */
export async function send(parcel: Parcel, options: SendOptions): Promise<string> {
  let { place, placeKey } = options;
  for (let tries = 1; ; tries += 1) {
    try {
      if (!place) {
        place = await askForPlace(parcel, placeKey, options.signal);
        await options.onPlace(place, placeKey);
      }
      await transfer(place, parcel, options);
      return place.videoId;
    } catch (error) {
      if (tries === TRIES || !place || !(await isUseless(parcel, place, error))) throw error;
      place = null;
      placeKey = newId();
      await options.onPlace(place, placeKey);
    }
  }
}

/** To our own server, which says what it holds in the end; or to Mux, whose last answer is all. */
async function transfer(place: UploadPlace, parcel: Parcel, options: SendOptions): Promise<void> {
  const { source } = parcel;
  if (isAtMux(place.uploadUrl)) return uploadToMux({ ...place, ...options, source });
  await upload({ ...place, ...options, source });
  await askForReceipt(parcel, place.videoId, options.signal);
}

/** True for a place that was cleared away or closed, and for one where something else arrived. */
async function isUseless(parcel: Parcel, { videoId }: UploadPlace, error: unknown) {
  if (!(error instanceof UploadRefused || error instanceof ApiError)) return false;
  if (error.status === 404) return isMine(parcel);
  if (error instanceof UploadRefused) return error.status === 409;
  if (!error.is('different')) return false;
  // What arrived wrongly may stay on the server until it is cleared away.
  await dropVideo(videoId, parcel.actingFor).catch((failure: unknown) => console.error(failure));
  return true;
}

/** Somebody else's session sees nothing here; that does not make the place useless. */
async function isMine({ profileId }: Parcel): Promise<boolean> {
  const { id } = await api.get<Me>('/me', { actingFor: null });
  if (profileId && id !== profileId) throw new ApiError(401, 'unauthenticated', '');
  return true;
}

async function askForPlace(parcel: Parcel, placeKey: string, signal: AbortSignal) {
  const { source, digest: _, actingFor, ...rest } = parcel;
  const { videoId, uploadUrl, chunkBytes } = await api.post<UploadPlace>(
    '/recordings',
    { ...rest, ...(source.ended ? { size: source.size } : {}) },
    { headers: { 'Idempotency-Key': placeKey }, signal, actingFor },
  );
  return { videoId, uploadUrl, chunkBytes };
}

const askForReceipt = async (
  { source, digest, actingFor }: Parcel,
  videoId: string,
  signal: AbortSignal,
) =>
  api.post(
    `/recordings/${videoId}/receipt`,
    { bytes: source.size, sha256: await digest() },
    { signal, actingFor },
  );

/** A random UUID (RFC 9562, version 4). `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
