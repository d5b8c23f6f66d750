import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid } from '../../server/schemas.ts';
import { createSigner } from '../videos/media-address.ts';
import { muxAddresses } from '../videos/mux/addresses.ts';
import { readVideo, Video, VideoStatus } from '../videos/video.ts';
import { readStory } from './story.ts';

const Part = {
  start: Type.Number({ minimum: 0, description: 'Seconds of the whole.' }),
  end: Type.Number({
    minimum: 0,
    description: 'Seconds of the whole; a second after start at least.',
  }),
};
const Waiting = Type.Object({
  ...Part,
  videoId: Uuid,
  status: VideoStatus,
  progress: Nullable(Type.Number({ description: '0 to 1 while PREPARING.' })),
  errorMessage: Nullable(Type.String()),
});
const Trim = Type.Object({
  ...Part,
  whole: Video,
  waiting: Nullable(Waiting),
});

interface TrimRow {
  wholeId: string;
  start: number;
  end: number | null;
  waiting: Static<typeof Waiting> | null;
}

const readTrim = async (sql: Sql, storyId: string) =>
  one(
    await sql<TrimRow>`
      select p.whole as "wholeId", p."start", p."end",
        (select jsonb_build_object('videoId', v.id, 'start', t."start", 'end', t."end",
            'status', v.status, 'progress', v.progress, 'errorMessage', v."errorMessage")
          from public."TrimmedVideo" t join public."Video" v on v.id = t."videoId"
          where t."promptResponseId" = r.id) as waiting
      from public."PromptResponse" r cross join private.part_of(r."videoId") p where r.id = ${storyId}`,
  );

/** The beginning and the end of a story's recording are left out, and brought back. */
export const trimsRoutes: Feature =
  ({ config, secret }) =>
  async (app) => {
    const mux = muxAddresses(config);
    /** A story that the caller manages and that has a recording. */
    const readManaged = async (sql: Sql, id: string) => {
      const { canManage, videoId } = await readStory(sql, id);
      if (!canManage) throw new ProblemError('not-allowed');
      if (videoId === null) throw new ProblemError('wrong-state');
      return id;
    };

    app.get(
      '/responses/:id/trim',
      {
        schema: {
          summary: 'Which part of its recording a story shows, for its managers',
          problems: ['not-allowed'],
          description:
            '`waiting` is a part that was asked for and that the story will show when it is READY.',
          params: IdParams,
          response: { 200: Trim },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const id = await readManaged(sql, request.params.id);
          const { wholeId, start, end, waiting } = await readTrim(sql, id);
          const sign = createSigner(secret, request.sessionToken ?? '');
          const whole = await readVideo(sql, wholeId, { sign, mux });
          return { whole, start, end: end ?? whole.duration ?? 0, waiting };
        }),
    );

    app.put(
      '/responses/:id/trim',
      {
        schema: {
          summary: 'Cut the recording of a story, to these seconds of its whole',
          problems: ['subscription-ended'],
          description:
            'A part is made, which the story shows as soon as it is READY; what it showed becomes an earlier telling. The original is not touched. Another choice before that takes the place of this one, the same again gives the same, and all of it brings back the whole at once.',
          params: IdParams,
          body: Type.Object(Part),
          response: { 200: Type.Object({ videoId: Uuid }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const id = await readManaged(sql, request.params.id);
          const { start, end } = request.body;
          const part = one(
            await sql<{ videoId: string }>`
              select api.trim_story(${id}, ${start}, ${end}) as "videoId"`,
          );
          // for the whole, whose summary may have gone with what was cut away
          await sql`select api.request_summary(${part.videoId}, false)`;
          return part;
        }),
    );
  };
