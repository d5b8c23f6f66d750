import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nothing, Uuid } from '../../server/schemas.ts';

/** With a PATCH: how many seconds of the recording the bytes hold up to the end of this one. */
const SECONDS = 'telloom-seconds';

/** What the protocol refuses: in plain words, and not as problems. */
const refusals = Object.fromEntries(
  [400, 403, 404, 409, 410, 412, 413, 422, '5XX'].map((status) => [
    status,
    {
      description: 'Refused by the protocol.',
      content: { 'text/plain': { schema: Type.String() } },
    },
  ]),
);

/**
 * HEAD and PATCH of an upload, for the manager of its recording or attachment; 404 for everybody
 * else. The protocol itself is the library's. Uploads are made by POST /recordings and POST
 * /responses/{id}/attachments, and read by nobody here.
 */
export const uploadRoutes: Feature =
  ({ uploads }) =>
  async (app) => {
    // The library reads the body itself.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    app.route({
      method: ['HEAD', 'PATCH'],
      url: '/uploads/:id',
      schema: {
        summary: 'A tus 1.0.0 upload',
        description:
          'HEAD gives Upload-Offset; PATCH appends application/offset+octet-stream. The length is ' +
          'told by the last PATCH, in Upload-Length; until then the recording may still grow.',
        consumes: ['application/offset+octet-stream'],
        params: Type.Object({ id: Uuid }),
        headers: Type.Object({
          [SECONDS]: Type.Optional(
            Type.String({
              pattern: '^\\d{1,6}(\\.\\d{1,3})?$',
              description:
                'How many seconds of the recording have come with the end of this PATCH.',
            }),
          ),
        }),
        response: { 200: Nothing, 204: Nothing, ...refusals },
      },
      handler: async (request, reply) => {
        const { id } = request.params;
        const { completedAt } = one(
          await request.asUser(
            (sql) => sql<{ completedAt: Date | null }>`
              select "completedAt" from api.my_upload(${id})
              union all select "completedAt" from api.my_attachment_upload(${id})`,
          ),
        );
        if (completedAt === null && request.method === 'HEAD') await uploads.finishIfWhole(id);
        reply.hijack();
        await uploads.server.handle(request.raw, reply.raw);
        const seconds = request.headers[SECONDS];
        if (reply.raw.statusCode === 204 && seconds !== undefined) {
          await uploads.noteSeconds(id, Number(seconds));
        }
      },
    });
  };
