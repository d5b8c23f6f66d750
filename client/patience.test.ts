import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCaller } from './caller.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const problem = { type: 'urn:telloom:problem:too-many', status: 429, title: 'Too many tries.' };
const refusal = (retryAfter: string) =>
  new Response(JSON.stringify(problem), {
    status: 429,
    headers: { 'content-type': 'application/problem+json', 'retry-after': retryAfter },
  });
const answer = () => Response.json({ name: 'Rosa' });

/** A server that refuses so often, and then answers. */
function serverThat(refuses: number, retryAfter = '10') {
  let left = refuses;
  const ask = vi.fn<typeof fetch>(async () => {
    left -= 1;
    return left < 0 ? answer() : refusal(retryAfter);
  });
  return { ask, api: createCaller({ base: '/api/v1', fetch: ask }) };
}

test('a read waits as long as it is told, and asks again', async () => {
  const { ask, api } = serverThat(1);
  const reading = api.get('/me');
  await vi.advanceTimersByTimeAsync(9_999);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await reading).toEqual({ name: 'Rosa' });
  expect(ask).toHaveBeenCalledTimes(2);
});

test.each([
  ['gives up when it is refused again and again', '10', 4],
  ['waits for no tomorrow', '86400', 1],
  ['does not guess when to come back', 'soon', 1],
])('a read %s', async (_what, retryAfter, times) => {
  const { ask, api } = serverThat(9, retryAfter);
  const reading = api.get('/me').catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await reading).toMatchObject({ status: 429, title: 'Too many tries.' });
  expect(ask).toHaveBeenCalledTimes(times);
});

test('a change is not sent again by itself; it says when it may be', async () => {
  const { ask, api } = serverThat(1);
  const error = await api.patch('/me', { firstName: 'Rosa' }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ type: problem.type, retryAfter: 10 });
  expect(ask).toHaveBeenCalledTimes(1);
});

test('nobody waits for what is not wanted any more', async () => {
  const { ask, api } = serverThat(1);
  const leaving = new AbortController();
  const reading = api.get('/me', { signal: leaving.signal }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1);
  leaving.abort();
  expect(await reading).toMatchObject({ name: 'AbortError' });
  await vi.runAllTimersAsync();
  expect(ask).toHaveBeenCalledTimes(1);
});
