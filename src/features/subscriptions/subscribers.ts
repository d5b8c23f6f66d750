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
const text = Nullable(Type.String());
const Subscriber = Type.Object({
  id: Uuid,
  profileId: Uuid,
  name: text,
  email: text,
  mayRecord: Type.Boolean(),
  plan: Nullable(Type.String({ description: 'The name of what was bought.' })),
  status: Nullable(
    Type.String({ description: 'As RevenueCat says it. null: nothing was bought.' }),
  ),
  givesAccess: Type.Boolean(),
  periodEndsAt: Nullable(When),
  store: text,
  environment: text,
  fetchedAt: Nullable(When),
});
const Query = Type.Object({
  ...PageQuery.properties,
  state: Type.Optional(
    Type.Enum(['recording', 'waiting'], { description: 'Whether they may record.' }),
  ),
});

/** Who pays and who may record, for admins. */
export const subscribersRoutes: Feature = () => async (app) => {
  app.get(
    '/admin/subscriptions',
    {
      schema: {
        summary: 'Every storyteller with the subscription that counts, the newest first',
        querystring: Query,
        response: { 200: PageOf(Subscriber) },
      },
    },
    async (request) => {
      const { at, id } = readCursor(request.query.cursor) ?? { at: null, id: null };
      const { state = null } = request.query;
      const rows = await request.asAdmin(
        (sql) => sql<Static<typeof Subscriber> & Cursor>`
          select * from api.subscriber
          where (${at}::timestamptz is null or ("createdAt", id) < (${at}::timestamptz, ${id}::uuid))
            and (${state}::text is null or "mayRecord" = (${state} = 'recording'))
          order by "createdAt" desc, id desc limit ${pageSize + 1}`,
      );
      return page(rows, pageSize);
    },
  );

  app.post(
    '/admin/people/:id/subscription/refresh',
    {
      schema: {
        summary: 'Fetch what somebody bought again',
        description: '409 where no payment service is connected.',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asAdmin((sql) => sql`select api.refresh_subscription_of(${request.params.id})`);
      return reply.status(204).send(null);
    },
  );
};
