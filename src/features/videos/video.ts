import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import { one } from '../../server/errors.ts';
import { Nullable, Uuid, When } from '../../server/schemas.ts';
import { STORYBOARD } from './local-host/storyboard.ts';
import type { Signer } from './media-address.ts';
import type { MuxAddresses } from './mux/addresses.ts';

export const VideoStatus = Type.Enum(['WAITING', 'ASSET_CREATED', 'PREPARING', 'READY', 'ERRORED']);

const Playback = Type.Object(
  {
    hls: Nullable(Type.String()),
    file: Nullable(Type.String({ description: 'A file to play where there is no HLS.' })),
    poster: Nullable(Type.String()),
    captions: Nullable(Type.String({ description: 'WebVTT' })),
    storyboard: Nullable(Type.String({ description: 'WebVTT of pictures along the time.' })),
    download: Nullable(Type.String({ description: 'A file to keep.' })),
    original: Nullable(Type.String({ description: 'The recording as it came, for its managers.' })),
    expiresAt: When,
  },
  { description: 'Signed addresses, good for this session until expiresAt.' },
);
const Transcript = Type.Object({
  text: Type.String(),
  language: Nullable(Type.String()),
  source: Nullable(Type.String()),
  isChecked: Type.Boolean({ description: 'A person says that it is right.' }),
  cues: Type.Array(
    Type.Object(
      { start: Type.Number(), end: Type.Number(), text: Type.String() },
      { description: 'Seconds.' },
    ),
  ),
});
export const Video = Type.Object({
  id: Uuid,
  promptId: Nullable(Uuid),
  status: VideoStatus,
  progress: Nullable(Type.Number({ description: '0 to 1 while PREPARING.' })),
  errorMessage: Nullable(Type.String()),
  duration: Nullable(Type.Number({ description: 'Seconds.' })),
  aspectRatio: Nullable(Type.String()),
  hasPicture: Nullable(Type.Boolean()),
  dateRecorded: Nullable(When),
  playback: Nullable(Playback),
  transcript: Nullable(Transcript),
  transcriptPending: Type.Boolean({ description: 'A transcript is on its way.' }),
});
export type Video = Static<typeof Video>;

interface VideoRow extends Omit<Video, 'playback' | 'transcript' | 'dateRecorded'> {
  playbackFile: string | null;
  muxPlaybackId: string | null;
  downloadFile: string | null;
  dateRecorded: Date | null;
  canManage: boolean;
  hasOriginal: boolean;
  transcript: Video['transcript'];
}

/** A recording that the caller may read, with addresses to play it; 404 otherwise. */
export async function readVideo(
  sql: Sql,
  id: string,
  { sign, mux }: { sign: Signer; mux: MuxAddresses | null },
): Promise<Video> {
  const { playbackFile, muxPlaybackId, downloadFile, canManage, hasOriginal, ...row } = one(
    await sql<VideoRow>`
      select v.id, v."promptId", v.status, v.progress, v."errorMessage", v.duration,
        v."aspectRatio", case when v.status = 'READY' then v."maxWidth" is not null end as "hasPicture",
        v."dateRecorded", v."playbackFile", v."transcriptPending", v."downloadFile",
        case when v."muxAssetId" not like 'local-%' then v."muxPlaybackId" end as "muxPlaybackId",
        exists (select from api.my_upload(v.id) where "completedAt" is not null) as "hasOriginal",
        v."profileSharerId" = any (private.managed_sharers()) as "canManage",
        case when t.transcript is not null then jsonb_build_object(
          'text', t.transcript, 'language', t.language, 'source', t.source,
          'isChecked', t."isChecked", 'cues', coalesce(t.cues, '[]')) end as transcript
      from public."Video" v
      left join public."VideoTranscript" t on t."videoId" = v.id
      where v.id = ${id}`,
  );
  const { base, expiresAt } = sign(id);
  const atMux =
    mux !== null && muxPlaybackId !== null && row.status === 'READY'
      ? await mux.playback(
          { playbackId: muxPlaybackId, hasPicture: row.hasPicture === true, downloadFile },
          expiresAt,
        )
      : null;
  const ready = row.status === 'READY' && (playbackFile !== null || atMux !== null);
  const isHls = playbackFile?.endsWith('.m3u8') === true;
  const playback = {
    hls: ready && isHls ? `${base}/${playbackFile}` : null,
    file: ready && playbackFile !== null && !isHls ? `${base}/${playbackFile}` : null,
    poster: ready && row.hasPicture ? `${base}/poster.jpg` : null,
    captions: ready && row.transcript !== null ? `${base}/captions.vtt` : null,
    storyboard: ready && isHls && row.hasPicture ? `${base}/${STORYBOARD}` : null,
    download: ready && downloadFile !== null ? `${base}/${downloadFile}` : null,
    ...atMux,
    original: hasOriginal ? `${base}/original` : null,
    expiresAt: expiresAt.toISOString(),
  };
  return {
    ...row,
    dateRecorded: row.dateRecorded?.toISOString() ?? null,
    playback: ready || (canManage && row.status === 'ERRORED') ? playback : null,
  };
}
