import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import { one } from '../../server/errors.ts';
import { Nullable, Uuid, When } from '../../server/schemas.ts';
import type { Signer } from '../videos/media-address.ts';

export const Quality = Type.Enum(['high', 'audio', 'original'], {
  description: 'The best that is watched; its sound alone; as it came, for its managers.',
});

/** Why a copy could not be made ready. */
export const DownloadProblem = Type.Enum(['gone', 'unavailable', 'not-made', 'gave-up'], {
  description:
    'The recording is gone; it has no such file; its host could not make it, or did not in half a day.',
});
export type DownloadProblem = Static<typeof DownloadProblem>;

const Kept = Type.Object(
  {
    videoId: Nullable(Uuid),
    storyId: Nullable(Uuid),
    topicVideoId: Nullable(Uuid),
    title: Nullable(Type.String()),
    sharerName: Nullable(Type.String()),
    dateRecorded: Nullable(When),
    hasPicture: Type.Boolean(),
    poster: Nullable(Type.String({ description: 'A signed address of the picture.' })),
  },
  {
    description:
      'What it is a copy of; null where the caller may no longer watch it, or it is gone.',
  },
);

export const Download = Type.Object({
  id: Uuid,
  quality: Quality,
  status: Type.Enum(['preparing', 'ready', 'completed', 'failed', 'expired'], {
    description:
      'completed: its last byte was sent, or a video host was left to send it. It can be fetched until expiresAt all the same.',
  }),
  problem: Nullable(DownloadProblem),
  bytes: Nullable(Type.Integer()),
  requestedAt: When,
  downloadedAt: Nullable(When),
  expiresAt: Nullable(When),
  of: Nullable(Kept),
});
export type Download = Static<typeof Download>;

/** A row of api.download. */
export interface DownloadRow
  extends Omit<Download, 'requestedAt' | 'downloadedAt' | 'expiresAt' | 'of' | 'bytes'> {
  bytes: string | null;
  requestedAt: Date;
  downloadedAt: Date | null;
  expiresAt: Date | null;
  file: string | null;
  muxAssetId: string;
  muxPlaybackId: string | null;
  videoId: string | null;
  storyId: string | null;
  topicVideoId: string | null;
  title: string | null;
  sharerName: string | null;
  dateRecorded: Date | null;
  hasPicture: boolean;
}

/** One of the caller's own copies; 404 otherwise. */
export const readDownload = async (sql: Sql, id: string): Promise<DownloadRow> =>
  one(await sql<DownloadRow>`select * from api.download where id = ${id}`);

/** Whether the caller may watch what it is a copy of. */
export const isWatchable = ({ videoId, topicVideoId }: DownloadRow) =>
  videoId !== null || topicVideoId !== null;

export function toDownload(row: DownloadRow, sign: Signer): Download {
  const { id, quality, status, problem, bytes, videoId, hasPicture } = row;
  return {
    ...{ id, quality, status, problem },
    bytes: bytes === null ? null : Number(bytes),
    requestedAt: row.requestedAt.toISOString(),
    downloadedAt: row.downloadedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    of: isWatchable(row)
      ? {
          ...{ videoId, storyId: row.storyId, topicVideoId: row.topicVideoId, hasPicture },
          ...{ title: row.title, sharerName: row.sharerName },
          dateRecorded: row.dateRecorded?.toISOString() ?? null,
          poster: videoId !== null && hasPicture ? `${sign(videoId).base}/poster.jpg` : null,
        }
      : null,
  };
}

/** Who tells, when, and about what: how a copy is called, without its ending. */
export function stemOf({ sharerName, title, dateRecorded }: DownloadRow): string {
  const day = dateRecorded?.toISOString().slice(0, 10);
  // the longest comes last: a name that is too long is cut at its end
  return [sharerName, day, title].filter(Boolean).join(' – ');
}
