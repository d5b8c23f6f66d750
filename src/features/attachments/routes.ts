import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { mustChange, one, ProblemError } from '../../server/errors.ts';
import {
  IdParams,
  Nothing,
  Nullable,
  PageQuery,
  page,
  readCursor,
  Uuid,
} from '../../server/schemas.ts';
import { uploadPath } from '../recording/uploads.ts';
import { Attachment, type AttachmentRow, Caption, readAttachment, shownTo } from './attachment.ts';

const pageSize = 60;
const List = Type.Object({ items: Type.Array(Attachment) });
const Gallery = Type.Object({ ...List.properties, nextCursor: Nullable(Type.String()) });
const Filter = Type.Object({
  ...PageQuery.properties,
  sharerId: Type.Optional(Uuid),
  topicId: Type.Optional(Uuid),
  personId: Type.Optional(Uuid),
  objectId: Type.Optional(Uuid),
  kind: Type.Optional(Type.Enum(['photo', 'audio', 'document'])),
});
const New = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 255 }),
  size: Type.Integer({ minimum: 1, description: 'Bytes.' }),
  objectId: Type.Optional(Uuid),
});
const Started = Type.Object({
  id: Uuid,
  uploadUrl: Type.String({ description: 'A tus 1.0.0 upload, ready for HEAD and PATCH.' }),
  chunkBytes: Type.Integer({ description: 'How much to send in one PATCH, at the most.' }),
});
const Change = Type.Partial(Type.Object({ ...Caption.properties, objectId: Nullable(Uuid) }));

/** Photos, sounds and documents beside stories. */
export const attachmentsRoutes: Feature =
  ({ config, secret, uploads }) =>
  async (app) => {
    app.get(
      '/responses/:id/attachments',
      {
        schema: {
          summary: 'What lies beside a story, oldest first',
          params: IdParams,
          response: { 200: List },
        },
      },
      async (request) => {
        const { id } = request.params;
        const rows = await request.asUser(async (sql) => {
          one(await sql`select from public."PromptResponse" where id = ${id}`);
          return sql<AttachmentRow>`
            select * from api.attachment where "responseId" = ${id} order by "uploadedAt", id`;
        });
        return { items: rows.map(shownTo(request, secret)) };
      },
    );

    app.post(
      '/responses/:id/attachments',
      {
        schema: {
          summary: 'Start the upload of a file to lie beside a story',
          description:
            'With an Idempotency-Key, repeating the request gives the same attachment. What the file is, is judged once it has come: see its state and problem.',
          headers: Type.Object({ 'idempotency-key': Type.Optional(Uuid) }),
          params: IdParams,
          body: New,
          response: { 201: Started },
        },
      },
      async (request, reply) => {
        const { fileName, size, objectId = null } = request.body;
        if (size > config.maxAttachmentBytes) throw new ProblemError('too-large');
        const { id } = request.params;
        const key = request.headers['idempotency-key'] ?? null;
        const started = await request.asUser(async (sql) => {
          one(await sql`select from public."PromptResponse" where id = ${id}`);
          return one(
            await sql<{ attachmentId: string; uploadId: string }>`
              select "attachmentId", "uploadId"
              from api.start_attachment(${id}, ${fileName}, ${size}, ${objectId}, ${key})`,
          );
        });
        await uploads.open(started.uploadId, size);
        return reply.status(201).send({
          id: started.attachmentId,
          uploadUrl: `${uploadPath}/${started.uploadId}`,
          chunkBytes: 8 * 1024 ** 2,
        });
      },
    );

    app.get(
      '/attachments',
      {
        schema: {
          summary: 'What lies beside the stories of a storyteller, newest first',
          description:
            "Without sharerId, personId or objectId: the caller's own. Only what is ready.",
          querystring: Filter,
          response: { 200: Gallery },
        },
      },
      async (request) => {
        const { cursor, sharerId = null, topicId = null, personId = null } = request.query;
        const { objectId = null, kind = null } = request.query;
        const { at, id } = readCursor(cursor) ?? { at: null, id: null };
        const anybody = personId !== null || objectId !== null;
        const rows = await request.asUser(
          (sql) => sql<AttachmentRow>`
            select * from api.attachment a
            where state = 'ready'
              and case when ${sharerId}::uuid is not null then "sharerId" = ${sharerId}::uuid
                else ${anybody} or "sharerId" = any (private.told_sharers()) end
              and (${topicId}::uuid is null or "topicId" = ${topicId}::uuid)
              and (${objectId}::uuid is null or "objectId" = ${objectId}::uuid)
              and (${kind}::text is null or kind = ${kind})
              and (${personId}::uuid is null or exists (
                select from public."PromptResponseAttachmentPersonTag" j
                where j."promptResponseAttachmentId" = a.id and j."personTagId" = ${personId}::uuid))
              and (${at}::timestamptz is null or ("uploadedAt", id) < (${at}::timestamptz, ${id}::uuid))
            order by "uploadedAt" desc, id desc limit ${pageSize + 1}`,
        );
        const { items, nextCursor } = page(rows, pageSize);
        return { items: items.map(shownTo(request, secret)), nextCursor };
      },
    );

    app.get(
      '/attachments/:id',
      { schema: { summary: 'An attachment', params: IdParams, response: { 200: Attachment } } },
      async (request) => {
        const row = await request.asUser((sql) => readAttachment(sql, request.params.id));
        return shownTo(request, secret)(row);
      },
    );

    app.patch(
      '/attachments/:id',
      {
        schema: {
          summary: 'Write about an attachment',
          params: IdParams,
          body: Change,
          response: { 200: Attachment },
        },
      },
      async (request) => {
        const { id } = request.params;
        const change = JSON.stringify(request.body);
        const row = await request.asUser(async (sql) => {
          await readAttachment(sql, id);
          // What the change does not name keeps its value.
          mustChange(
            await sql`
            update public."PromptResponseAttachment" a set
              title = c.title, description = c.description, "dateCaptured" = c."dateCaptured",
              "yearCaptured" = c."yearCaptured", "estimatedYear" = c."estimatedYear",
              "objectId" = c."objectId"
            from public."PromptResponseAttachment" was,
              jsonb_populate_record(was, ${change}::jsonb) c
            where a.id = ${id} and was.id = a.id returning a.id`,
          );
          return readAttachment(sql, id);
        });
        return shownTo(request, secret)(row);
      },
    );

    app.delete(
      '/attachments/:id',
      {
        schema: {
          summary: 'Delete an attachment',
          description: 'It can be taken back for a week: POST /attachments/{id}/restore.',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          await readAttachment(sql, id);
          mustChange(
            await sql`
            delete from public."PromptResponseAttachment" where id = ${id} returning id`,
          );
        });
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/attachments/:id/restore',
      {
        schema: {
          summary: 'Take the deletion of an attachment back, with the people in it',
          params: IdParams,
          response: { 200: Attachment },
        },
      },
      async (request) => {
        const { id } = request.params;
        const row = await request.asUser(async (sql) => {
          await sql`select api.restore_attachment(${id})`;
          return readAttachment(sql, id);
        });
        return shownTo(request, secret)(row);
      },
    );
  };
