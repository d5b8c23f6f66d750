import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { IdParams, Nothing } from '../../server/schemas.ts';

/** Answering those who ask to follow. */
export const followRequestRoutes: Feature = () => async (app) => {
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
