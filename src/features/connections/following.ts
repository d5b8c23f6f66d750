import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { mustChange, one } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid } from '../../server/schemas.ts';

const Following = Type.Object({
  id: Uuid,
  sharerId: Uuid,
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  hasAccess: Type.Boolean(),
  notifications: Type.Boolean(),
});

/** The storytellers whom the caller follows. */
export const followingRoutes: Feature = () => async (app) => {
  app.get(
    '/following',
    {
      schema: {
        summary: 'Whose stories the caller may watch',
        response: { 200: Type.Object({ items: Type.Array(Following) }) },
      },
    },
    async (request) => ({
      items: await request.asUser((sql) => readFollowing(sql, null)),
    }),
  );

  app.patch(
    '/following/:id',
    {
      schema: {
        summary: 'Be told of this storyteller’s stories, or not',
        params: IdParams,
        body: Type.Object({ notifications: Type.Boolean() }),
        response: { 200: Following },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id } = request.params;
        one(await readFollowing(sql, id));
        mustChange(
          await sql`
            update public."ProfileListener" set notifications = ${request.body.notifications}
            where id = ${id} returning id`,
        );
        return one(await readFollowing(sql, id));
      }),
  );

  app.delete(
    '/following/:id',
    {
      schema: {
        summary: 'Follow somebody no longer',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await request.asUser(async (sql) => {
        one(await readFollowing(sql, id));
        mustChange(await sql`delete from public."ProfileListener" where id = ${id} returning id`);
      });
      return reply.status(204).send(null);
    },
  );
};

/** All of them, or the one of this id. */
const readFollowing = (sql: Sql, id: string | null) => sql<Static<typeof Following>>`
  select l.id, l."sharerId", c."fullName" as name, c."avatarUrl", l."hasAccess", l.notifications
  from public."ProfileListener" l
  left join public."ProfileSharer" s on s.id = l."sharerId"
  left join api.people c on c.id = s."profileId"
  where l."listenerId" = private.uid() and l.id = coalesce(${id}::uuid, l.id)
  order by name, l.id`;
