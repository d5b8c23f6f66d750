import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid, When } from '../../server/schemas.ts';
import { createSigner } from '../videos/media-address.ts';
import { VideoStatus } from '../videos/video.ts';
import { readStory } from './story.ts';

const Telling = Type.Object({
  videoId: Uuid,
  status: VideoStatus,
  duration: Nullable(Type.Number({ description: 'Seconds.' })),
  dateRecorded: When,
  replacedAt: When,
  isTrimmed: Type.Boolean({ description: 'A part of a longer recording.' }),
  poster: Nullable(Type.String({ description: 'A signed address of the picture.' })),
});
interface TellingRow
  extends Omit<Static<typeof Telling>, 'dateRecorded' | 'replacedAt' | 'poster'> {
  dateRecorded: Date;
  replacedAt: Date;
  hasPicture: boolean;
}

/** The recordings of a story, over time: another takes the place of the one that is shown. */
export const tellingsRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.get(
      '/responses/:id/tellings',
      {
        schema: {
          summary: 'What a story showed before, newest first, for its managers',
          params: IdParams,
          response: { 200: Type.Object({ items: Type.Array(Telling) }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { canManage, id } = await readStory(sql, request.params.id);
          if (!canManage) throw new ProblemError('not-allowed');
          const rows = await sql<TellingRow>`
            select v.id as "videoId", v.status, v.duration,
              coalesce(v."dateRecorded", v."createdAt") as "dateRecorded",
              e."createdAt" as "replacedAt",
              exists (select from public."TrimmedVideo" t where t."videoId" = v.id) as "isTrimmed",
              v.status = 'READY' and v."maxWidth" is not null as "hasPicture"
            from public."EarlierTelling" e join public."Video" v on v.id = e."videoId"
            where e."promptResponseId" = ${id} order by e."createdAt" desc, e.id`;
          const sign = createSigner(secret, request.sessionToken ?? '');
          return {
            items: rows.map(({ hasPicture, dateRecorded, replacedAt, ...row }) => ({
              ...row,
              dateRecorded: dateRecorded.toISOString(),
              replacedAt: replacedAt.toISOString(),
              poster: hasPicture ? `${sign(row.videoId).base}/poster.jpg` : null,
            })),
          };
        }),
    );

    app.put(
      '/responses/:id/recording',
      {
        schema: {
          summary: 'Show another recording in a story: a new one, or one that it showed before',
          description:
            'The one that it showed stays among the earlier ones. Privacy and notes stay as they are.',
          params: IdParams,
          body: Type.Object({ videoId: Uuid }),
          response: { 200: Type.Object({ id: Uuid }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { id } = await readStory(sql, request.params.id);
          const { videoId } = request.body;
          await sql`select api.show_recording(${id}, ${videoId})`;
          await sql`select api.request_summary(${videoId}, false)`;
          return { id };
        }),
    );
  };
