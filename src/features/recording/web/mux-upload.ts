import { backOff, type UploadOptions, UploadRefused, waitOrOnline } from './tus-upload.ts';

/** Whether a place is a direct upload to Mux: an address on another server than ours. */
export const isAtMux = (uploadUrl: string): boolean => /^https?:/.test(uploadUrl);

/** What one piece is a multiple of, as the protocol wants. */
const unit = 256 * 1024;

/**
 * Sends a recording to a direct upload of Mux: PUT with Content-Range, answered by 308 and the
 * Range that has arrived. As with our own uploads, network errors and 5xx are tried again without
 * end, from where the other side stands.
 * https://cloud.google.com/storage/docs/performing-resumable-uploads
 *
 * Mux has not always let pages read that Range (https://github.com/muxinc/upchunk/issues/156).
 * Where it is not to be read, an accepted piece counts as arrived; only 200 says that it is whole.
 */
export async function uploadToMux(options: UploadOptions): Promise<void> {
  const { source, signal, onProgress, wait = waitOrOnline } = options;
  // Its length has to be known before the first byte.
  while (!source.ended && !signal?.aborted) await source.changed();
  const length = Math.max(unit, options.chunkBytes - (options.chunkBytes % unit));
  const total = source.size;
  let at: number | null = null;
  let failures = 0;
  let confirmed = 0;
  while (at === null || at < total) {
    signal?.throwIfAborted();
    const piece: Piece | null = at === null ? null : { from: at, to: Math.min(at + length, total) };
    try {
      // What was believed, and is refused again, is not believed a second time.
      const believed: number = piece?.to ?? (failures > 1 ? 0 : confirmed);
      confirmed = (await put(options, piece)) ?? believed;
      at = confirmed;
      if (piece) failures = 0;
      onProgress?.({ sent: confirmed, total, state: 'sending' });
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof UploadRefused && !isGap(error, piece)) throw error;
      failures += 1;
      at = null;
      onProgress?.({ sent: confirmed, total, state: 'waiting' });
      await wait(backOff(failures), signal);
    }
  }
}

/** More was believed to be there than is: the piece does not follow on what has arrived. */
const isGap = ({ status }: UploadRefused, piece: Piece | null) =>
  status === 400 && piece !== null && piece.from > 0;

interface Piece {
  from: number;
  /** Not included. */
  to: number;
}

/** Sends a piece, or none to ask; gives how many bytes have arrived, or null where that cannot be read. */
async function put(options: UploadOptions, piece: Piece | null): Promise<number | null> {
  const { uploadUrl, source, signal, fetch: ask = fetch } = options;
  const range = piece ? `${piece.from}-${piece.to - 1}` : '*';
  const response = await ask(uploadUrl, {
    method: 'PUT',
    headers: { 'Content-Range': `bytes ${range}/${source.size}` },
    body: piece ? await source.slice(piece.from, piece.to) : null,
    signal,
  });
  await response.body?.cancel();
  const { status } = response;
  if (response.ok) return source.size;
  if (status === 308) {
    const last = /^bytes=0-(\d+)$/.exec(response.headers.get('Range') ?? '')?.[1];
    if (last !== undefined) return Number(last) + 1;
    if (piece?.to !== source.size) return null;
  } else if (status < 500 && status !== 408 && status !== 429) {
    throw new UploadRefused(status, null);
  }
  throw new Error(`the upload to Mux met ${status}`);
}
