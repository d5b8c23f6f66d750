import { expect } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../../server/testing.ts';
import { forgetJobs } from '../../../worker/testing.ts';
import { type FakeRevenueCat, fakeAuthorization, startFakeRevenueCat } from './fake-revenuecat.ts';
import { eventOf } from './fixtures.ts';

/** A Telloom whose payments are at a RevenueCat of its own, and two storytellers: rosa and sam. */
export interface RevenueCatSite {
  fake: FakeRevenueCat;
  server: TestServer;
  /** What RevenueCat says from now on that somebody holds. */
  gives: (name: string, subscriptions: object[], purchases?: object[]) => void;
  send: (event: object) => Promise<void>;
  /** Lets an event about these customers come, and its jobs run. */
  hear: (...names: string[]) => Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: as the driver gives them
  rows: (text: string) => Promise<any[]>;
  /** Who holds what. */
  held: () => ReturnType<RevenueCatSite['rows']>;
  bought: () => ReturnType<RevenueCatSite['rows']>;
  /** Who may record. */
  active: () => Promise<string[]>;
  /** Nobody has bought anything, and nothing was asked. */
  clear: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startRevenueCatSite(): Promise<RevenueCatSite> {
  const fake = await startFakeRevenueCat();
  const server = await startTestServer(fake.env);
  for (const name of ['rosa', 'sam']) {
    const browser = await server.member(newEmail(name));
    await browser.post('/me/sharer');
    const { id } = (await browser.get('/me')).body;
    await server.owner.query(
      `update public."Profile" set "revenuecatAppUserId" = $2, "firstName" = $2 where id = $1`,
      [id, name],
    );
  }
  const rows = async (text: string) => (await server.owner.query(text)).rows;
  const send = async (event: object) => {
    const answer = await server.browser().fetch('/api/v1/webhooks/revenuecat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: fakeAuthorization },
      body: JSON.stringify(event),
    });
    expect(answer.status).toBe(200);
  };
  return {
    ...{ fake, server, rows, send },
    gives: (name, subscriptions, purchases = []) =>
      void fake.customers.set(name, { subscriptions, purchases }),
    hear: async (...names) => {
      await send(eventOf('RENEWAL', { aliases: names }));
      await server.runJobs();
    },
    held: () =>
      rows(`
        select p."firstName" as who, s."revenuecatId" as id, s."givesAccess", s.status, (
          select string_agg(e."revenuecatId", ' ' order by e."revenuecatId")
          from public."SubscriptionEntitlement" l join public."Entitlement" e on e.id = l."entitlementId"
          where l."subscriptionId" = s.id) as rights
        from public."Subscription" s join public."Profile" p on p.id = s."userId" order by 2`),
    bought: () =>
      rows(`
        select p."firstName" as who, b."revenuecatId" as id, b.status
        from public."Purchase" b join public."Profile" p on p.id = b."userId" order by 2`),
    active: async () => {
      const found = await rows(`
        select p."firstName" as who from public."ProfileSharer" s
        join public."Profile" p on p.id = s."profileId" where s."subscriptionStatus" order by 1`);
      return found.map(({ who }) => who);
    },
    clear: async () => {
      fake.customers.clear();
      fake.aliases.clear();
      fake.catalogue.clear();
      for (const path of ['/products', '/entitlements', '/offerings']) fake.catalogue.set(path, []);
      for (const table of ['Subscription', 'Purchase', 'Product', 'Entitlement'])
        await server.owner.query(`delete from public."${table}"`);
      await forgetJobs(server.owner);
      await server.owner.query('delete from private.revenuecat_customer');
      fake.asked.length = 0;
      fake.refusals.length = 0;
    },
    stop: async () => {
      await server.stop();
      await fake.stop();
    },
  };
}
