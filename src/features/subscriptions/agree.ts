import type { Sql } from '../../../db/session.ts';
import type { Entitlement, Purchase, Subscription } from './revenuecat/shapes.ts';

/** All that RevenueCat says a customer bought. */
export interface Bought {
  /** False: RevenueCat knows no such customer. */
  isKnown: boolean;
  subscriptions: Subscription[];
  purchases: Purchase[];
  entitled: { subscription: string; entitlement: Entitlement }[];
}

/**
 * Makes our tables say of a customer's person what RevenueCat says; in one transaction.
 * `ProfileSharer.subscriptionStatus` follows by itself.
 */
export async function agree(sql: Sql, customer: string, bought: Bought): Promise<void> {
  const [person] = await sql<{ id: string | null }>`
    select private.person_of_customer(${customer}) as id`;
  if (!person?.id) return; // left in the meantime
  const userId = person.id;
  const products = await productIds(sql, [...bought.subscriptions, ...bought.purchases]);
  await takeSubscriptions(sql, userId, bought.subscriptions, products);
  await takeEntitlements(sql, bought);
  await takePurchases(sql, userId, bought.purchases, products);
  if (bought.isKnown) {
    await sql`
      update public."Profile" set "revenuecatAppUserId" = ${customer}
      where id = ${userId} and "revenuecatAppUserId" is null`;
  }
  await sql`
    insert into private.revenuecat_customer (id, "fetchedAt") values (${customer}, now())
    on conflict (id) do update set "fetchedAt" = now()`;
}

type Ids = Map<string, string>;

/** Our ids of the products. One that is new to us is described by the catalogue, which is asked. */
async function productIds(sql: Sql, bought: { product_id: string | null }[]): Promise<Ids> {
  const theirs = [...new Set(bought.flatMap(({ product_id }) => product_id ?? []))];
  const made = await sql`
    insert into public."Product" ("revenuecatId") select unnest(${theirs}::text[])
    on conflict do nothing returning id`;
  if (made.length > 0) await sql`select private.refresh_catalogue()`;
  const rows = await sql<{ id: string; revenuecatId: string }>`
    select id, "revenuecatId" from public."Product" where "revenuecatId" = any (${theirs})`;
  return new Map(rows.map(({ id, revenuecatId }) => [revenuecatId, id]));
}

const productOf = (products: Ids, id: string | null) => products.get(id ?? '') ?? null;
const at = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const text = (value: string | number | null | undefined) => value?.toString() ?? null;

async function takeSubscriptions(
  sql: Sql,
  userId: string,
  subscriptions: Subscription[],
  products: Ids,
): Promise<void> {
  const rows = subscriptions.map((found) => ({
    revenuecatId: found.id,
    userId,
    productId: productOf(products, found.product_id),
    startsAt: at(found.starts_at),
    currentPeriodStartsAt: at(found.current_period_starts_at),
    currentPeriodEndsAt: at(found.current_period_ends_at),
    givesAccess: found.gives_access,
    autoRenewalStatus: found.auto_renewal_status,
    status: found.status,
    store: found.store,
    environment: found.environment,
    storeSubscriptionIdentifier: text(found.store_subscription_identifier),
    managementUrl: text(found.management_url),
  }));
  await sql`
    select private.take_from_revenuecat('public."Subscription"', ${JSON.stringify(rows)})`;
  // Moved to another customer, or gone with theirs: what was stays known, and gives nothing.
  await sql`
    update public."Subscription" set "givesAccess" = false, status = 'expired',
      "autoRenewalStatus" = 'will_not_renew', "managementUrl" = null
    where "userId" = ${userId} and "revenuecatId" <> all (${rows.map((row) => row.revenuecatId)})
      and ("givesAccess" is distinct from false or status is distinct from 'expired')`;
}

async function takeEntitlements(sql: Sql, { subscriptions, entitled }: Bought): Promise<void> {
  const kinds = new Map(entitled.map(({ entitlement }) => [entitlement.id, entitlement]));
  await sql`
    select private.take_from_revenuecat('public."Entitlement"', ${entitlementRows([...kinds.values()])})`;
  const pairs = JSON.stringify(
    entitled.map(({ subscription, entitlement }) => [subscription, entitlement.id]),
  );
  await sql`
    insert into public."SubscriptionEntitlement" ("subscriptionId", "entitlementId")
    select s.id, e.id from jsonb_array_elements(${pairs}::jsonb) pair
    join public."Subscription" s on s."revenuecatId" = pair ->> 0
    join public."Entitlement" e on e."revenuecatId" = pair ->> 1
    on conflict do nothing`;
  await sql`
    delete from public."SubscriptionEntitlement" l
    using public."Subscription" s, public."Entitlement" e
    where s.id = l."subscriptionId" and e.id = l."entitlementId"
      and s."revenuecatId" = any (${subscriptions.map(({ id }) => id)})
      and not ${pairs}::jsonb @> jsonb_build_array(jsonb_build_array(s."revenuecatId", e."revenuecatId"))`;
}

/** Entitlements as rows of ours, as JSON. */
export const entitlementRows = (entitlements: Entitlement[]): string =>
  JSON.stringify(
    entitlements.map(({ id, lookup_key, display_name }) => ({
      revenuecatId: id,
      lookupKey: lookup_key,
      displayName: display_name,
    })),
  );

async function takePurchases(
  sql: Sql,
  userId: string,
  purchases: Purchase[],
  products: Ids,
): Promise<void> {
  const rows = purchases.map((found) => ({
    revenuecatId: found.id,
    userId,
    productId: productOf(products, found.product_id),
    purchasedAt: at(found.purchased_at),
    store: found.store,
    revenueInUsd: found.revenue_in_usd?.gross ?? null,
    status: found.status,
    environment: found.environment,
    storePurchaseIdentifier: text(found.store_purchase_identifier),
  }));
  await sql`select private.take_from_revenuecat('public."Purchase"', ${JSON.stringify(rows)})`;
  await sql`
    delete from public."Purchase"
    where "userId" = ${userId} and "revenuecatId" <> all (${rows.map((row) => row.revenuecatId)})`;
}
