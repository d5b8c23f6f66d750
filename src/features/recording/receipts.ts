import { Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one, ProblemError } from '../../server/errors.ts';
import { IdParams, Nullable, Uuid, When } from '../../server/schemas.ts';

const Bytes = Type.Integer({ minimum: 0 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Hexadecimal.' });
const Receipt = Type.Object({ videoId: Uuid, bytes: Bytes, sha256: Sha256, receivedAt: When });
const Untold = Type.Object({
  videoId: Uuid,
  promptId: Nullable(Uuid),
  promptText: Nullable(Type.String()),
  topicId: Nullable(Type.String({ format: 'uuid', description: 'Instead of a question.' })),
  topicTitle: Nullable(Type.String()),
  kind: Type.Enum(['video', 'audio']),
  startedAt: When,
  bytes: Type.Integer({
    minimum: 0,
    description: 'What has arrived here. None where it went to Mux.',
  }),
  seconds: Nullable(Type.Number({ description: 'The same in seconds, where they were told.' })),
  complete: Type.Boolean({ description: 'All of it is here; a story may be made of it.' }),
});

interface MyUpload {
  id: string;
  videoId: string;
  completedAt: Date | null;
  bytes: string | null;
  sha256: string | null;
}

const readUpload = async (sql: Sql, videoId: string) =>
  one(
    await sql<MyUpload>`
      select id, "videoId", "completedAt", bytes, sha256 from api.my_upload(${videoId})`,
  );

function toReceipt({ videoId, completedAt, bytes, sha256 }: MyUpload) {
  if (completedAt === null || sha256 === null) throw new ProblemError('wrong-state');
  return { videoId, bytes: Number(bytes), sha256, receivedAt: completedAt.toISOString() };
}

/** What has arrived of recordings, and the word that all of it is safe. */
export const receiptRoutes: Feature =
  ({ uploads }) =>
  async (app) => {
    app.get(
      '/recordings',
      {
        schema: {
          summary: 'What the caller recorded, wholly or in part, and nobody can watch yet',
          response: { 200: Type.Object({ items: Type.Array(Untold) }) },
        },
      },
      async (request) => {
        const rows = await request.asUser(
          (sql) =>
            sql<{
              videoId: string;
              uploadId: string;
              promptId: string | null;
              promptText: string | null;
              topicId: string | null;
              topicTitle: string | null;
              kind: 'video' | 'audio';
              createdAt: Date;
              seconds: number | null;
              complete: boolean;
            }>`select * from api.my_untold_recordings()`,
        );
        const items = await Promise.all(
          rows.map(async ({ uploadId, createdAt, ...rest }) => ({
            ...rest,
            startedAt: createdAt.toISOString(),
            bytes: await uploads.bytes(uploadId),
          })),
        );
        return { items: items.filter(({ bytes, complete }) => bytes > 0 || complete) };
      },
    );

    app.post(
      '/recordings/:id/receipt',
      {
        schema: {
          summary: 'Ask for the receipt of a recording that was sent',
          problems: ['different'],
          description:
            'Compares what is on the disk with what was sent. 409 `different`: send it again. ' +
            'Only with a receipt may the sender forget its own copy.',
          params: IdParams,
          body: Type.Object({ bytes: Bytes, sha256: Sha256 }),
          response: { 200: Receipt },
        },
      },
      async (request) => {
        const read = () => request.asUser((sql) => readUpload(sql, request.params.id));
        let upload = await read();
        // The last piece may have come on a connection that broke, and be noted just now or by nobody.
        if (upload.completedAt === null && (await uploads.finishIfWhole(upload.id))) {
          upload = await read();
        }
        const receipt = toReceipt(upload);
        const { bytes, sha256 } = request.body;
        if (receipt.bytes !== bytes || receipt.sha256 !== sha256) {
          throw new ProblemError('different');
        }
        return receipt;
      },
    );

    app.post(
      '/recordings/:id/finish',
      {
        schema: {
          summary: 'Keep what has arrived of a recording whose device does not come back',
          description: '`bytes` is what the caller was told of. 409 when more has come meanwhile.',
          params: IdParams,
          body: Type.Object({ bytes: Type.Integer({ minimum: 1 }) }),
          response: { 200: Receipt },
        },
      },
      async (request) => {
        const read = () => request.asUser((sql) => readUpload(sql, request.params.id));
        const upload = await read();
        if (
          upload.completedAt === null &&
          !(await uploads.closeAt(upload.id, request.body.bytes))
        ) {
          throw new ProblemError('wrong-state');
        }
        return toReceipt(await read());
      },
    );
  };
