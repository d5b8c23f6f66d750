import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import { type FakeRevenueCat, startFakeRevenueCat } from './testing/fake-revenuecat.ts';
import { entitlement, offering, pack, product, subscription } from './testing/fixtures.ts';

let fake: FakeRevenueCat;
let server: TestServer;
beforeAll(async () => {
  fake = await startFakeRevenueCat();
  server = await startTestServer(fake.env);
});
afterAll(async () => {
  await server.stop();
  await fake.stop();
});

const rows = async (text: string) => (await server.owner.query(text)).rows;
const packages = () =>
  rows(`
    select k."revenuecatId" as id, o."revenuecatId" as offering, p."revenuecatId" as product, k.position
    from public."Package" k left join public."Offering" o on o.id = k."offeringId"
    left join public."Product" p on p.id = k."productId" order by 1`);
const eligible = (id: string, eligibility_criteria = 'all') => ({
  product: product(id),
  eligibility_criteria,
});
/** As the daily sweep does it. */
const sweep = async () => {
  await server.owner.query(`select graphile_worker.add_job('subscriptions.sweep')`);
  await server.runJobs();
};

test('the catalogue is what RevenueCat has, with its oddities', async () => {
  fake.catalogue.set('/products', [
    product('prod1'),
    product('prod2', { display_name: null }),
    product('prod3', { type: 'non_renewing_subscription' }),
  ]);
  fake.catalogue.set('/entitlements', [entitlement('entl1')]);
  fake.catalogue.set('/offerings', [offering('ofrng1'), offering('ofrng2', { is_current: false })]);
  fake.catalogue.set('/offerings/ofrng1/packages', [
    pack('pkg1', [eligible('prod1', 'google_sdk_lt_6'), eligible('prod2', 'google_sdk_ge_6')]),
    pack('pkg2', [], { position: 2 }),
    pack('pkg3', [], { products: null }),
  ]);
  fake.catalogue.set('/packages/pkg3/products', [eligible('prod3')]);
  fake.catalogue.set('/offerings/ofrng2/packages', []);
  await sweep();
  expect(await packages()).toEqual([
    { id: 'pkg1', offering: 'ofrng1', product: 'prod2', position: null },
    { id: 'pkg2', offering: 'ofrng1', product: null, position: 2 },
    { id: 'pkg3', offering: 'ofrng1', product: 'prod3', position: null },
  ]);
  const products = await rows(`select "revenuecatId" as id, "storeIdentifier", type, "displayName"
    from public."Product" order by 1`);
  expect(products).toEqual([
    {
      id: 'prod1',
      storeIdentifier: 'store.prod1',
      type: 'subscription',
      displayName: 'Plan prod1',
    },
    { id: 'prod2', storeIdentifier: 'store.prod2', type: 'subscription', displayName: null },
    {
      id: 'prod3',
      storeIdentifier: 'store.prod3',
      type: 'non_renewing_subscription',
      displayName: 'Plan prod3',
    },
  ]);

  fake.catalogue.set('/products', [product('prod1', { display_name: 'Yearly' })]);
  fake.catalogue.set('/offerings', [offering('ofrng2')]);
  await sweep();
  expect(await packages()).toEqual([]);
  const offerings = await rows(`select "revenuecatId" as id, "isCurrent" from public."Offering"`);
  expect(offerings).toEqual([{ id: 'ofrng2', isCurrent: true }]);
  const [yearly] = await rows(`select * from public."Product" where "revenuecatId" = 'prod1'`);
  expect(yearly.displayName).toBe('Yearly');
  expect(await rows('select from public."Product"')).toHaveLength(3);
});

test('a product that is new to us is described as soon as somebody bought it', async () => {
  const rosa = await server.member(newEmail('rosa'));
  const { id } = (await rosa.get('/me')).body;
  fake.catalogue.set('/products', [product('prodnew')]);
  fake.customers.set(id, {
    subscriptions: [subscription('sub9', { product_id: 'prodnew' })],
    purchases: [],
  });
  expect((await rosa.get('/me/subscription')).body.held).toBeNull();
  expect((await rosa.post('/me/subscription/refresh')).status).toBe(204);
  await server.runJobs();
  expect((await rosa.get('/me/subscription')).body).toEqual({
    isNeeded: true,
    mayRecord: true,
    held: {
      plan: 'Plan prodnew',
      status: 'active',
      givesAccess: true,
      renews: true,
      periodEndsAt: '2022-08-20T10:30:23.658Z',
      store: 'app_store',
      managementUrl: 'https://apps.example/manage',
    },
  });
});

test('the sweep fetches whom an event missed, and leaves the others in peace', async () => {
  const [{ id }] = await rows(`select "revenuecatAppUserId" as id from public."Profile"
    where "revenuecatAppUserId" is not null`);
  const fetched = () => fake.asked.filter((path) => path.includes(`/customers/${id}/subscr`));
  const sold = (more: object) =>
    fake.customers.set(id, { subscriptions: [subscription('sub9', more)], purchases: [] });
  fake.asked.length = 0;
  // over by its dates, and nobody said so
  sold({ current_period_ends_at: Date.now() + 3_600_000 });
  await sweep();
  expect(fetched()).toHaveLength(1);
  await sweep();
  expect(fetched()).toHaveLength(1);
  await rows(`update private.revenuecat_customer set "fetchedAt" = now() - interval '8 days'`);
  sold({ gives_access: false });
  await sweep();
  expect(fetched()).toHaveLength(2);
  expect(await rows('select from public."Subscription" where "givesAccess"')).toEqual([]);
});
