import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid } from '../../server/schemas.ts';
import { createSigner } from './media-address.ts';
import { muxAddresses } from './mux/addresses.ts';
import type { TellerKind } from './tellings.ts';
import { readVideo, Video, VideoStatus } from './video.ts';

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

const readTrim = async (sql: Sql, { id, videoId }: { id: string; videoId: string }) =>
  one(
    await sql<TrimRow>`
      select p.whole as "wholeId", p."start", p."end",
        (select jsonb_build_object('videoId', v.id, 'start', t."start", 'end', t."end",
            'status', v.status, 'progress', v.progress, 'errorMessage', v."errorMessage")
          from public."TrimmedVideo" t join public."Video" v on v.id = t."videoId"
          where t."promptResponseId" = ${id} or t."topicVideoId" = ${id}) as waiting
      from private.part_of(${videoId}) p`,
  );

/** The beginning and the end of what is shown are left out, and brought back. */
export const trimsOf =
  ({ path, name, read }: TellerKind): Feature =>
  ({ config, secret }) =>
  async (app) => {
    const mux = muxAddresses(config);
    /** One that the caller manages and that has a recording. */
    const readManaged = async (sql: Sql, asked: string) => {
      const { canManage, id, videoId } = await read(sql, asked);
      if (!canManage) throw new ProblemError('not-allowed');
      if (videoId === null) throw new ProblemError('wrong-state');
      return { id, videoId };
    };

    app.get(
      `${path}/:id/trim`,
      {
        schema: {
          summary: `Which part of its recording ${name} shows, for its managers`,
          problems: ['not-allowed'],
          description:
            '`waiting` is a part that was asked for and that will be shown when it is READY.',
          params: IdParams,
          response: { 200: Trim },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const shown = await readManaged(sql, request.params.id);
          const { wholeId, start, end, waiting } = await readTrim(sql, shown);
          const sign = createSigner(secret, request.sessionToken ?? '');
          const whole = await readVideo(sql, wholeId, { sign, mux });
          return { whole, start, end: end ?? whole.duration ?? 0, waiting };
        }),
    );

    app.put(
      `${path}/:id/trim`,
      {
        schema: {
          summary: `Cut the recording of ${name}, to these seconds of its whole`,
          problems: ['subscription-ended'],
          description:
            'A part is made, which is shown as soon as it is READY; what was shown becomes an earlier telling. The original is not touched. Another choice before that takes the place of this one, the same again gives the same, and all of it brings back the whole at once.',
          params: IdParams,
          body: Type.Object(Part),
          response: { 200: Type.Object({ videoId: Uuid }) },
        },
      },
      (request) =>
        request.asUser(async (sql) => {
          const { id } = await readManaged(sql, request.params.id);
          const { start, end } = request.body;
          const part = one(
            await sql<{ videoId: string }>`
              select api.trim_recording(${id}, ${start}, ${end}) as "videoId"`,
          );
          // for the whole, whose summary may have gone with what was cut away
          await sql`select api.request_summary(${part.videoId}, false)`;
          return part;
        }),
    );
  };
