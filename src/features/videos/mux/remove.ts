import Mux from '@mux/mux-node';
import type { WorkerDeps } from '../../../worker/deps.ts';
import { orGone } from './client.ts';

/** Deletes at Mux what was deleted here. Done when Mux has nothing of it any more. */
export async function removeAtMux({ service }: WorkerDeps, mux: Mux, id: string): Promise<void> {
  const [row] = await service.asService(
    (sql) => sql<{ assetId: string | null; uploadId: string | null }>`
      select "assetId", "uploadId" from private.removed_asset where id = ${id}`,
  );
  if (row === undefined) return;
  const assetId = row.assetId ?? (row.uploadId && (await stopUpload(mux, row.uploadId)));
  if (assetId) await orGone(mux.video.assets.delete(assetId));
  await service.asService((sql) => sql`delete from private.removed_asset where id = ${id}`);
}

/** Cancels an upload under way; gives the asset of one that had arrived already. */
async function stopUpload(mux: Mux, uploadId: string): Promise<string | null> {
  try {
    await orGone(mux.video.uploads.cancel(uploadId));
    return null;
  } catch (error) {
    // only a waiting upload can be cancelled
    if (!(error instanceof Mux.APIError) || error.status === undefined || error.status >= 500) {
      throw error;
    }
    const upload = await orGone(mux.video.uploads.retrieve(uploadId));
    if (upload?.status === 'waiting') throw error;
    return upload?.asset_id ?? null;
  }
}
