import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { mustChange, one } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../server/schemas.ts';

const Listener = Type.Object({
  id: Uuid,
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  hasAccess: Type.Boolean(),
  sharedSince: When,
  lastViewed: Nullable(When),
});
type ListenerRow = Static<typeof Listener>;

const readListener = async (sql: Sql, id: string) =>
  one(
    await sql<ListenerRow>`
      select id, name, "avatarUrl", "hasAccess", "sharedSince", "lastViewed"
      from api.listener where id = ${id}`,
  );

/** The people who listen to the caller. */
export const listenerRoutes: Feature = () => async (app) => {
  app.get(
    '/listeners',
    {
      schema: {
        summary: "Who listens to the caller's stories",
        response: { 200: Type.Object({ items: Type.Array(Listener) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) => sql<ListenerRow>`
          select id, name, "avatarUrl", "hasAccess", "sharedSince", "lastViewed"
          from api.listener where "sharerId" = any (private.told_sharers()) order by name, id`,
      ),
    }),
  );

  app.patch(
    '/listeners/:id',
    {
      schema: {
        summary: 'Pause or restore somebody’s access',
        params: IdParams,
        body: Type.Object({ hasAccess: Type.Boolean() }),
        response: { 200: Listener },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        const { id } = request.params;
        await readListener(sql, id);
        mustChange(
          await sql`
          update public."ProfileListener" set "hasAccess" = ${request.body.hasAccess}
          where id = ${id} returning id`,
        );
        return readListener(sql, id);
      }),
  );

  app.delete(
    '/listeners/:id',
    { schema: { summary: 'End a connection', params: IdParams, response: { 204: Nothing } } },
    async (request, reply) => {
      await request.asUser(async (sql) =>
        one(
          await sql`delete from public."ProfileListener" where id = ${request.params.id} returning id`,
        ),
      );
      return reply.status(204).send(null);
    },
  );
};
