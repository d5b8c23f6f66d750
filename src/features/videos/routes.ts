import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nothing } from '../../server/schemas.ts';
import { createSigner } from './media-address.ts';
import { muxAddresses } from './mux/addresses.ts';
import { readVideo, Video } from './video.ts';

export const videosRoutes: Feature =
  ({ config, secret }) =>
  async (app) => {
    const mux = muxAddresses(config);
    app.get(
      '/videos/:id',
      {
        schema: {
          summary: 'A recording: how far it is, how to play it, what was said',
          params: IdParams,
          response: { 200: Video },
        },
      },
      (request) =>
        request.asUser((sql) =>
          readVideo(sql, request.params.id, {
            sign: createSigner(secret, request.sessionToken ?? ''),
            mux,
          }),
        ),
    );

    app.delete(
      '/videos/:id',
      {
        schema: {
          summary: 'Throw a recording away that no story and no topic video uses, or did',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          const used = await sql`
            select from public."PromptResponse" where "videoId" = ${id}
            union all select from public."TopicVideo" where "videoId" = ${id}
            union all select from public."EarlierTelling" where "videoId" = ${id}`;
          if (used.length > 0) throw new ProblemError('wrong-state');
          one(await sql`delete from public."Video" where id = ${id} returning id`);
        });
        return reply.status(204).send(null);
      },
    );
  };
