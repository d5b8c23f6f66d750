import { type FileHandle, open } from 'node:fs/promises';

/** So much is collected before it is written, and written before the disk is told again. */
const AT_ONCE = 1024 ** 2;

/**
 * Writes what comes at the offset, over whatever may be there. What came is on the disk when this
 * returns, and also when it throws because the source broke off. While more comes, what was written is
 * synced already, so that little is left to wait for at the end.
 * @returns the offset behind the last byte
 */
export async function writeDurably(
  path: string,
  source: AsyncIterable<Buffer>,
  offset: number,
): Promise<number> {
  const file = await open(path, 'r+');
  const disk = syncedBehind(file, offset);
  let at = offset;
  try {
    for await (const bytes of inLargePieces(source)) {
      await writeAll(file, bytes, at);
      at += bytes.length;
      disk.wrote();
    }
    return at;
  } finally {
    try {
      await disk.end();
    } finally {
      await file.close();
    }
  }
}

/** Also what came last before the source broke off. */
async function* inLargePieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  let broken: { by: unknown } | null = null;
  try {
    for await (const chunk of source) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes < AT_ONCE) continue;
      yield Buffer.concat(chunks);
      chunks = [];
      bytes = 0;
    }
  } catch (error) {
    broken = { by: error };
  }
  if (bytes > 0) yield Buffer.concat(chunks);
  if (broken) throw broken.by;
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/**
 * One sync at a time. The kernel tells of an error once: a sync that failed is not tried again, and
 * would seem to succeed (https://wiki.postgresql.org/wiki/Fsync_Errors). All since `offset` is then
 * taken away, so that nobody is told that it is here, and it is sent and written anew.
 */
function syncedBehind(file: FileHandle, offset: number) {
  let busy = false;
  let last: Promise<void> = Promise.resolve();
  return {
    wrote() {
      if (busy) return;
      busy = true;
      last = file.datasync().then(() => {
        busy = false;
      });
      last.catch(() => {}); // end() tells
    },
    async end() {
      try {
        await last;
        await file.sync();
      } catch (error) {
        await file.truncate(offset);
        throw error;
      }
    },
  };
}
