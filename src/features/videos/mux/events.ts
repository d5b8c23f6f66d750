import type Mux from '@mux/mux-node';
import type { MuxEvent } from '../door.ts';

type Asset = Mux.Video.Asset;
type Upload = Mux.Video.Upload;

/** One id for each thing that can be learnt, so that asking again adds nothing. */
function learnt(
  type: string,
  about: MuxEvent['object'],
  data: Record<string, unknown>,
  part = about.id,
): MuxEvent {
  return {
    id: `asked ${type} ${part}`,
    type,
    created_at: new Date().toISOString(),
    object: about,
    data,
  };
}

const assetEvents = { preparing: 'created', ready: 'ready', errored: 'errored' } as const;

/** An asset as webhooks show it: times and sizes, text in the API's answers, are numbers there. */
function asInWebhooks({ static_renditions: renditions, ...asset }: Asset): Record<string, unknown> {
  const files = renditions?.files?.map(({ filesize, ...file }) =>
    filesize === undefined ? file : { ...file, filesize: Number(filesize) },
  );
  return {
    ...asset,
    created_at: Number(asset.created_at),
    ...(renditions && { static_renditions: { ...renditions, ...(files && { files }) } }),
  };
}

/** The webhooks that must have been sent for an asset to be as it is. */
export function eventsOfAsset(asset: Asset): MuxEvent[] {
  const about = { type: 'asset' as const, id: asset.id };
  const tracks = (asset.tracks ?? []).filter(
    ({ type, status }) => type === 'text' && (status === 'ready' || status === 'errored'),
  );
  const files = (asset.static_renditions?.files ?? []).filter(({ status }) => status === 'ready');
  return [
    learnt(`video.asset.${assetEvents[asset.status]}`, about, asInWebhooks(asset)),
    ...tracks.map((track) =>
      learnt(
        `video.asset.track.${track.status}`,
        about,
        { ...track, asset_id: asset.id },
        track.id,
      ),
    ),
    ...files.map((file) =>
      learnt(
        'video.asset.static_rendition.ready',
        about,
        { ...file, asset_id: asset.id },
        `${asset.id} ${file.name}`,
      ),
    ),
  ];
}

export const assetIsGone = (assetId: string): MuxEvent =>
  learnt('video.asset.deleted', { type: 'asset', id: assetId }, { id: assetId });

/** Mux makes no asset of this part, so its row knows none. */
export const clipWasRefused = (videoId: string): MuxEvent =>
  learnt(
    'video.asset.errored',
    { type: 'asset', id: videoId },
    {
      passthrough: videoId,
      status: 'errored',
      errors: { type: 'invalid_input', messages: ['The video host did not cut this recording.'] },
    },
  );

const tooLate = 'The recording did not arrive in time.';

/** The same for an upload; none while Mux waits for it. Mux sends nothing when its time is out. */
export function eventsOfUpload(upload: Upload): MuxEvent[] {
  const { status, id } = upload;
  if (status === 'waiting') return [];
  const about = { type: 'upload' as const, id };
  const { url: _, ...data } = upload;
  if (status !== 'timed_out') return [learnt(`video.upload.${status}`, about, { ...data })];
  const error = { type: 'timed_out', message: tooLate };
  return [learnt('video.upload.errored', about, { ...data, error })];
}

export const uploadIsGone = (uploadId: string): MuxEvent =>
  learnt(
    'video.upload.errored',
    { type: 'upload', id: uploadId },
    { id: uploadId, error: { type: 'not_found', message: tooLate } },
  );
