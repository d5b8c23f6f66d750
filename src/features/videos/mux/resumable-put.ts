import { open } from 'node:fs/promises';

/** Pieces are multiples of 256 KiB, as the protocol wants. */
const pieceBytes = 8 * 1024 ** 2;

export interface PutOptions {
  url: string;
  path: string;
  signal?: AbortSignal;
  /** Called after each piece that has arrived. */
  onPiece: () => Promise<unknown>;
}

/**
 * Sends a file to the address of a direct upload, from where an earlier try stopped. It is the
 * resumable protocol of Google Cloud Storage: PUT with Content-Range, answered by 308 and the
 * Range that arrived, at the end by 200 or 201.
 * https://cloud.google.com/storage/docs/performing-resumable-uploads
 *
 * @throws when a piece is not taken; calling it again carries on
 */
export async function putResumably({ url, path, signal, onPiece }: PutOptions): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const put = (range: string, body?: Uint8Array<ArrayBuffer>) =>
      fetch(url, {
        method: 'PUT',
        headers: { 'content-range': `bytes ${range}/${size}` },
        body,
        signal,
      }).then(readPlace);
    let at = await put('*');
    while (at !== 'whole') {
      const piece = new Uint8Array(Math.min(pieceBytes, size - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead !== piece.length) throw new Error('The original ended early.');
      at = await put(`${at}-${at + piece.length - 1}`, piece);
      await onPiece();
    }
  } finally {
    await file.close();
  }
}

/** How many bytes have arrived. No Range at all means none. */
async function readPlace(response: Response): Promise<number | 'whole'> {
  await response.body?.cancel();
  if (response.ok) return 'whole';
  if (response.status !== 308) throw new Error(`The upload to Mux met ${response.status}.`);
  const last = /^bytes=0-(\d+)$/.exec(response.headers.get('range') ?? '')?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}
