import { rm } from 'node:fs/promises';
import type { WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';

/** Files go a week after the rows of their recordings: for whoever thinks better of it, by a backup. */
export async function removeRecordings({
  config,
  service,
}: Pick<WorkerDeps, 'config' | 'service'>): Promise<void> {
  const files = videoFiles(config.dataDir);
  const removed = await service.asService(
    (sql) => sql<{ uploadId: string | null; videoId: string }>`
      select r."uploadId", r."videoId" from (
        select * from private.removed_upload
        union all select null, p."videoId", p."removedAt" from private.removed_part p
      ) r where r."removedAt" < now() - interval '7 days'`,
  );
  for (const { uploadId, videoId } of removed) {
    const original = uploadId && files.original(uploadId);
    const arrived = original ? [original, `${original}.json`] : [];
    for (const path of [...arrived, files.playable(videoId)]) {
      await rm(path, { recursive: true, force: true });
    }
    await service.asService(async (sql) => {
      await sql`delete from private.removed_upload where "videoId" = ${videoId}`;
      await sql`delete from private.removed_part where "videoId" = ${videoId}`;
    });
  }
}
