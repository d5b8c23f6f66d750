import type { ServiceDatabase } from '../../../db/session.ts';
import { agree, type Bought } from './agree.ts';
import { type RevenueCatClient, RevenueCatError } from './revenuecat/client.ts';
import { Entitlement, Purchase, Subscription } from './revenuecat/shapes.ts';

/**
 * Fetches what a customer bought, and makes our tables say the same. Running it twice changes
 * nothing; a customer who is nobody here is left alone.
 */
export async function syncCustomer(
  { service, client }: { service: ServiceDatabase; client: RevenueCatClient },
  customer: string,
  signal?: AbortSignal,
): Promise<void> {
  const person = () =>
    service.asService(
      (sql) => sql<{ id: string | null }>`select private.person_of_customer(${customer}) as id`,
    );
  if ((await person())[0]?.id === null) return;
  const bought = await fetchBought(client, customer, signal);
  await service.asService((sql) => agree(sql, customer, bought));
}

async function fetchBought(
  client: RevenueCatClient,
  customer: string,
  signal?: AbortSignal,
): Promise<Bought> {
  const path = `/customers/${encodeURIComponent(customer)}`;
  const subscriptions = await known(client.list(`${path}/subscriptions`, Subscription, signal));
  const purchases = await known(client.list(`${path}/purchases`, Purchase, signal));
  const entitled = [];
  for (const { id, entitlements } of subscriptions ?? []) {
    const found = entitlements ? await client.rest(entitlements, Entitlement, signal) : [];
    entitled.push(...found.map((entitlement) => ({ subscription: id, entitlement })));
  }
  return {
    isKnown: subscriptions !== null,
    subscriptions: once(subscriptions ?? []),
    purchases: once(purchases ?? []),
    entitled,
  };
}

/** Null for a customer whom RevenueCat does not know, or no longer: who has bought nothing. */
async function known<T>(asked: Promise<T[]>): Promise<T[] | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RevenueCatError && error.isMissing) return null;
    throw error;
  }
}

/** Pages that shift while they are read can name something twice. */
const once = <T extends { id: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];
