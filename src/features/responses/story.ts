import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import { one } from '../../server/errors.ts';
import { type Cursor, Nullable, page, Uuid, When } from '../../server/schemas.ts';
import type { Signer } from '../videos/media-address.ts';
import { VideoStatus } from '../videos/video.ts';

export const PrivacyLevel = Type.Enum(['Private', 'Public', 'Custom'], {
  description: 'Only me; everyone I invited; people I choose.',
});
const text = (maxLength: number) => Nullable(Type.String({ maxLength }));

export const Story = Type.Object({
  id: Uuid,
  videoId: Nullable(Uuid),
  promptId: Nullable(Uuid),
  question: Nullable(Type.String()),
  topicId: Nullable(Uuid),
  topicTitle: Nullable(Type.String()),
  sharer: Type.Object({
    id: Uuid,
    name: Nullable(Type.String()),
    avatarUrl: Nullable(Type.String()),
  }),
  privacyLevel: PrivacyLevel,
  summary: text(20_000),
  responseNotes: text(20_000),
  createdAt: When,
  dateRecorded: Nullable(When),
  duration: Nullable(Type.Number({ description: 'Seconds.' })),
  videoStatus: Nullable(VideoStatus),
  progress: Nullable(Type.Number()),
  errorMessage: Nullable(Type.String()),
  hasPicture: Nullable(Type.Boolean()),
  poster: Nullable(Type.String({ description: 'A signed address of the picture.' })),
  seen: Type.Boolean({ description: 'Whether the caller has watched it.' }),
  canManage: Type.Boolean(),
});
export type Story = Static<typeof Story>;

/** A row of api.story. */
export interface StoryRow extends Omit<Story, 'sharer' | 'poster' | 'createdAt' | 'dateRecorded'> {
  profileSharerId: string;
  sharerName: string | null;
  sharerAvatarUrl: string | null;
  createdAt: Date;
  dateRecorded: Date | null;
}

/** A story that the caller may read; 404 otherwise. */
export const readStory = async (sql: Sql, id: string): Promise<StoryRow> =>
  one(await sql<StoryRow>`select * from api.story where id = ${id}`);

export function toStory(row: StoryRow, sign: Signer): Story {
  const { profileSharerId, sharerName, sharerAvatarUrl, createdAt, dateRecorded, ...rest } = row;
  const shown = row.videoId !== null && row.hasPicture === true;
  return {
    ...rest,
    sharer: { id: profileSharerId, name: sharerName, avatarUrl: sharerAvatarUrl },
    createdAt: createdAt.toISOString(),
    dateRecorded: dateRecorded?.toISOString() ?? null,
    poster: shown ? `${sign(row.videoId ?? '').base}/poster.jpg` : null,
  };
}

/** A page of them, from one row more than it holds. */
export function toStoryPage(rows: (StoryRow & Cursor)[], size: number, sign: Signer) {
  const { items, nextCursor } = page(rows, size);
  return { items: items.map((row) => toStory(row, sign)), nextCursor };
}
