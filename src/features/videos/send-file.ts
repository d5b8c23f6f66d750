import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../server/errors.ts';
import { openFile } from './open-files.ts';

/** Up to so many bytes are read and sent at once: in a stream each 64 KiB cost as much again. */
const AT_ONCE = 1024 ** 2;

interface Span {
  from: number;
  /** Bytes. */
  length: number;
}

interface Piece extends Span {
  /** Asked for, if only by `bytes=0-`: some players want to see that ranges work. */
  isRange: boolean;
}

/**
 * Answers with a file, or the range of it that is asked for (RFC 9110, 13 and 14): 200, 206, 304,
 * 416, or 404 where there is none. The headers that say what it is are the route's.
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, path: string) {
  return reply.send(await answer(request, reply, path));
}

/** Sets status and headers; gives the body. A slow reader keeps no file open that is read. */
async function answer(request: FastifyRequest, reply: FastifyReply, path: string) {
  const { file, stat, release } = await openFile(path).catch((error: NodeJS.ErrnoException) => {
    throw ['ENOENT', 'ENOTDIR'].includes(error.code ?? '') ? new ProblemError('not-found') : error;
  });
  let streamed = false;
  try {
    if (!stat.isFile()) throw new ProblemError('not-found');
    const piece = describe(request, reply, stat);
    if (piece === null || request.method === 'HEAD') return undefined;
    if (piece.length <= AT_ONCE) return await read(file, piece);
    streamed = true;
    return Readable.from(oneAfterTheOther(file, piece)).once('close', release);
  } finally {
    if (!streamed) await release();
  }
}

/** A stream of its own would close the file, which others read too. */
async function* oneAfterTheOther(file: FileHandle, { from, length }: Span) {
  for (let done = 0; done < length; done += AT_ONCE) {
    yield read(file, { from: from + done, length: Math.min(AT_ONCE, length - done) });
  }
}

/** @returns what of the file is to be sent; null where that is nothing */
function describe(request: FastifyRequest, reply: FastifyReply, stat: Stats): Piece | null {
  const etag = tagOf(stat);
  reply.headers({ etag, 'accept-ranges': 'bytes', 'last-modified': stat.mtime.toUTCString() });
  if (isKnown(request, etag)) {
    reply.status(304);
    return null;
  }
  const piece = pieceOf(request, stat, etag);
  if (piece === null) {
    reply.status(416).header('content-range', `bytes */${stat.size}`);
    return null;
  }
  const { from, length, isRange } = piece;
  reply.header('content-length', length);
  if (isRange) {
    reply.status(206).header('content-range', `bytes ${from}-${from + length - 1}/${stat.size}`);
  }
  return piece;
}

/** A file that is replaced is another one, with a number of its own. */
const tagOf = ({ ino, size, mtimeMs }: Stats) =>
  `"${[ino, size, Math.trunc(mtimeMs)].map((part) => part.toString(36)).join('-')}"`;

function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  const known = headers['if-none-match'];
  // a proxy that packs may have made it a weak one
  const tags = known?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return known === '*' || tags.includes(etag);
}

/** The whole where no range is asked for, or several are; null where the range holds nothing. */
function pieceOf({ headers }: FastifyRequest, { size }: Stats, etag: string): Piece | null {
  const whole = { from: 0, length: size, isRange: false };
  const asked = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/.exec(headers.range ?? '');
  const of = headers['if-range'];
  if (asked === null || (of !== undefined && of !== etag)) return whole;
  const [, first, last, suffix] = asked;
  const from = first === undefined ? Math.max(0, size - Number(suffix)) : Number(first);
  const end = last ? Math.min(size, Number(last) + 1) : size;
  return from < end ? { from, length: end - from, isRange: true } : null;
}

async function read(file: FileHandle, { from, length }: Span): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(length), 0, length, from);
  if (bytesRead < length) throw new Error('A file became shorter while it was sent.');
  return buffer;
}
