import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid } from '../../server/schemas.ts';
import { longest } from './category.ts';

const Words = Type.Object({
  name: Type.String({ minLength: 1, maxLength: longest.name, pattern: '\\S' }),
  description: Nullable(Type.String({ maxLength: longest.description })),
});
const New = Type.Object({
  name: Words.properties.name,
  description: Type.Optional(Words.properties.description),
});
const CuratedObjectCategory = Type.Object({
  id: Uuid,
  name: Type.String(),
  description: Nullable(Type.String()),
  objects: Type.Integer({ description: 'How many things are of this kind.' }),
});
type CuratedObjectCategory = Static<typeof CuratedObjectCategory>;

const readCategories = (sql: Sql, id: string | null) => sql<CuratedObjectCategory>`
  select c.id, coalesce(c."categoryName", '') as name, c.description,
    (select count(*)::integer from public."Object" o where o."categoryId" = c.id) as objects
  from public."ObjectCategory" c where ${id}::uuid is null or c.id = ${id}::uuid
  order by c."createdAt", c."categoryName", c.id`;

/** Kinds of things, as admins look after them. */
export const curatedObjectCategoriesRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/object-categories',
    {
      schema: {
        summary: 'Every category of objects',
        response: { 200: Type.Object({ items: Type.Array(CuratedObjectCategory) }) },
      },
    },
    async (request) => ({ items: await request.asAdmin((sql) => readCategories(sql, null)) }),
  );

  app.post(
    '/admin/object-categories',
    {
      schema: {
        summary: 'Add a category of objects',
        description: 'With an Idempotency-Key, repeating the request gives the same category.',
        headers: Type.Object({ 'idempotency-key': Type.Optional(Uuid) }),
        body: New,
        response: { 201: CuratedObjectCategory },
      },
    },
    async (request, reply) => {
      const { name, description = null } = request.body;
      const key = request.headers['idempotency-key'] ?? crypto.randomUUID();
      const rows = await request.asAdmin(async (sql) => {
        await sql`
          insert into public."ObjectCategory" (id, "categoryName", description)
          values (${key}, ${name.trim()}, ${description}) on conflict (id) do nothing`;
        return readCategories(sql, key);
      });
      return reply.status(201).send(one(rows));
    },
  );

  app.patch(
    '/admin/object-categories/:id',
    {
      schema: {
        summary: 'Rename or describe a category of objects',
        params: IdParams,
        body: Type.Partial(Words),
        response: { 200: CuratedObjectCategory },
      },
    },
    (request) =>
      request.asAdmin(async (sql) => {
        const { id } = request.params;
        const { name, description } = { ...one(await readCategories(sql, id)), ...request.body };
        await sql`
          update public."ObjectCategory" set "categoryName" = ${name.trim()},
            description = ${description} where id = ${id}`;
        return one(await readCategories(sql, id));
      }),
  );

  app.delete(
    '/admin/object-categories/:id',
    {
      schema: {
        summary: 'Remove a category of objects',
        description: 'Things of this kind stay, and are without a kind from then on.',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asAdmin(async (sql) =>
        one(
          await sql`delete from public."ObjectCategory" where id = ${request.params.id} returning id`,
        ),
      );
      return reply.status(204).send(null);
    },
  );
};
