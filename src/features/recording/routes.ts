import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { Uuid } from '../../server/schemas.ts';
import { isAway, openMux } from '../videos/mux/client.ts';
import { placeForBrowser } from '../videos/mux/direct-upload.ts';
import { uploadPath } from './uploads.ts';

const Start = Type.Object({
  promptId: Type.Optional(Type.String({ format: 'uuid', description: 'The question it answers.' })),
  topicId: Type.Optional(
    Type.String({ format: 'uuid', description: 'Instead of a question: the topic it sums up.' }),
  ),
  kind: Type.Enum(['video', 'audio'], { description: 'With a picture, or the voice alone.' }),
  contentType: Type.String({ minLength: 1, maxLength: 255 }),
  fileName: Type.Optional(Type.String({ maxLength: 255 })),
  size: Type.Optional(Type.Integer({ minimum: 0, description: 'Bytes, where they are known.' })),
  profileId: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Who recorded it. 401 when the session is by now another person’s.',
    }),
  ),
});
const Started = Type.Object({
  videoId: Uuid,
  uploadId: Uuid,
  uploadUrl: Type.String({
    description:
      'A tus 1.0.0 upload, ready for HEAD and PATCH; or, on another server, a direct upload to Mux, for PUT with Content-Range.',
  }),
  chunkBytes: Type.Integer({ description: 'How much to send in one PATCH, at the most.' }),
});

interface Begun {
  videoId: string;
  uploadId: string;
}

/** The row of a recording, for its teller alone; the same again for the same key. */
async function begin(
  sql: Sql,
  recording: Static<typeof Start>,
  key: string | null,
): Promise<Begun> {
  const { promptId, topicId, kind, contentType, profileId, fileName = null } = recording;
  if ((promptId === undefined) === (topicId === undefined)) {
    throw new ProblemError('invalid', {
      errors: [{ field: 'promptId', message: 'is needed, or topicId, and not both' }],
    });
  }
  const [mine] = await sql<{ id: string }>`select private.uid() as id`;
  // On a tablet that a family shares, nobody may send what another person told.
  if (profileId && mine?.id !== profileId) throw new ProblemError('unauthenticated');
  const sharer = one(
    await sql<{ id: string }>`
      select id from public."ProfileSharer" where id = any (private.told_sharers())`,
  );
  const rows =
    topicId === undefined
      ? await sql<Begun>`
          select "videoId", "uploadId" from api.start_recording(
            ${sharer.id}, ${promptId}, ${kind}, ${contentType}, ${fileName}, ${key})`
      : await sql<Begun>`
          select "videoId", "uploadId" from api.start_topic_recording(
            ${sharer.id}, ${topicId}, ${kind}, ${contentType}, ${fileName}, ${key})`;
  return one(rows);
}

/** The start of a recording: its row, its upload, its place on the disk. */
export const recordingRoutes: Feature =
  ({ config, service, uploads }) =>
  async (app) => {
    const mux = config.videoHost === 'mux' && config.muxUploads === 'browser' && openMux(config);
    app.post(
      '/recordings',
      {
        schema: {
          summary: 'Start a recording or the upload of a file',
          problems: ['subscription-ended'],
          description: 'With an Idempotency-Key, repeating the request gives the same recording.',
          headers: Type.Object({ 'idempotency-key': Type.Optional(Uuid) }),
          body: Start,
          response: { 201: Started },
        },
      },
      async (request, reply) => {
        if ((request.body.size ?? 0) > config.maxUploadBytes) throw new ProblemError('too-large');
        const key = request.headers['idempotency-key'] ?? null;
        const { videoId, uploadId } = await request.asUser((sql) => begin(sql, request.body, key));
        let uploadUrl = `${uploadPath}/${uploadId}`;
        if (mux) {
          uploadUrl = await placeForBrowser(mux, service, {
            videoId,
            corsOrigin: config.publicUrl,
          }).catch((error) => {
            if (!isAway(error)) throw error;
            request.log.error({ err: error }, 'Mux gave no upload');
            reply.header('retry-after', '30');
            throw new ProblemError('video-host-away');
          });
        } else {
          await uploads.open(uploadId);
        }
        return reply.status(201).send({
          videoId,
          uploadId,
          uploadUrl,
          chunkBytes: 8 * 1024 ** 2,
        });
      },
    );
  };
