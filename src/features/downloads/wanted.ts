import type { ServiceDatabase } from '../../../db/session.ts';
import type { DownloadProblem } from './download.ts';

/** A copy that somebody waits for, with what is known of its recording. */
export interface Wanted {
  quality: string;
  /** What its host calls it; `local-…` is here. */
  assetId: string;
  videoId: string | null;
  status: 'WAITING' | 'ASSET_CREATED' | 'PREPARING' | 'READY' | 'ERRORED';
  hasPicture: boolean;
  playbackFile: string | null;
  /** The best file for keeping that the host has told of. */
  downloadFile: string | null;
  /** Of the original, where it is kept here. */
  uploadId: string | null;
}

/** What one attempt to find the file comes to. */
export type Outcome =
  | { status: 'ready'; file: string; bytes: number | null }
  | { status: 'preparing' }
  | { status: 'failed'; problem: DownloadProblem };

export const wait: Outcome = { status: 'preparing' };
export const failed = (problem: DownloadProblem): Outcome => ({ status: 'failed', problem });

/** Null where nobody waits for it any longer; `gone` where its recording is. */
export async function readWanted(
  service: ServiceDatabase,
  downloadId: string,
): Promise<Wanted | 'gone' | null> {
  const [row] = await service.asService(
    (sql) => sql<Wanted & { found: boolean }>`
      select d.quality, d."muxAssetId" as "assetId", v.id as "videoId",
        coalesce(v.status, t.status) as status,
        coalesce(v."maxWidth", t."maxWidth") is not null as "hasPicture",
        v."playbackFile", coalesce(v."downloadFile", t."downloadFile") as "downloadFile",
        u.id as "uploadId", coalesce(v.id, t.id) is not null as found
      from (
        select id, quality, status, "muxAssetId" from public."VideoDownload"
        union all select id, quality, status, "muxAssetId" from public."TopicVideoDownload"
      ) d
      left join public."Video" v on v."muxAssetId" = d."muxAssetId"
      left join public."TopicVideo" t on t."muxAssetId" = d."muxAssetId"
      left join private.upload u on u."videoId" = v.id and u."completedAt" is not null
      where d.id = ${downloadId} and d.status = 'preparing'`,
  );
  if (row === undefined) return null;
  return row.found ? row : 'gone';
}

export async function noteAttempt(
  service: ServiceDatabase,
  downloadId: string,
  outcome: Outcome,
): Promise<void> {
  const { file, bytes, problem } = { file: null, bytes: null, problem: null, ...outcome };
  await service.asService(
    (sql) => sql`
      select private.note_download_attempt(${downloadId}, ${outcome.status}, ${file}, ${bytes},
        ${problem})`,
  );
}
