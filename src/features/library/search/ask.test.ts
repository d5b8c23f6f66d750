import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import { makeFamily } from '../../attachments/testing/family.ts';

let server: TestServer;
let anna: Browser;

beforeAll(async () => {
  server = await startTestServer();
  ({ anna } = await makeFamily(server));
});
afterAll(() => server.stop());

const ask = (q: string) => anna.get(`/search?q=${encodeURIComponent(q)}`);

describe('what is asked', () => {
  test.each([
    ['nothing', { q: '' }, 'q'],
    ['blanks', { q: ' \t ' }, 'q'],
    ['ten kilobytes', { q: 'a'.repeat(10_240) }, 'q'],
    ['a zero byte', { q: 'bread\u0000' }, 'q'],
    ['control characters', { q: '\u0007\u001b[2J' }, 'q'],
    ['a kind that there is not', { q: 'a', kind: 'films' }, 'kind'],
    ['a year in words', { q: 'a', from: 'then' }, 'from'],
    ['years in the wrong order', { q: 'a', from: 1980, to: 1970 }, 'to'],
    ['perhaps', { q: 'a', unseen: 'perhaps' }, 'unseen'],
  ])('%s is refused, and says where', async (_what, query, field) => {
    const { status, body } = await anna.get(
      `/search?${new URLSearchParams(query as Record<string, string>)}`,
    );
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field }]);
  });

  test.each(['"((| & ! :*', "'\\", '!', '-', 'OR', 'the', '%_', '🍞', '\u202e', 'a:*b'])(
    '%s finds nothing, quietly',
    async (q) => {
      const { status, body } = await ask(q);
      expect([status, body.total]).toEqual([200, 0]);
    },
  );

  test('says whether there was anything to look for', async () => {
    expect((await ask('the')).body.hasWords).toBe(false);
    expect((await ask('&&')).body.hasWords).toBe(false);
    expect((await ask('xylophone')).body.hasWords).toBe(true);
  });
});
