import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failure } from './testing/fake-revenuecat.ts';
import { listOf, subscription } from './testing/fixtures.ts';
import { type RevenueCatSite, startRevenueCatSite } from './testing/revenuecat-site.ts';

let site: RevenueCatSite;
beforeAll(async () => {
  site = await startRevenueCatSite();
});
afterAll(() => site.stop());
beforeEach(() => site.clear());

describe('RevenueCat that does not answer', () => {
  test('is asked again after the time it says', async () => {
    const slow = failure('rate_limit_error', 'Rate limit exceeded', { backoff_ms: 1 });
    site.fake.refusals.push({ status: 429, headers: { 'retry-after': '0' }, body: slow });
    site.fake.refusals.push({
      status: 503,
      body: failure('server_error', 'Away', { backoff_ms: 1 }),
    });
    site.gives('rosa', [subscription('sub1')]);
    await site.hear('rosa');
    expect(await site.active()).toEqual(['rosa']);
  });

  test.each([
    ['refuses the key', 401, failure('authentication_error', 'Invalid API key', {})],
    ['knows no such project', 404, failure('resource_missing', 'No', { param: 'project_id' })],
    ['is somebody else', 404, { page: 'not found' }],
  ])('where it %s, ends nobody’s access', async (_what, status, body) => {
    site.gives('rosa', [subscription('sub1')]);
    await site.hear('rosa');
    site.fake.refusals.push({ status, body });
    await site.hear('rosa');
    expect(await site.active()).toEqual(['rosa']);
    const [job] = await site.rows('select attempts, last_error from graphile_worker.jobs');
    expect(job).toMatchObject({
      attempts: 1,
      last_error: expect.stringContaining(`answers ${status}`),
    });
  });

  test('or answers something else is an error, not an end', async () => {
    site.gives('rosa', [subscription('sub1')]);
    await site.hear('rosa');
    site.gives('rosa', [{ id: 'sub1' }]);
    await site.hear('rosa');
    expect(await site.active()).toEqual(['rosa']);
  });

  test('never gets the key to another host', async () => {
    site.gives('rosa', []);
    const elsewhere = listOf([], '/', 'https://elsewhere.example/v2/more');
    site.fake.refusals.push({ status: 200, body: elsewhere });
    await site.hear('rosa');
    const [job] = await site.rows('select last_error from graphile_worker.jobs');
    expect(job.last_error).toContain('elsewhere.example');
  });
});
