import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import { forgetJobs } from '../../worker/testing.ts';
import {
  type FakeRevenueCat,
  failure,
  fakeKey,
  fakeProject,
  startFakeRevenueCat,
} from './testing/fake-revenuecat.ts';
import { entitlement, eventOf, listOf, purchase, subscription } from './testing/fixtures.ts';

const authorization = 'Bearer of good news';
let fake: FakeRevenueCat;
let server: TestServer;

beforeAll(async () => {
  fake = await startFakeRevenueCat();
  server = await startTestServer({
    REVENUECAT_API_KEY: fakeKey,
    REVENUECAT_PROJECT_ID: fakeProject,
    REVENUECAT_WEBHOOK_AUTHORIZATION: authorization,
    REVENUECAT_API_URL: fake.url,
  });
  for (const name of ['rosa', 'sam']) {
    const browser = await server.member(newEmail(name));
    await browser.post('/me/sharer');
    const { id } = (await browser.get('/me')).body;
    await server.owner.query(
      `update public."Profile" set "revenuecatAppUserId" = $2, "firstName" = $2 where id = $1`,
      [id, name],
    );
  }
});
afterAll(async () => {
  await server.stop();
  await fake.stop();
});
beforeEach(async () => {
  fake.customers.clear();
  fake.aliases.clear();
  fake.catalogue.clear();
  for (const path of ['/products', '/entitlements', '/offerings']) fake.catalogue.set(path, []);
  await server.owner.query('delete from public."Subscription"');
  await server.owner.query('delete from public."Purchase"');
  await server.owner.query('delete from public."Product"');
  await server.owner.query('delete from public."Entitlement"');
  await forgetJobs(server.owner);
  await server.owner.query('delete from private.revenuecat_customer');
  fake.asked.length = 0;
  fake.refusals.length = 0;
});

const send = async (event: object) => {
  const answer = await server.browser().fetch('/api/v1/webhooks/revenuecat', {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(event),
  });
  expect(answer.status).toBe(200);
};
/** Lets an event about these customers come, and its jobs run. */
const hear = async (...names: string[]) => {
  await send(eventOf('RENEWAL', { aliases: names }));
  await server.runJobs();
};
const rows = async (text: string) => (await server.owner.query(text)).rows;
/** Who holds what. */
const held = () =>
  rows(`
    select p."firstName" as who, s."revenuecatId" as id, s."givesAccess", s.status, (
      select string_agg(e."revenuecatId", ' ' order by e."revenuecatId")
      from public."SubscriptionEntitlement" l join public."Entitlement" e on e.id = l."entitlementId"
      where l."subscriptionId" = s.id) as rights
    from public."Subscription" s join public."Profile" p on p.id = s."userId" order by 2`);
const bought = () =>
  rows(`
    select p."firstName" as who, b."revenuecatId" as id, b.status
    from public."Purchase" b join public."Profile" p on p.id = b."userId" order by 2`);
const active = async () => {
  const found = await rows(`
    select p."firstName" as who from public."ProfileSharer" s
    join public."Profile" p on p.id = s."profileId" where s."subscriptionStatus" order by 1`);
  return found.map(({ who }) => who);
};
const gives = (name: string, subscriptions: object[], purchases: object[] = []) =>
  fake.customers.set(name, { subscriptions, purchases } as never);

