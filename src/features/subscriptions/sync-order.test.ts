import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { entitlement, eventOf, listOf, subscription } from './testing/fixtures.ts';
import { type RevenueCatSite, startRevenueCatSite } from './testing/revenuecat-site.ts';

let site: RevenueCatSite;
beforeAll(async () => {
  site = await startRevenueCatSite();
});
afterAll(() => site.stop());
beforeEach(() => site.clear());

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
      await site.server.owner.query('delete from public."Subscription"');
      const state = new Map<string, (typeof steps)[0]['change'][1]>();
      const onTheirWay: object[] = [];
      const publish = () => {
        for (const name of ['rosa', 'sam']) {
          const own = [...state].filter(([, { owner }]) => owner === name);
          site.gives(
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
          await site.send(onTheirWay[place % onTheirWay.length] as object);
          await site.server.runJobs();
        }
      }
      for (const event of onTheirWay.reverse()) await site.send(event);
      await site.server.runJobs();
      const wanted = [...state].map(([id, { owner, gives_access, status, rights }]) => ({
        who: owner,
        id,
        givesAccess: gives_access,
        status,
        rights: rights.join(' ') || null,
      }));
      expect(await site.held()).toEqual(wanted.sort((a, b) => (a.id < b.id ? -1 : 1)));
      const access = wanted.filter(({ givesAccess }) => givesAccess).map(({ who }) => who);
      expect(await site.active()).toEqual([...new Set(access)].sort());
    }),
    { numRuns: 8 },
  );
});
