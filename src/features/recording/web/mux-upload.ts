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
 */
export async function uploadToMux(options: UploadOptions): Promise<void> {
  const { source, signal, onProgress, wait = waitOrOnline } = options;
  // Its length has to be known before the first byte.
  while (!source.ended && !signal?.aborted) await source.changed();
  const piece = Math.max(unit, options.chunkBytes - (options.chunkBytes % unit));
  const total = source.size;
  let at: number | null = null;
  let failures = 0;
  let confirmed = 0;
  while (at === null || at < total) {
    signal?.throwIfAborted();
    try {
      at = await put(options, at === null ? null : { from: at, to: Math.min(at + piece, total) });
      failures = 0;
      confirmed = at;
      onProgress?.({ sent: confirmed, total, state: 'sending' });
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof UploadRefused) throw error;
      failures += 1;
      at = null;
      onProgress?.({ sent: confirmed, total, state: 'waiting' });
      await wait(backOff(failures), signal);
    }
  }
}

/** Sends a piece, or none to ask; gives how many bytes have arrived. */
async function put(options: UploadOptions, piece: { from: number; to: number } | null) {
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
    return last === undefined ? 0 : Number(last) + 1;
  }
  if (status < 500 && status !== 408 && status !== 429) throw new UploadRefused(status, null);
  throw new Error(`the upload to Mux met ${status}`);
}
