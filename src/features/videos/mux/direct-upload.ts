import type Mux from '@mux/mux-node';
import type { ServiceDatabase } from '../../../../db/session.ts';

/** As long as Mux allows: a recording may wait out an offline week, and then go on. */
const waitsForSeconds = 7 * 24 * 60 * 60;

/** Captions that Mux writes by itself. */
export const CAPTIONS = {
  generated_subtitles: [{ language_code: 'auto' as const, name: 'Captions' }],
};

/** What Mux is asked to make: played by signed addresses alone, with files to keep. */
export const assetSettings = (videoId: string) => ({
  passthrough: videoId,
  meta: { external_id: videoId },
  playback_policies: ['signed' as const],
  static_renditions: [{ resolution: 'highest' as const }, { resolution: 'audio-only' as const }],
});

interface Place {
  videoId: string;
  /** The site whose pages may send to it. */
  corsOrigin: string;
}

/** What Mux is sent to open a direct upload. */
export const uploadSettings = ({ videoId, corsOrigin }: Place) => ({
  cors_origin: corsOrigin,
  timeout: waitsForSeconds,
  new_asset_settings: { ...assetSettings(videoId), inputs: [CAPTIONS], normalize_audio: true },
});

/** Opens a direct upload for a recording, and remembers it. */
export async function openDirectUpload(
  mux: Mux,
  service: ServiceDatabase,
  place: Place,
  options?: Mux.RequestOptions,
): Promise<string> {
  const { id: uploadId, url } = await mux.video.uploads.create(uploadSettings(place), options);
  if (url === undefined) throw new Error('Mux gave an upload without an address.');
  await service.asService(
    (sql) => sql`select private.begin_mux_upload(${place.videoId}, ${uploadId}, ${url})`,
  );
  return url;
}

/** The address a browser sends a recording to: the same again for the same recording. */
export async function placeForBrowser(
  mux: Mux,
  service: ServiceDatabase,
  place: Place,
): Promise<string> {
  const [known] = await service.asService(
    (sql) => sql<{ url: string }>`
      select url from private.mux_upload where "videoId" = ${place.videoId}`,
  );
  // A person waits for it, so it is asked for once; the recorder itself tries again.
  return known?.url ?? openDirectUpload(mux, service, place, { maxRetries: 0, timeout: 15_000 });
}