describe('a customer', () => {
  test('is written down whole, and may record', async () => {
    expect(await active()).toEqual([]);
    gives('rosa', [subscription('sub1')], [purchase('purch1')]);
    await hear('rosa');
    const [row] = await rows(`
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
    const [paid] = await rows('select * from public."Purchase"');
    expect(paid).toMatchObject({
      revenuecatId: 'purch1',
      purchasedAt: new Date(1658399423658),
      revenueInUsd: '9.99',
      status: 'owned',
      storePurchaseIdentifier: '12345678',
    });
    expect(await active()).toEqual(['rosa']);
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
    gives('rosa', [subscription('sub1', odd)], [purchase('purch1', { revenue_in_usd: null })]);
    await hear('rosa');
    const [row] = await rows('select * from public."Subscription"');
    expect(row).toMatchObject({
      productId: null,
      currentPeriodEndsAt: null,
      status: 'something_new',
      storeSubscriptionIdentifier: '12345678',
    });
    expect(await active()).toEqual(['rosa']);
  });

  test('is read to the last page', async () => {
    const rights = ['entl1', 'entl2', 'entl3'].map((id) => entitlement(id));
    const path = '/v2/projects/proj1ab2c3d4/subscriptions/sub1/entitlements';
    fake.catalogue.set('/subscriptions/sub1/entitlements', rights);
    const entitlements = listOf(rights.slice(0, 2), path, `${path}?starting_after=entl2`);
    const subscriptions = ['sub2', 'sub3', 'sub4', 'sub5'].map((id) => subscription(id));
    gives(
      'rosa',
      [subscription('sub1', { entitlements }), ...subscriptions],
      ['purch1', 'purch2', 'purch3'].map((id) => purchase(id)),
    );
    await hear('rosa');
    expect((await held()).map(({ id }) => id)).toEqual(['sub1', 'sub2', 'sub3', 'sub4', 'sub5']);
    expect((await held())[0].rights).toBe('entl1 entl2 entl3');
    expect(await bought()).toHaveLength(3);
  });

  test('that is fetched twice is not touched the second time', async () => {
    gives('rosa', [subscription('sub1')], [purchase('purch1')]);
    await hear('rosa');
    const all = () =>
      rows(`select s.*, b."updatedAt" as paid, e."updatedAt" as named, l.id as link
        from public."Subscription" s, public."Purchase" b, public."Entitlement" e,
        public."SubscriptionEntitlement" l`);
    const before = await all();
    await hear('rosa');
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
    gives('rosa', [with_('entl1', 'entl2')]);
    await hear('rosa');
    gives('rosa', [with_('entl2', 'entl3')]);
    await hear('rosa');
    expect((await held())[0].rights).toBe('entl2 entl3');
  });

  test.each(['in_grace_period', 'paused', 'in_billing_retry', 'expired'])(
    'that is %s records as long as RevenueCat gives access',
    async (status) => {
      gives('rosa', [subscription('sub1', { status, gives_access: true })]);
      await hear('rosa');
      expect(await active()).toEqual(['rosa']);
      gives('rosa', [subscription('sub1', { status, gives_access: false })]);
      await hear('rosa');
      expect(await active()).toEqual([]);
    },
  );

  test('goes on recording with a second subscription', async () => {
    gives('rosa', [subscription('sub1', { gives_access: false }), subscription('sub2')]);
    await hear('rosa');
    expect(await active()).toEqual(['rosa']);
  });

  test('is nothing here while nobody has the name', async () => {
    gives('nobody', [subscription('sub1')]);
    await hear('nobody');
    expect(fake.asked).toEqual([]);
    expect(await held()).toEqual([]);
  });

  test('whom RevenueCat forgot has no access, and what was bought is remembered as over', async () => {
    gives('rosa', [subscription('sub1')], [purchase('purch1')]);
    await hear('rosa');
    fake.customers.clear();
    await hear('rosa');
    expect(await held()).toMatchObject([{ id: 'sub1', givesAccess: false, status: 'expired' }]);
    expect(await bought()).toEqual([]);
    expect(await active()).toEqual([]);
  });
});

describe.each([[['rosa', 'sam']], [['sam', 'rosa']]])(
  'a transfer, heard of by %j in turn',
  (order) => {
    test('moves all of it', async () => {
      gives('rosa', [subscription('sub1')], [purchase('purch1')]);
      gives('sam', []);
      await hear('rosa', 'sam');
      expect(await active()).toEqual(['rosa']);
      gives('rosa', []);
      gives('sam', [subscription('sub1')], [purchase('purch1')]);
      for (const name of order) await hear(name);
      expect(await held()).toMatchObject([{ who: 'sam', id: 'sub1', givesAccess: true }]);
      expect(await bought()).toMatchObject([{ who: 'sam' }]);
      expect(await active()).toEqual(['sam']);
    });
  },
);

describe('RevenueCat that does not answer', () => {
  test('is asked again after the time it says', async () => {
    const slow = failure('rate_limit_error', 'Rate limit exceeded', { backoff_ms: 1 });
    fake.refusals.push({ status: 429, headers: { 'retry-after': '0' }, body: slow });
    fake.refusals.push({ status: 503, body: failure('server_error', 'Away', { backoff_ms: 1 }) });
    gives('rosa', [subscription('sub1')]);
    await hear('rosa');
    expect(await active()).toEqual(['rosa']);
  });

  test.each([
    ['refuses the key', 401, failure('authentication_error', 'Invalid API key', {})],
    ['knows no such project', 404, failure('resource_missing', 'No', { param: 'project_id' })],
    ['is somebody else', 404, { page: 'not found' }],
  ])('where it %s, ends nobody’s access', async (_what, status, body) => {
    gives('rosa', [subscription('sub1')]);
    await hear('rosa');
    fake.refusals.push({ status, body });
    await hear('rosa');
    expect(await active()).toEqual(['rosa']);
    const [job] = await rows('select attempts, last_error from graphile_worker.jobs');
    expect(job).toMatchObject({
      attempts: 1,
      last_error: expect.stringContaining(`answers ${status}`),
    });
  });

  test('or answers something else is an error, not an end', async () => {
    gives('rosa', [subscription('sub1')]);
    await hear('rosa');
    gives('rosa', [{ id: 'sub1' }]);
    await hear('rosa');
    expect(await active()).toEqual(['rosa']);
  });

  test('never gets the key to another host', async () => {
    gives('rosa', []);
    const elsewhere = listOf([], '/', 'https://elsewhere.example/v2/more');
    fake.refusals.push({ status: 200, body: elsewhere });
    await hear('rosa');
    const [job] = await rows('select last_error from graphile_worker.jobs');
    expect(job.last_error).toContain('elsewhere.example');
  });
});

test('any order of events, some of them twice, ends as RevenueCat has it', async () => {
  const item = fc.record({
    owner: fc.constantFrom('rosa', 'sam'),
    gives_access: fc.boolean(),
    status: fc.constantFrom('active', 'paused', 'expired'),
    rights: fc.subarray(['entl1', 'entl2', 'entl3']),
  });
  const step = fc.record({
    /** Which subscription changes, and to what. */
    change: fc.tuple(fc.constantFrom('sub1', 'sub2', 'sub3'), item),
    /** Which of the events that are on their way arrive after it, by their places. */
    arrive: fc.array(fc.nat(5), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      await server.owner.query('delete from public."Subscription"');
      const state = new Map<string, (typeof steps)[0]['change'][1]>();
      const onTheirWay: object[] = [];
      const publish = () => {
        for (const name of ['rosa', 'sam']) {
          const own = [...state].filter(([, { owner }]) => owner === name);
          gives(
            name,
            own.map(([id, { gives_access, status, rights }]) => {
              const entitlements = listOf(
                rights.map((right) => entitlement(right)),
                '/',
              );
              return subscription(id, { gives_access, status, entitlements });
            }),
          );
        }
      };
      for (const { change, arrive } of steps) {
        const [id, next] = change;
        const before = state.get(id)?.owner ?? next.owner;
        state.set(id, next);
        publish();
        onTheirWay.push(eventOf('X', { transferred_from: [before], transferred_to: [next.owner] }));
        for (const place of arrive) {
          await send(onTheirWay[place % onTheirWay.length] as object);
          await server.runJobs();
        }
      }
      for (const event of onTheirWay.reverse()) await send(event);
      await server.runJobs();
      const wanted = [...state].map(([id, { owner, gives_access, status, rights }]) => ({
        who: owner,
        id,
        givesAccess: gives_access,
        status,
        rights: rights.join(' ') || null,
      }));
      expect(await held()).toEqual(wanted.sort((a, b) => (a.id < b.id ? -1 : 1)));
      const access = wanted.filter(({ givesAccess }) => givesAccess).map(({ who }) => who);
      expect(await active()).toEqual([...new Set(access)].sort());
    }),
    { numRuns: 8 },
  );
}, 60_000);
