import { Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Uuid } from '../../server/schemas.ts';
import { detailsRoutes } from './details.ts';

const Sharer = Type.Object({ sharerId: Uuid });

/** Becoming a storyteller, and what a person tells of themselves. */
export const peopleRoutes: Feature = () => async (app) => {
  await app.register(detailsRoutes);

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
