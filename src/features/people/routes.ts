import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Uuid } from '../../server/schemas.ts';

const Sharer = Type.Object({ sharerId: Uuid });

/** What a person is to others: here, becoming a storyteller. */
export const peopleRoutes: Feature = () => async (app) => {
  app.post(
    '/me/sharer',
    {
      schema: {
        summary: 'Become a storyteller',
        description: '201 the first time, 200 with the same id after that.',
        response: { 200: Sharer, 201: Sharer },
      },
    },
    async (request, reply) => {
      const { sharerId, made } = await request.asUser(async (sql) =>
        one(await sql<{ sharerId: string; made: boolean }>`select * from api.become_sharer()`),
      );
      return reply.status(made ? 201 : 200).send({ sharerId });
    },
  );
};
