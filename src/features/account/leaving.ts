import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { one } from '../../server/errors.ts';
import { Nothing, When } from '../../server/schemas.ts';

const Leaving = Type.Object({ leavesAt: When });

/** Deleting one's account, with days to think it over. The job `account.sweep` does it then. */
export const leavingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/me/leaving',
    {
      schema: {
        summary: 'Ask that one’s account and all that is one’s own be deleted in 14 days',
        description: 'Until then everything is as it was. Asking again changes nothing.',
        response: { 200: Leaving },
      },
    },
    (request) =>
      request.asUser(async (sql) => {
        await sql`insert into public."AccountDeletion" ("profileId") values (private.uid())
          on conflict do nothing`;
        return one(
          await sql<{ leavesAt: string }>`
          select "dueAt" as "leavesAt" from public."AccountDeletion" where "profileId" = private.uid()`,
        );
      }),
  );

  app.delete(
    '/me/leaving',
    { schema: { summary: 'Keep one’s account after all', response: { 204: Nothing } } },
    async (request, reply) => {
      await request.asUser(
        (sql) => sql`delete from public."AccountDeletion" where "profileId" = private.uid()`,
      );
      return reply.status(204).send(null);
    },
  );
};
