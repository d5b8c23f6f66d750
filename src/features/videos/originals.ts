import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from './files.ts';
import { UnplayableError } from './local-host/errors.ts';
import type { Part } from './local-host/probe.ts';

export interface Original {
  uploadId: string;
  path: string;
  /** Hex; of what arrived. */
  sha256: string;
  /** What of it the recording is; null for all of it. */
  part: Part | null;
}

/**
 * The original of a recording that has arrived and is not yet READY, or of any with `ready`: from now on
 * it can only be read, and its SHA-256 is written down where the upload did not.
 */
export async function findOriginal(
  { service, config }: WorkerDeps,
  videoId: string,
  { ready = false } = {},
): Promise<Original | null> {
  const [upload] = await service.asService(
    (sql) => sql<{ id: string; sha256: string | null; start: number; end: number | null }>`
      select u.id, u.sha256, p."start", p."end"
      from public."Video" v cross join private.part_of(v.id) p
      join private.upload u on u."videoId" = p.whole
      where v.id = ${videoId} and u."completedAt" is not null and (${ready} or v.status <> 'READY')`,
  );
  if (upload === undefined) return null;
  const { id: uploadId, start, end } = upload;
  const path = videoFiles(config.dataDir).original(uploadId);
  const part = end === null ? null : { start, end };
  if (upload.sha256 !== null) return { uploadId, path, part, sha256: upload.sha256 };
  await chmod(path, 0o400);
  const sha256 = await hashOf(path);
  await service.asService(
    (sql) => sql`
      update private.upload set sha256 = ${sha256} where id = ${uploadId} and sha256 is null`,
  );
  return { uploadId, path, part, sha256 };
}

/** After work on it went wrong: throws UnplayableError (damaged) when it is not what it was. */
export async function expectUnchanged({ path, sha256 }: Original): Promise<void> {
  if ((await hashOf(path)) !== sha256) throw new UnplayableError('damaged', path);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), hash);
  return hash.digest('hex');
}
