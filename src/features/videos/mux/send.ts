import type Mux from '@mux/mux-node';
import type { WorkerDeps } from '../../../worker/deps.ts';
import { tell } from '../door.ts';
import { videoFiles } from '../files.ts';
import { askMux } from './ask.ts';
import { orGone } from './client.ts';
import { openDirectUpload } from './direct-upload.ts';
import { putResumably } from './resumable-put.ts';

interface ToSend {
  original: string;
  uploadId: string | null;
  url: string | null;
}

/**
 * Whether a recording that arrived here is Mux's to make ready; if so, it is on its way there. One
 * whose way to Mux was begun stays Mux's, whatever the settings say now.
 */
export async function handToMux({ config, service }: WorkerDeps, videoId: string) {
  const [row] = await service.asService(
    (sql) => sql<{ begun: boolean; isPart: boolean; wholeIsThere: boolean }>`
      select v."muxUploadId" not like 'local-%' as begun, p."end" is not null as "isPart",
        w."muxAssetId" not like 'local-%' as "wholeIsThere"
      from public."Video" v cross join private.part_of(v.id) p join public."Video" w on w.id = p.whole
      where v.id = ${videoId}`,
  );
  if (row === undefined) return false;
  // a part is made where its whole is
  if (row.isPart && !row.wholeIsThere) return false;
  if (!row.isPart && !row.begun && config.videoHost !== 'mux') return false;
  await service.asService((sql) =>
    row.isPart
      ? sql`select private.enqueue_mux(
          'mux.clip', ${JSON.stringify({ videoId })}::json, ${`mux.clip ${videoId}`})`
      : sql`select private.send_to_mux(${videoId})`,
  );
  return true;
}

/** Sends the original of a recording to Mux, from where an earlier try stopped. */
export async function sendToMux(
  { config, service }: WorkerDeps,
  mux: Mux,
  videoId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [row] = await service.asService(
    (sql) => sql<ToSend>`
      select u.id as original, m."uploadId", m.url
      from public."Video" v join private.upload u on u."videoId" = v.id
      left join private.mux_upload m on m."videoId" = v.id
      where v.id = ${videoId} and u."completedAt" is not null and v.status not in ('READY', 'ERRORED')
        and (v."muxAssetId" is null or v."muxAssetId" like 'local-%')`,
  );
  if (row === undefined) return;
  const known = row.uploadId && (await orGone(mux.video.uploads.retrieve(row.uploadId)));
  if (known && known.status === 'asset_created') {
    return tell(service, ...(await askMux(mux, { assetId: null, uploadId: known.id })));
  }
  const url =
    known && known.status === 'waiting' && row.url !== null
      ? row.url
      : await openDirectUpload(mux, service, { videoId, corsOrigin: config.publicUrl });
  await putResumably({
    url,
    path: videoFiles(config.dataDir).original(row.original),
    signal,
    onPiece: () => showLife(service, videoId),
  });
}

/** The row is touched, so that the sweep leaves alone what is under way. */
async function showLife(service: WorkerDeps['service'], videoId: string): Promise<void> {
  await service.asService(
    (sql) => sql`update public."Video" set status = status where id = ${videoId}`,
  );
}
