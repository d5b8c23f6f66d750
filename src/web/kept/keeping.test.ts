import 'fake-indexeddb/auto';
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { ApiError } from '../api.ts';
import { keeping } from './keeping.ts';
import { findKept, forgetAll, KEPT_MS, tidy } from './store.ts';

const down = new ApiError(0, 'unreachable', '');
const signedOut = new ApiError(401, 'unauthenticated', '');

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  await forgetAll();
});

/** A visit: a window with an empty memory. */
const visit = () =>
  new QueryClient({ defaultOptions: { queries: { persister: keeping, retry: false } } });

/** Opens a page: who one is, and then what the page shows. */
async function open(person: string, key: QueryKey, data: unknown): Promise<QueryClient> {
  const client = visit();
  await client.fetchQuery({ queryKey: ['me'], queryFn: () => ({ id: person }) });
  await client.fetchQuery({ queryKey: key, queryFn: () => data });
  await kept(client, key);
  return client;
}

/** Until what is written behind the page's back is there. */
async function kept(client: QueryClient, key: QueryKey): Promise<void> {
  const { queryHash } = client.getQueryCache().find({ queryKey: key }) ?? {};
  await vi.waitUntil(() => findKept('own', queryHash ?? ''), { timeout: 10_000 });
}

const failing = (error: Error) => () => Promise.reject(error);

/** What another visit shows of it, when asking for it ends like this. */
const shows = (key: QueryKey, error: Error, client = visit()) =>
  client.fetchQuery({ queryKey: key, queryFn: failing(error) });

it('shows what was seen last while the server is away, and the truth when it is not', async () => {
  await open('rosa', ['stories'], ['about bread']);
  expect(await shows(['stories'], down)).toEqual(['about bread']);
  expect(await shows(['stories'], new ApiError(502, 'unknown', ''))).toEqual(['about bread']);
  expect(await shows(['me'], down)).toEqual({ id: 'rosa' });
  const error = new ApiError(500, 'internal', '');
  await expect(shows(['stories'], error)).rejects.toBe(error);
});

it('has nothing of what was not seen, and says so', async () => {
  await open('rosa', ['stories'], []);
  await expect(shows(['topics'], down)).rejects.toBe(down);
});

it('goes on showing what the page has, rather than what is older', async () => {
  const client = await open('rosa', ['stories'], ['about bread']);
  client.setQueryData(['stories'], ['about bread', 'about rain']);
  vi.stubGlobal('navigator', { onLine: false });
  expect(await shows(['stories'], down, client)).toEqual(['about bread', 'about rain']);
});

it('forgets everything when somebody else is here, or nobody', async () => {
  await open('rosa', ['stories'], ['about bread']);
  await open('anna', ['topics'], []);
  await expect(shows(['stories'], down)).rejects.toBe(down);
  await expect(shows(['me'], signedOut)).rejects.toBe(signedOut);
  await expect(shows(['topics'], down)).rejects.toBe(down);
  await expect(shows(['me'], down)).rejects.toBe(down);
});

it('forgets what may not be seen any more', async () => {
  await open('rosa', ['stories', '1'], 'about bread');
  await expect(shows(['stories', '1'], new ApiError(404, 'not-found', ''))).rejects.toThrow();
  await expect(shows(['stories', '1'], down)).rejects.toBe(down);
});

it('does not keep an answer that comes after the person has gone', async () => {
  const client = await open('rosa', ['stories'], ['about bread']);
  let answer = (_: unknown) => {};
  const late = client.fetchQuery({
    queryKey: ['feed'],
    queryFn: () => new Promise((resolve) => (answer = resolve)),
  });
  await forgetAll();
  await open('anna', ['topics'], []);
  answer(['of Rosa’s family']);
  await late;
  // written after it would have been
  await open('anna', ['listeners'], []);
  await expect(shows(['feed'], down)).rejects.toBe(down);
});

it('keeps nothing that admins see of others, nor what was searched for', async () => {
  const client = await open('rosa', ['stories'], []);
  for (const name of ['admin', 'search']) {
    await client.fetchQuery({ queryKey: [name, 'x'], queryFn: () => 'a mail' });
  }
  await open('rosa', ['topics'], []);
  await expect(shows(['admin', 'x'], down)).rejects.toBe(down);
  await expect(shows(['search', 'x'], down)).rejects.toBe(down);
});

it('forgets what nobody has looked at for as long as a session lasts', async () => {
  await open('rosa', ['stories'], ['about bread']);
  vi.setSystemTime(Date.now() + KEPT_MS + 1000);
  try {
    await expect(shows(['stories'], down)).rejects.toBe(down);
    await tidy();
  } finally {
    vi.useRealTimers();
  }
  await expect(shows(['stories'], down)).rejects.toBe(down);
});
