import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Mux's own documents, where they lie beside the checkout. */
const beside = new URL('../../../../../../shared/contracts/mux/', import.meta.url);

export interface Contract {
  name: string;
  components: object;
  webhook: (type: string) => object;
}

const text = { type: 'string' };
const named = (required: string[], properties: Record<string, object> = {}) => ({
  type: 'object',
  required,
  properties: { ...Object.fromEntries(required.map((field) => [field, {}])), ...properties },
});

/** What our code counts on, written down by hand: it holds where nothing lies beside the checkout. */
const ours = {
  schemas: {
    Upload: named(['id', 'timeout', 'status', 'cors_origin'], {
      id: text,
      status: { enum: ['waiting', 'asset_created', 'errored', 'cancelled', 'timed_out'] },
      asset_id: text,
      url: text,
    }),
    Asset: named(
      [
        'id',
        'created_at',
        'status',
        'max_resolution_tier',
        'encoding_tier',
        'master_access',
        'progress',
      ],
      {
        id: text,
        created_at: text,
        status: { enum: ['preparing', 'ready', 'errored'] },
        playback_ids: {
          type: 'array',
          items: named([], { id: text, policy: { enum: ['public', 'signed', 'drm'] } }),
        },
      },
    ),
    UploadResponse: named(['data'], { data: { $ref: '#/components/schemas/Upload' } }),
    AssetResponse: named(['data'], { data: { $ref: '#/components/schemas/Asset' } }),
    CreateStaticRenditionResponse: named(['data'], {
      data: named(['id', 'name', 'status', 'resolution']),
    }),
    CreateAssetRequest: named(['inputs'], {
      inputs: {
        type: 'array',
        items: named([], {
          url: text,
          start_time: { type: 'number' },
          end_time: { type: 'number' },
        }),
      },
    }),
    CreateUploadRequest: named(['cors_origin'], {
      timeout: { type: 'integer', minimum: 60, maximum: 604800 },
      new_asset_settings: named([], { passthrough: { type: 'string', maxLength: 255 } }),
    }),
  },
};
const ourWebhook = (type: string) =>
  named(['type', 'id', 'created_at', 'object', 'data'], {
    type: { const: type },
    object: named(['type', 'id']),
    data: named(
      ['id'],
      type.startsWith('video.upload.') ? {} : { created_at: { type: 'integer' } },
    ),
  });

/** Ours always, and Mux's own when it is there. */
export function contracts(): Contract[] {
  const mine = { name: 'our excerpt', components: ours, webhook: ourWebhook };
  const path = fileURLToPath(new URL('openapi.json', beside));
  if (!existsSync(path)) return [mine];
  const { components, webhooks } = JSON.parse(readFileSync(path, 'utf8'));
  const webhook = (type: string) =>
    webhooks[type].post.requestBody.content['application/json'].schema;
  return [mine, { name: 'openapi.json', components, webhook }];
}

/** Events that Mux once sent, cut down to what is read of them; and the whole ones, when there. */
export function realEvents(): Record<string, unknown>[] {
  const folder = new URL('webhooks/', beside);
  const files = [
    'real_2022_video_asset_created',
    'real_2022_video_asset_ready',
    'real_2022_video_upload_asset_created',
    'real_2024_video_asset_ready_retry',
    'real_2024_video_upload_asset_created',
  ].map((file) => fileURLToPath(new URL(`${file}.json`, folder)));
  const there = files.filter((file) => existsSync(file));
  return [...cutDown, ...there.map((file) => JSON.parse(readFileSync(file, 'utf8')))];
}

const cutDown = [
  {
    id: 'old-created',
    type: 'video.asset.created',
    object: { type: 'asset', id: 'old' },
    data: {
      id: 'old',
      upload_id: 'old-upload',
      status: 'preparing',
      created_at: 1656362193,
      mp4_support: 'none',
    },
  },
  {
    id: 'old-ready',
    type: 'video.asset.ready',
    object: { type: 'asset', id: 'old' },
    data: {
      id: 'old',
      upload_id: 'old-upload',
      status: 'ready',
      duration: 2.976,
      aspect_ratio: '16:9',
      max_stored_resolution: 'HD',
      max_stored_frame_rate: -1,
      playback_ids: [{ policy: 'public', id: 'old-public' }],
      tracks: [
        { type: 'video', max_width: 1920, max_height: 1080, max_frame_rate: -1, id: 'old-track' },
      ],
      non_standard_input_reasons: { video_frame_rate: '-1.00', audio_codec: 'opus' },
    },
    attempts: [],
  },
];
