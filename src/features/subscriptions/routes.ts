import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import type { Feature } from '../../server/deps.ts';
import { one } from '../../server/errors.ts';
import { Nothing, Nullable, When } from '../../server/schemas.ts';
import { webhookRoute } from './webhook.ts';

const Held = Type.Object({
  plan: Nullable(Type.String({ description: 'The name of what was bought.' })),
  status: Nullable(Type.String({ description: 'As RevenueCat says it; more may come.' })),
  givesAccess: Type.Boolean(),
  renews: Type.Boolean({ description: 'Whether it goes on by itself after periodEndsAt.' }),
  periodEndsAt: Nullable(When),
  store: Nullable(Type.String()),
  managementUrl: Nullable(Type.String({ description: 'Where its owner changes or ends it.' })),
});
const Mine = Type.Object({
  isNeeded: Type.Boolean({ description: 'False: this Telloom asks for no money.' }),
  mayRecord: Type.Boolean({ description: 'False: new recordings wait. Everything else goes on.' }),
  held: Nullable(Held),
});

const Payments = Type.Object({
  isOn: Type.Boolean(),
  waiting: Type.Integer({ description: 'Storytellers whose new recordings wait.' }),
  lastEventAt: Nullable(When),
  strangers: Type.Array(
    Type.Object({ type: Type.String(), customers: Type.Array(Type.String()), receivedAt: When }),
    { description: 'The newest events that name nobody here.' },
  ),
});

/** What people subscribed to, for themselves and for admins, and RevenueCat's webhook. */
export const subscriptionsRoutes: Feature = (deps) => async (app) => {
  await app.register(mine);
  await app.register(forAdmins);
  await app.register(webhookRoute(deps));
};

const mine: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/me/subscription',
    { schema: { summary: 'One’s own subscription', response: { 200: Mine } } },
    (request) =>
      request.asUser(async (sql) => {
        const state = one(
          await sql<{ isNeeded: boolean; mayRecord: boolean }>`
            select private.payments_on() as "isNeeded", coalesce(
              (select "subscriptionStatus" from public."ProfileSharer" where id = any (private.told_sharers())),
              not private.payments_on()
                or exists (select from public."Subscription" where "givesAccess")) as "mayRecord"`,
        );
        const [held = null] = await sql<Static<typeof Held>>`
          select p."displayName" as plan, s.status, s."givesAccess" is true as "givesAccess",
            s."autoRenewalStatus" in ('will_renew', 'will_change_product') is true as renews,
            s."currentPeriodEndsAt" as "periodEndsAt", s.store, s."managementUrl"
          from public."Subscription" s left join public."Product" p on p.id = s."productId"
          order by s."givesAccess" is true desc, s."currentPeriodEndsAt" desc nulls first limit 1`;
        return { ...state, held };
      }),
  );

  app.post(
    '/me/subscription/refresh',
    {
      schema: {
        summary: 'Fetch one’s own subscription again',
        description: 'Right after buying, where RevenueCat is slow to say so.',
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asUser((sql) => sql`select api.refresh_subscription()`);
      return reply.status(204).send(null);
    },
  );
};

const forAdmins: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/admin/payments',
    { schema: { summary: 'How payments are doing', response: { 200: Payments } } },
    (request) =>
      request.asAdmin(async (sql) => {
        const state = one(
          await sql<{ isOn: boolean; waiting: number; lastEventAt: string | null }>`
            select private.payments_on() as "isOn",
              (select count(*)::int from public."ProfileSharer" where not "subscriptionStatus") as waiting,
              (select max("receivedAt") from private.revenuecat_event) as "lastEventAt"`,
        );
        const strangers = await sql<Static<typeof Payments>['strangers'][number]>`
          select type, customers, "receivedAt" from private.revenuecat_event
          where not "isKnown" and type <> 'TEST' order by "receivedAt" desc limit 20`;
        return { ...state, strangers };
      }),
  );

  app.post(
    '/admin/payments/refresh',
    {
      schema: {
        summary: 'Fetch the catalogue and every customer again',
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await request.asAdmin((sql) => sql`select api.refresh_payments()`);
      return reply.status(204).send(null);
    },
  );
};
