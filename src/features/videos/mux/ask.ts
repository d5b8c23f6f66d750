import type Mux from '@mux/mux-node';
import type { MuxEvent } from '../door.ts';
import { orGone } from './client.ts';
import { assetIsGone, eventsOfAsset, eventsOfUpload, uploadIsGone } from './events.ts';

/** What a row knows of its place at Mux. */
export interface MuxPlace {
  assetId: string | null;
  uploadId: string | null;
}

/** Asks Mux how a recording stands, in the words of the webhooks that may have been missed. */
export async function askMux(mux: Mux, { assetId, uploadId }: MuxPlace): Promise<MuxEvent[]> {
  if (assetId !== null) {
    const asset = await orGone(mux.video.assets.retrieve(assetId));
    return asset === null ? [assetIsGone(assetId)] : eventsOfAsset(asset);
  }
  if (uploadId === null) return [];
  const upload = await orGone(mux.video.uploads.retrieve(uploadId));
  if (upload === null) return [uploadIsGone(uploadId)];
  const next = upload.asset_id
    ? await askMux(mux, { assetId: upload.asset_id, uploadId: null })
    : [];
  return [...eventsOfUpload(upload), ...next];
}
