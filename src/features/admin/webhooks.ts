import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import {
  type Cursor,
  IdParams,
  Nothing,
  Nullable,
  PageOf,
  PageQuery,
  page,
  readCursor,
  Uuid,
  When,
} from '../../server/schemas.ts';

const pageSize = 50;
const source = Type.Enum(['mux', 'revenuecat']);
const state = Type.Enum(['taken', 'failed', 'unknown'], {
  description: 'unknown: it concerns nothing and nobody here.',
});
const Webhook = Type.Object({
  id: Uuid,
  source,
  eventId: Type.String({ description: 'As the sender calls it.' }),
  type: Type.String(),
  state,
  error: Nullable(Type.String()),
  receivedAt: When,
});
const Query = Type.Object({
  ...PageQuery.properties,
  source: Type.Optional(source),
  state: Type.Optional(state),
});

/** What Mux and RevenueCat told us, for admins. */
export const webhooksRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/webhooks',
    {
      schema: {
        summary: 'Events that Mux and RevenueCat sent, newest first, without what they carry',
        querystring: Query,
        response: { 200: PageOf(Webhook) },
      },
    },
    async (request) => {
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      const { source: from = null, state: wanted = null } = request.query;
      const rows = await request.asAdmin(
        (sql) => sql<Static<typeof Webhook> & Cursor>`
          select * from api.webhook
          where (${at}::timestamptz is null or ("receivedAt", id) < (${at}::timestamptz, ${id}::uuid))
            and (${from}::text is null or source = ${from})
            and (${wanted}::text is null or state = ${wanted})
          order by "receivedAt" desc, id desc limit ${pageSize + 1}`,
      );
      return page(rows, pageSize);
    },
  );

  app.post(
    '/admin/webhooks/:id/again',
    {
      schema: {
        summary: 'Take an event anew',
        description:
          'Of Mux, at once; of RevenueCat, whose customer is fetched by a job. 409 where payments are off.',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asAdmin((sql) => sql`select api.take_webhook_again(${request.params.id})`);
      return reply.status(204).send(null);
    },
  );
};
