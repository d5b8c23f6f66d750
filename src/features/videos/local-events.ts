import { randomBytes, randomUUID } from 'node:crypto';
import type { MuxEvent } from './door.ts';
import type { ProcessedRecording } from './local-host/processed.ts';

const localAssetId = (videoId: string) => `local-${videoId}`;

/**
 * The local host speaks as Mux does, so that one function moves every video.
 * https://www.mux.com/docs/core/listen-for-webhooks
 */
function assetEvent(videoId: string, name: string, data: Record<string, unknown>): MuxEvent {
  const id = localAssetId(videoId);
  return {
    id: `local-${randomUUID()}`,
    type: `video.asset.${name}`,
    created_at: new Date().toISOString(),
    object: { type: 'asset', id },
    data: { id, passthrough: videoId, ...data },
  };
}

export const assetCreated = (videoId: string): MuxEvent =>
  assetEvent(videoId, 'created', { status: 'preparing' });

export const assetErrored = (videoId: string, message: string): MuxEvent =>
  assetEvent(videoId, 'errored', {
    status: 'errored',
    errors: { type: 'invalid_input', messages: [message] },
  });

export const assetReady = (videoId: string, made: ProcessedRecording): MuxEvent =>
  assetEvent(videoId, 'ready', whatPlays(made));

/** It plays in more qualities than before. */
export const assetUpdated = (videoId: string, made: ProcessedRecording): MuxEvent =>
  assetEvent(videoId, 'updated', whatPlays(made));

/** There is a file for keeping. */
export const downloadReady = (videoId: string, name: string): MuxEvent =>
  assetEvent(videoId, 'static_rendition.ready', {
    ...{ id: `${localAssetId(videoId)}-${name}`, asset_id: localAssetId(videoId) },
    ...{ name, status: 'ready' },
  });

function whatPlays(made: ProcessedRecording): Record<string, unknown> {
  const picture = {
    type: 'video',
    max_width: made.maxWidth,
    max_height: made.maxHeight,
    max_frame_rate: made.maxFrameRate,
  };
  return {
    status: 'ready',
    duration: made.duration,
    aspect_ratio: made.aspectRatio,
    resolution_tier: made.resolutionTier,
    video_quality: 'basic',
    playback_ids: [{ id: randomBytes(24).toString('base64url'), policy: 'signed' }],
    tracks: [...(made.hasVideo ? [picture] : []), ...(made.hasAudio ? [{ type: 'audio' }] : [])],
  };
}
