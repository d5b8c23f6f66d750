import type { ServiceDatabase, Sql } from '../../../db/session.ts';
import { entitlementRows } from './agree.ts';
import type { RevenueCatClient } from './revenuecat/client.ts';
import { Entitlement, Offering, Package, PackageProduct, Product } from './revenuecat/shapes.ts';

/** A package, the offering it lies in, and RevenueCat's id of the product that stands for it. */
interface Offered extends Package {
  offering: string;
  product: string | null;
}

interface Catalogue {
  products: Product[];
  entitlements: Entitlement[];
  offerings: Offering[];
  packages: Offered[];
}

/** Fetches what there is to buy, and makes our tables say the same. */
export async function syncCatalogue(
  { service, client }: { service: ServiceDatabase; client: RevenueCatClient },
  signal?: AbortSignal,
): Promise<void> {
  const products = await client.list('/products', Product, signal);
  const entitlements = await client.list('/entitlements', Entitlement, signal);
  const offerings = await client.list('/offerings', Offering, signal);
  const packages: Offered[] = [];
  for (const { id: offering } of offerings) {
    const path = `/offerings/${encodeURIComponent(offering)}/packages?expand=items.product`;
    for (const found of await client.list(path, Package, signal)) {
      packages.push({ ...found, offering, product: await productOf(client, found, signal) });
    }
  }
  await service.asService((sql) => take(sql, { products, entitlements, offerings, packages }));
}

/** A package holds a product for each store, and for each age of an app; our column holds one. */
async function productOf(
  client: RevenueCatClient,
  { id, products }: Package,
  signal?: AbortSignal,
): Promise<string | null> {
  const found = products
    ? await client.rest(products, PackageProduct, signal)
    : await client.list(`/packages/${encodeURIComponent(id)}/products`, PackageProduct, signal);
  const best = found.find((each) => each.eligibility_criteria !== 'google_sdk_lt_6') ?? found[0];
  return best?.product.id ?? null;
}

/** Offerings and packages go with RevenueCat's; products and entitlements stay, as people hold them. */
async function take(sql: Sql, catalogue: Catalogue): Promise<void> {
  const { entitlements, offerings } = catalogue;
  const products = catalogue.products.map(({ id, store_identifier, type, display_name }) => ({
    revenuecatId: id,
    storeIdentifier: store_identifier,
    type,
    displayName: display_name,
  }));
  await sql`select private.take_from_revenuecat('public."Product"', ${JSON.stringify(products)})`;
  await sql`select private.take_from_revenuecat('public."Entitlement"', ${entitlementRows(entitlements)})`;
  const kept = offerings.map(({ id, lookup_key, display_name, is_current }) => ({
    revenuecatId: id,
    lookupKey: lookup_key,
    displayName: display_name,
    isCurrent: is_current,
  }));
  await sql`delete from public."Offering" where "revenuecatId" <> all (${kept.map((row) => row.revenuecatId)})`;
  await sql`select private.take_from_revenuecat('public."Offering"', ${JSON.stringify(kept)})`;
  await takePackages(sql, catalogue.packages);
}

async function takePackages(sql: Sql, packages: Offered[]): Promise<void> {
  const offerings = await idsOf(sql`select id, "revenuecatId" from public."Offering"`);
  const products = await idsOf(sql`select id, "revenuecatId" from public."Product"`);
  const rows = packages.map((found) => ({
    revenuecatId: found.id,
    offeringId: offerings.get(found.offering) ?? null,
    productId: products.get(found.product) ?? null,
    lookupKey: found.lookup_key,
    displayName: found.display_name,
    position: found.position ?? null,
  }));
  await sql`delete from public."Package" where "revenuecatId" <> all (${rows.map((row) => row.revenuecatId)})`;
  await sql`select private.take_from_revenuecat('public."Package"', ${JSON.stringify(rows)})`;
}

async function idsOf(asked: Promise<Record<string, unknown>[]>): Promise<Map<unknown, unknown>> {
  return new Map((await asked).map(({ id, revenuecatId }) => [revenuecatId, id]));
}
