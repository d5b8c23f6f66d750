import { type Static, Type } from 'typebox';
import { Nullable, Uuid, When } from '../../server/schemas.ts';
import type { Signer } from '../videos/media-address.ts';
import { VideoStatus } from '../videos/video.ts';

export const TopicVideo = Type.Object({
  id: Uuid,
  topicId: Nullable(Uuid),
  topicTitle: Nullable(Type.String()),
  title: Nullable(Type.String()),
  description: Nullable(Type.String()),
  summary: Nullable(Type.String()),
  sharer: Type.Object({
    id: Uuid,
    name: Nullable(Type.String()),
    avatarUrl: Nullable(Type.String()),
  }),
  status: VideoStatus,
  progress: Nullable(Type.Number({ description: '0 to 1 while PREPARING.' })),
  errorMessage: Nullable(Type.String()),
  duration: Nullable(Type.Number({ description: 'Seconds.' })),
  hasPicture: Nullable(Type.Boolean()),
  poster: Nullable(Type.String({ description: 'A signed address of the picture.' })),
  createdAt: When,
  dateRecorded: Nullable(When),
  canManage: Type.Boolean(),
});
export type TopicVideo = Static<typeof TopicVideo>;

/** A row of api.topic_video. */
export interface TopicVideoRow
  extends Omit<TopicVideo, 'sharer' | 'poster' | 'createdAt' | 'dateRecorded'> {
  profileSharerId: string;
  sharerName: string | null;
  sharerAvatarUrl: string | null;
  videoId: string | null;
  createdAt: Date;
  dateRecorded: Date | null;
}

export function toTopicVideo(row: TopicVideoRow, sign: Signer): TopicVideo {
  const {
    profileSharerId,
    sharerName,
    sharerAvatarUrl,
    videoId,
    createdAt,
    dateRecorded,
    ...rest
  } = row;
  return {
    ...rest,
    sharer: { id: profileSharerId, name: sharerName, avatarUrl: sharerAvatarUrl },
    createdAt: createdAt.toISOString(),
    dateRecorded: dateRecorded?.toISOString() ?? null,
    poster: videoId !== null && row.hasPicture ? `${sign(videoId).base}/poster.jpg` : null,
  };
}
