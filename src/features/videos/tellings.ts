import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid, When } from '../../server/schemas.ts';
import { createSigner } from './media-address.ts';
import { VideoStatus } from './video.ts';

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

/** A story or a topic video: what shows one recording, and showed others before. */
interface Teller {
  id: string;
  videoId: string | null;
  canManage: boolean;
}

export interface TellerKind {
  /** Where they are, in the API. */
  path: string;
  /** With its article. */
  name: string;
  /** One that the caller may see; 404 otherwise. */
  read: (sql: Sql, id: string) => Promise<Teller>;
}

/** The recordings of one thing, over time: another takes the place of the one that is shown. */
export const tellingsOf =
  ({ path, name, read }: TellerKind): Feature =>
  ({ secret }) =>
  async (app) => {
    app.get(
      `${path}/:id/tellings`,
      {
        schema: {
          summary: `What ${name} showed before, newest first, for its managers`,
          problems: ['not-allowed'],
          params: IdParams,
          response: { 200: Type.Object({ items: Type.Array(Telling) }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { canManage, id } = await read(sql, request.params.id);
          if (!canManage) throw new ProblemError('not-allowed');
          const rows = await sql<TellingRow>`
            select v.id as "videoId", v.status, v.duration,
              coalesce(v."dateRecorded", v."createdAt") as "dateRecorded",
              e."createdAt" as "replacedAt",
              exists (select from public."TrimmedVideo" t where t."videoId" = v.id) as "isTrimmed",
              v.status = 'READY' and v."maxWidth" is not null as "hasPicture"
            from public."EarlierTelling" e join public."Video" v on v.id = e."videoId"
            where e."promptResponseId" = ${id} or e."topicVideoId" = ${id}
            order by e."createdAt" desc, e.id`;
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
      `${path}/:id/recording`,
      {
        schema: {
          summary: `Show another recording in ${name}: one of the same question, or one that it showed before`,
          description:
            'The one that it showed stays among the earlier ones. All else stays as it is.',
          params: IdParams,
          body: Type.Object({ videoId: Uuid }),
          response: { 200: Type.Object({ id: Uuid }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { id } = await read(sql, request.params.id);
          const { videoId } = request.body;
          await sql`select api.show_recording(${id}, ${videoId})`;
          await sql`select api.request_summary(${videoId}, false)`;
          return { id };
        }),
    );
  };

/** Deletes what `remove` removes, for its managers alone, with every recording that it ever showed. */
export async function deleteWithTellings(
  sql: Sql,
  { id, videoId }: Teller,
  remove: () => Promise<unknown[]>,
): Promise<void> {
  const earlier = await sql<{ videoId: string }>`
    select "videoId" from public."EarlierTelling"
    where "promptResponseId" = ${id} or "topicVideoId" = ${id}`;
  if ((await remove()).length === 0) throw new ProblemError('not-allowed');
  const videos = [videoId, ...earlier.map((telling) => telling.videoId)];
  await sql`delete from public."Video" where id = any (${videos}::uuid[])`;
}
