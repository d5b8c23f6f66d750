import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nothing, Nullable, When } from '../../server/schemas.ts';

const Keeper = Type.Object({
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  since: When,
});

/** Who looks after the caller's stories. They are named by an invitation, and end here. */
export const keeperRoutes: Feature = () => async (app) => {
  app.get(
    '/keeper',
    {
      schema: {
        summary: 'Who looks after the caller’s own stories',
        response: { 200: Type.Object({ keeper: Nullable(Keeper) }) },
      },
    },
    async (request) => {
      const [keeper = null] = await request.asUser(
        (sql) => sql<Static<typeof Keeper>>`
          select c."fullName" as name, c."avatarUrl", e."createdAt" as since
          from public."ProfileExecutor" e left join api.people c on c.id = e."executorId"
          where e."sharerId" = any (private.owned_sharers())`,
      );
      return { keeper };
    },
  );

  app.delete(
    '/keeper',
    { schema: { summary: 'End that somebody looks after them', response: { 204: Nothing } } },
    async (request, reply) => {
      await request.asUser(async (sql) =>
        one(
          await sql`
            delete from public."ProfileExecutor"
            where "sharerId" = any (private.owned_sharers()) returning id`,
        ),
      );
      return reply.status(204).send(null);
    },
  );
};
