/**
 * Sends a recording by tus 1.0.0 (https://tus.io/protocols/resumable-upload): ask where the
 * server stands, send the next piece, and carry on from there after whatever went wrong.
 */

/** What is sent. It may grow while it is sent. */
export interface ByteSource {
  readonly size: number;
  /** It grows no more, and its length may be told. */
  readonly ended: boolean;
  slice(start: number, end: number): Blob | Promise<Blob>;
  /** Seconds of the recording in the bytes before `end`, where they are known. */
  secondsAt?(end: number): number;
  /** Resolves when it has grown or ended. */
  changed(): Promise<void>;
}

/** A file, which has its length from the beginning. */
export const wholeFile = (file: Blob): ByteSource => ({
  size: file.size,
  ended: true,
  slice: (start, end) => file.slice(start, end),
  changed: () => Promise.resolve(),
});

export interface UploadProgress {
  /** Bytes the server has confirmed. */
  sent: number;
  /** Bytes in all. */
  total: number;
  /** `waiting`: the connection is gone and the upload tries again by itself. */
  state: 'sending' | 'waiting';
}

export interface UploadOptions {
  uploadUrl: string;
  source: ByteSource;
  /** The largest piece the server takes in one request, in bytes. */
  chunkBytes: number;
  onProgress?: (progress: UploadProgress) => void;
  signal?: AbortSignal;
  /** Replaced in tests. Resolves after `ms`, or earlier when the network is back. */
  wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
  fetch?: typeof fetch;
}

/**
 * The server said no for good. `status` is its HTTP status; `words` is the title of its
 * problem+json answer, meant for people, or null when it gave none.
 */
export class UploadRefused extends Error {
  readonly status: number;
  readonly words: string | null;
  constructor(status: number, words: string | null) {
    super(`upload refused with ${status}${words ? `: ${words}` : ''}`);
    this.name = 'UploadRefused';
    this.status = status;
    this.words = words;
  }
}

const FIRST_PIECE = 256 * 1024;
const LONGEST_WAIT_MS = 30_000;
const TUS = { 'Tus-Resumable': '1.0.0' };

/** 1, 2, 4, 8, 16, 30, 30… seconds. */
export const backOff = (failures: number) => Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT_MS);

/**
 * Resolves when the source has ended and the server holds every byte and knows the length. Network errors and 5xx are tried again without end;
 * only the signal (AbortError) or an answer of 4xx (`UploadRefused`) ends it early.
 */
export async function upload(options: UploadOptions): Promise<void> {
  const { source, signal, onProgress, wait = waitOrOnline } = options;
  let offset: number | null = null;
  // The length is told once, as soon as there is one: a server may refuse to hear it again.
  let lengthKnown = false;
  let piece = Math.min(FIRST_PIECE, options.chunkBytes);
  let failures = 0;
  let confirmed = 0;

  while (offset === null || !lengthKnown || offset < source.size) {
    signal?.throwIfAborted();
    try {
      if (offset === null) {
        ({ offset, lengthKnown } = await askOffset(options));
      } else if (offset === source.size && !source.ended) {
        await orAborted(source.changed(), signal);
        continue;
      } else {
        const started = performance.now();
        const end = Math.min(offset + piece, source.size);
        const tellLength: boolean = source.ended && !lengthKnown;
        offset = await sendPiece(options, offset, end, tellLength);
        lengthKnown ||= tellLength;
        piece = nextPiece(piece, performance.now() - started, options.chunkBytes);
        failures = 0;
      }
      confirmed = offset;
      onProgress?.({ sent: confirmed, total: source.size, state: 'sending' });
    } catch (error) {
      signal?.throwIfAborted();
      const passing = passingFailure(error);
      if (!passing) throw error;
      failures += 1;
      // A wrong offset is answered at once, unless it happens again straight away.
      if (passing.status !== 409 || failures > 1) {
        onProgress?.({ sent: confirmed, total: source.size, state: 'waiting' });
        await wait(Math.max(backOff(failures), passing.retryAfterMs), signal);
      }
      offset = null;
    }
  }
}

/** An answer that may change when asked again. */
class Passing extends Error {
  readonly status: number;
  readonly retryAfterMs: number;
  constructor(response: Response) {
    super(`upload met ${response.status}`);
    this.status = response.status;
    this.retryAfterMs = Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0;
  }
}

/** `fetch` throws a TypeError for anything that happens to the network. */
function passingFailure(error: unknown): { status: number; retryAfterMs: number } | null {
  if (error instanceof Passing) return error;
  if (error instanceof TypeError) return { status: 0, retryAfterMs: 0 };
  return null;
}

async function askOffset({ uploadUrl, source, signal, fetch: ask = fetch }: UploadOptions) {
  const response = await ask(uploadUrl, {
    method: 'HEAD',
    headers: TUS,
    signal,
    cache: 'no-store',
  });
  if (!response.ok) throw await refusal(response);
  const length = response.headers.get('Upload-Length');
  const offset = readOffset(response);
  // Another file was begun at this address: going on would weave two recordings into one.
  const closed = length !== null && (!source.ended || Number(length) !== source.size);
  if (closed || offset > source.size) {
    throw new UploadRefused(409, null);
  }
  return { offset, lengthKnown: length !== null };
}

async function sendPiece(options: UploadOptions, offset: number, end: number, tellLength: boolean) {
  const { uploadUrl, source, signal, fetch: ask = fetch } = options;
  // Read before, so that a disk that fails is not taken for a network that does.
  const body = await source.slice(offset, end);
  const seconds = source.secondsAt?.(end).toFixed(3);
  const response = await ask(uploadUrl, {
    method: 'PATCH',
    headers: {
      ...TUS,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(offset),
      ...(tellLength ? { 'Upload-Length': String(source.size) } : {}),
      ...(seconds === undefined ? {} : { 'Telloom-Seconds': seconds }),
    },
    body,
    signal,
  });
  if (!response.ok) throw await refusal(response);
  return readOffset(response);
}

function readOffset(response: Response): number {
  const offset = Number(response.headers.get('Upload-Offset') ?? Number.NaN);
  // Something between us and the server answered in its place (a hotel's sign-in page does).
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Passing(response);
  return offset;
}

/** 409 wrong offset, 423 another request still holds the file, 429 too many, 5xx: may pass. */
async function refusal(response: Response): Promise<Error> {
  const { status } = response;
  if (status === 409 || status === 423 || status === 429 || status >= 500) {
    await response.body?.cancel();
    return new Passing(response);
  }
  return new UploadRefused(status, await problemTitle(response));
}

async function problemTitle(response: Response): Promise<string | null> {
  if (!response.headers.get('Content-Type')?.includes('json')) return null;
  const problem: unknown = await response.json().catch(() => null);
  if (typeof problem !== 'object' || problem === null || !('title' in problem)) return null;
  return typeof problem.title === 'string' ? problem.title : null;
}

/** Pieces of about two seconds: progress is seen on a slow line, and a drop costs little. */
function nextPiece(piece: number, tookMs: number, largest: number): number {
  if (tookMs < 1500) return Math.min(piece * 2, largest);
  if (tookMs > 4000) return Math.min(Math.max(Math.floor(piece / 2), 64 * 1024), largest);
  return piece;
}

/** Settles with `work`, or when the signal does not want to wait for it any longer. */
function orAborted(work: Promise<void>, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve();
    signal?.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop));
  });
}

export function waitOrOnline(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.('online', done);
    signal?.addEventListener('abort', done);
  });
}
