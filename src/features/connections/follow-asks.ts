import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { IdParams, Nothing, Nullable, Uuid, When } from '../../server/schemas.ts';

const Ask = Type.Object({
  id: Uuid,
  handle: Nullable(Type.String({ description: 'As it was asked; null for a link.' })),
  name: Nullable(Type.String({ description: 'Whose link it was.' })),
  askedAt: When,
});
const Whom = Type.Object(
  {
    whom: Type.String({
      minLength: 1,
      maxLength: 320,
      pattern: '\\S',
      description: 'An exact username, an e-mail address, or the code of a link.',
    }),
  },
  { additionalProperties: false },
);
const Card = Type.Object({
  sharerId: Uuid,
  name: Nullable(Type.String()),
  avatarUrl: Nullable(Type.String()),
});
const Code = Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }) });

/** Asking storytellers to let one watch. No answer says whether anybody goes by a name. */
export const followAskRoutes: Feature = () => async (app) => {
  app.get(
    '/follow-asks',
    {
      schema: {
        summary: 'Whom the caller asked and does not follow yet, the latest first',
        response: { 200: Type.Object({ items: Type.Array(Ask) }) },
      },
    },
    async (request) => ({
      items: await request.asUser(
        (sql) => sql<Static<typeof Ask>>`select * from api.my_follow_asks()`,
      ),
    }),
  );

  app.post(
    '/follow-asks',
    {
      schema: {
        summary: 'Ask a storyteller to let the caller watch',
        problems: ['asked-enough'],
        description:
          'The answer is the same whether or not there is such a storyteller. 429 after 20 within a day.',
        body: Whom,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asUser((sql) => sql`select api.ask_to_follow(${request.body.whom})`);
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/follow-asks/:id',
    {
      schema: { summary: 'Ask no longer', params: IdParams, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await request.asUser((sql) => sql`select api.withdraw_follow_ask(${request.params.id})`);
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/follow-links/:code',
    {
      schema: {
        summary: 'Whose link it is, for whoever was given it',
        params: Code,
        response: { 200: Card },
      },
    },
    (request) =>
      request.asUser(async (sql) =>
        one(
          await sql<Static<typeof Card>>`
            select * from api.look_at_follow_link(${request.params.code})`,
        ),
      ),
  );
};
