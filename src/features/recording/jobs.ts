import { rm } from 'node:fs/promises';
import type { Jobs } from '../../worker/deps.ts';
import { videoFiles } from '../videos/files.ts';

/** What uploads need besides requests: finishing forgotten ones, removing those of deleted rows. */
export const recordingJobs: Jobs = ({ config, service, uploads }) => ({
  tasks: {
    'recording.finish': async (_payload, { logger }) => {
      const finished = await uploads.finishForgotten();
      if (finished > 0) logger.info(`finished ${finished} uploads that had arrived whole`);
    },
    'recording.sweep': async (_payload, { logger }) => {
      const swept = await uploads.sweep(new Date());
      if (swept > 0) logger.info(`gave up ${swept} uploads that stopped coming long ago`);
    },
    'recording.remove': async () => {
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
    },
  },
  atStart: ['recording.finish'],
  cron: [
    { task: 'recording.finish', match: '*/10 * * * *' },
    { task: 'recording.sweep', match: '7 3 * * *' },
    { task: 'recording.remove', match: '17 3 * * *' },
  ],
});
