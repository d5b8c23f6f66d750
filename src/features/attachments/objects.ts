import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { mustChange, one } from '../../server/errors.ts';
import {
  IdParams,
  Nothing,
  Nullable,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';
import { attachmentSigner } from './attachment.ts';
import { shownFiles } from './places.ts';

const pageSize = 60;
const Words = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  description: Nullable(Type.String({ maxLength: 20_000 })),
  categoryId: Nullable(Uuid),
  responseId: Nullable(
    Type.String({ format: 'uuid', description: 'The story that it lies beside.' }),
  ),
});
const New = Type.Object({
  name: Words.properties.name,
  ...Type.Partial(Type.Omit(Words, ['name'])).properties,
  sharerId: Type.Optional(
    Type.String({ format: 'uuid', description: 'For whom; without it, for oneself.' }),
  ),
});
export const FamilyObject = Type.Object({
  id: Uuid,
  ...Words.properties,
  category: Nullable(Type.String()),
  question: Nullable(Type.String()),
  cover: Nullable(Type.String({ description: 'A signed address of its first photo.' })),
  createdAt: When,
  canManage: Type.Boolean(),
  sharerId: Nullable(Type.String({ format: 'uuid', description: 'Whose it is, if they tell.' })),
});
const Category = Type.Object({
  id: Uuid,
  name: Type.String(),
  description: Nullable(Type.String()),
});

/** A row of api.object. */
export interface ObjectRow extends Omit<Static<typeof FamilyObject>, 'cover' | 'createdAt'> {
  coverId: string | null;
  createdAt: Date;
  at: string;
}

/** Makes rows into what leaves, their covers' addresses good for the session of this request. */
export function shownTo(request: FastifyRequest, secret: string) {
  const sign = attachmentSigner(secret, request.sessionToken);
  return (row: Omit<ObjectRow, 'at'>): Static<typeof FamilyObject> => {
    const { coverId, createdAt, ...rest } = row;
    const cover = coverId === null ? null : `${sign(coverId).base}/${shownFiles.thumb}`;
    return { ...rest, cover, createdAt: createdAt.toISOString() };
  };
}

const readObject = async (sql: Sql, id: string) =>
  one(await sql<ObjectRow>`select * from api.object where id = ${id}`);

/** Things that a family keeps, each with its category, its photos and its story. */
export const objectsRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.get(
      '/object-categories',
      {
        schema: {
          summary: 'Categories of objects',
          response: { 200: Type.Object({ items: Type.Array(Category) }) },
        },
      },
      async (request) => ({
        items: await request.asUser(
          (sql) => sql<Static<typeof Category>>`
            select id, coalesce("categoryName", '') as name, description
            from public."ObjectCategory" order by "createdAt", "categoryName", id`,
        ),
      }),
    );

    app.get(
      '/objects',
      {
        schema: {
          summary: 'The objects of a storyteller, newest first',
          description: "Without sharerId: the caller's own.",
          querystring: Type.Object({
            ...PageQuery.properties,
            sharerId: Type.Optional(Uuid),
            categoryId: Type.Optional(Uuid),
          }),
          response: {
            200: Type.Object({
              items: Type.Array(FamilyObject),
              nextCursor: Nullable(Type.String()),
            }),
          },
        },
      },
      async (request) => {
        const { cursor, sharerId = request.actingFor, categoryId = null } = request.query;
        const { at, id } = readCursor(cursor) ?? { at: null, id: null };
        const rows = await request.asUser(
          (sql) => sql<ObjectRow>`
            select * from api.object
            where "userId" = case when ${sharerId}::uuid is null then private.uid() else (
                select s."profileId" from public."ProfileSharer" s where s.id = ${sharerId}::uuid) end
              and (${categoryId}::uuid is null or "categoryId" = ${categoryId}::uuid)
              and (${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid))
            order by "createdAt" desc, id desc limit ${pageSize + 1}`,
        );
        const { items, nextCursor } = page(rows, pageSize);
        return { items: items.map(shownTo(request, secret)), nextCursor };
      },
    );

    app.post(
      '/objects',
      {
        schema: {
          summary: 'Add an object',
          description: 'With an Idempotency-Key, repeating the request gives the same object.',
          headers: Type.Object({ 'idempotency-key': Type.Optional(Uuid) }),
          body: New,
          response: { 201: FamilyObject },
        },
      },
      async (request, reply) => {
        const { name, description = null, categoryId = null, responseId = null } = request.body;
        const { sharerId = request.actingFor } = request.body;
        const key = request.headers['idempotency-key'] ?? null;
        const row = await request.asUser(async (sql) => {
          const { owner } = one(
            await sql<{ owner: string }>`
              select private.uid() as owner where ${sharerId}::uuid is null
              union all select "profileId" from public."ProfileSharer" where id = ${sharerId}::uuid`,
          );
          const { id } = one(
            await sql<{ id: string }>`select coalesce(${key}::uuid, gen_random_uuid()) as id`,
          );
          await sql`
            insert into public."Object" (id, "userId", "objectName", "objectDescription", "categoryId", "promptResponseId")
            values (${id}, ${owner}, ${name.trim()}, ${description}, ${categoryId}, ${responseId})
            on conflict (id) do nothing`;
          return readObject(sql, id);
        });
        return reply.status(201).send(shownTo(request, secret)(row));
      },
    );

    app.get(
      '/objects/:id',
      { schema: { summary: 'An object', params: IdParams, response: { 200: FamilyObject } } },
      async (request) => {
        const row = await request.asUser((sql) => readObject(sql, request.params.id));
        return shownTo(request, secret)(row);
      },
    );

    app.patch(
      '/objects/:id',
      {
        schema: {
          summary: 'Change an object',
          params: IdParams,
          body: Type.Partial(Words),
          response: { 200: FamilyObject },
        },
      },
      async (request) => {
        const { id } = request.params;
        const row = await request.asUser(async (sql) => {
          const was = await readObject(sql, id);
          const { name, description, categoryId, responseId } = { ...was, ...request.body };
          mustChange(
            await sql`
            update public."Object" set "objectName" = ${name.trim()},
              "objectDescription" = ${description}, "categoryId" = ${categoryId},
              "promptResponseId" = ${responseId}
            where id = ${id} returning id`,
          );
          return readObject(sql, id);
        });
        return shownTo(request, secret)(row);
      },
    );

    app.delete(
      '/objects/:id',
      {
        schema: {
          summary: 'Delete an object; its photos stay beside their story',
          params: IdParams,
          response: { 204: Nothing },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        await request.asUser(async (sql) => {
          await readObject(sql, id);
          mustChange(await sql`delete from public."Object" where id = ${id} returning id`);
        });
        return reply.status(204).send(null);
      },
    );
  };
