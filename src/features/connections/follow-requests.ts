import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../server/schemas.ts';

const FollowRequest = Type.Object({
  id: Uuid,
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
  status: Type.Enum(['PENDING', 'DENIED']),
  createdAt: When,
});

/** Those who ask to follow, and answering them. */
export const followRequestRoutes: Feature = () => async (app) => {
  app.get(
    '/follow-requests',
    {
      schema: {
        summary: 'Who asks to watch, and who was refused, the newest first',
        description: 'The newest 200. A no can be turned into a yes later.',
        response: { 200: Type.Object({ items: Type.Array(FollowRequest) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) => sql<Static<typeof FollowRequest>>`
          select id, name, "avatarUrl", status, "createdAt" from api.follow_request
          where "sharerId" = any (private.told_sharers()) and status in ('PENDING', 'DENIED')
          order by "createdAt" desc, id limit 200`,
      ),
    }),
  );

  app.post(
    '/follow-requests/:id/answer',
    {
      schema: {
        summary: 'Let somebody who asked watch, or not',
        description:
          'The same answer again changes nothing. Who was let in is paused, not refused.',
        params: IdParams,
        body: Type.Object({ approve: Type.Boolean() }),
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await request.asUser(
        (sql) => sql`
          select public.handle_follow_request_response(${id}, ${request.body.approve})`,
      );
      return reply.status(204).send(null);
    },
  );
};
