import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entitlement, listOf, purchase, subscription } from './testing/fixtures.ts';
import { type RevenueCatSite, startRevenueCatSite } from './testing/revenuecat-site.ts';

let site: RevenueCatSite;
beforeAll(async () => {
  site = await startRevenueCatSite();
});
afterAll(() => site.stop());
beforeEach(() => site.clear());

describe('a customer', () => {
  test('is written down whole, and may record', async () => {
    expect(await site.active()).toEqual([]);
    site.gives('rosa', [subscription('sub1')], [purchase('purch1')]);
    await site.hear('rosa');
    const [row] = await site.rows(`
      select s.*, p."revenuecatId" as product from public."Subscription" s
      join public."Product" p on p.id = s."productId"`);
    expect(row).toMatchObject({
      revenuecatId: 'sub1',
      product: 'prodmonthly',
      startsAt: new Date(1658399423658),
      currentPeriodStartsAt: new Date(1658399423658),
      currentPeriodEndsAt: new Date(1660991423658),
      givesAccess: true,
      autoRenewalStatus: 'will_renew',
      status: 'active',
      store: 'app_store',
      environment: 'production',
      storeSubscriptionIdentifier: '12345678',
      managementUrl: 'https://apps.example/manage',
    });
    const [paid] = await site.rows('select * from public."Purchase"');
    expect(paid).toMatchObject({
      revenuecatId: 'purch1',
      purchasedAt: new Date(1658399423658),
      revenueInUsd: '9.99',
      status: 'owned',
      storePurchaseIdentifier: '12345678',
    });
    expect(await site.active()).toEqual(['rosa']);
  });

  test('may be as odd as RevenueCat’s are', async () => {
    const odd = {
      product_id: null,
      current_period_ends_at: null,
      store: 'promotional',
      status: 'something_new',
      store_subscription_identifier: 12345678,
      management_url: null,
      pending_changes: null,
      a_new_field: {},
    };
    site.gives('rosa', [subscription('sub1', odd)], [purchase('purch1', { revenue_in_usd: null })]);
    await site.hear('rosa');
    const [row] = await site.rows('select * from public."Subscription"');
    expect(row).toMatchObject({
      productId: null,
      currentPeriodEndsAt: null,
      status: 'something_new',
      storeSubscriptionIdentifier: '12345678',
    });
    expect(await site.active()).toEqual(['rosa']);
  });

  test('is read to the last page', async () => {
    const rights = ['entl1', 'entl2', 'entl3'].map((id) => entitlement(id));
    const path = '/v2/projects/proj1ab2c3d4/subscriptions/sub1/entitlements';
    site.fake.catalogue.set('/subscriptions/sub1/entitlements', rights);
    const entitlements = listOf(rights.slice(0, 2), path, `${path}?starting_after=entl2`);
    const subscriptions = ['sub2', 'sub3', 'sub4', 'sub5'].map((id) => subscription(id));
    site.gives(
      'rosa',
      [subscription('sub1', { entitlements }), ...subscriptions],
      ['purch1', 'purch2', 'purch3'].map((id) => purchase(id)),
    );
    await site.hear('rosa');
    expect((await site.held()).map(({ id }) => id)).toEqual([
      'sub1',
      'sub2',
      'sub3',
      'sub4',
      'sub5',
    ]);
    expect((await site.held())[0].rights).toBe('entl1 entl2 entl3');
    expect(await site.bought()).toHaveLength(3);
  });

  test('that is fetched twice is not touched the second time', async () => {
    site.gives('rosa', [subscription('sub1')], [purchase('purch1')]);
    await site.hear('rosa');
    const all = () =>
      site.rows(`select s.*, b."updatedAt" as paid, e."updatedAt" as named, l.id as link
        from public."Subscription" s, public."Purchase" b, public."Entitlement" e,
        public."SubscriptionEntitlement" l`);
    const before = await all();
    await site.hear('rosa');
    expect(await all()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('whose rights change has the new ones', async () => {
    const with_ = (...ids: string[]) =>
      subscription('sub1', {
        entitlements: listOf(
          ids.map((id) => entitlement(id)),
          '/',
        ),
      });
    site.gives('rosa', [with_('entl1', 'entl2')]);
    await site.hear('rosa');
    site.gives('rosa', [with_('entl2', 'entl3')]);
    await site.hear('rosa');
    expect((await site.held())[0].rights).toBe('entl2 entl3');
  });

  test.each(['in_grace_period', 'paused', 'in_billing_retry', 'expired'])(
    'that is %s records as long as RevenueCat gives access',
    async (status) => {
      site.gives('rosa', [subscription('sub1', { status, gives_access: true })]);
      await site.hear('rosa');
      expect(await site.active()).toEqual(['rosa']);
      site.gives('rosa', [subscription('sub1', { status, gives_access: false })]);
      await site.hear('rosa');
      expect(await site.active()).toEqual([]);
    },
  );

  test('goes on recording with a second subscription', async () => {
    site.gives('rosa', [subscription('sub1', { gives_access: false }), subscription('sub2')]);
    await site.hear('rosa');
    expect(await site.active()).toEqual(['rosa']);
  });

  test('is nothing here while nobody has the name', async () => {
    site.gives('nobody', [subscription('sub1')]);
    await site.hear('nobody');
    expect(site.fake.asked).toEqual([]);
    expect(await site.held()).toEqual([]);
  });

  test('whom RevenueCat forgot has no access, and what was bought is remembered as over', async () => {
    site.gives('rosa', [subscription('sub1')], [purchase('purch1')]);
    await site.hear('rosa');
    site.fake.customers.clear();
    await site.hear('rosa');
    expect(await site.held()).toMatchObject([
      { id: 'sub1', givesAccess: false, status: 'expired' },
    ]);
    expect(await site.bought()).toEqual([]);
    expect(await site.active()).toEqual([]);
  });
});

describe.each([[['rosa', 'sam']], [['sam', 'rosa']]])(
  'a transfer, heard of by %j in turn',
  (order) => {
    test('moves all of it', async () => {
      site.gives('rosa', [subscription('sub1')], [purchase('purch1')]);
      site.gives('sam', []);
      await site.hear('rosa', 'sam');
      expect(await site.active()).toEqual(['rosa']);
      site.gives('rosa', []);
      site.gives('sam', [subscription('sub1')], [purchase('purch1')]);
      for (const name of order) await site.hear(name);
      expect(await site.held()).toMatchObject([{ who: 'sam', id: 'sub1', givesAccess: true }]);
      expect(await site.bought()).toMatchObject([{ who: 'sam' }]);
      expect(await site.active()).toEqual(['sam']);
    });
  },
);
