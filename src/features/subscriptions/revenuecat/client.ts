import { setTimeout as wait } from 'node:timers/promises';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Failure, Page } from './shapes.ts';

export interface ClientOptions {
  /** The API's address, with its version. */
  url: string;
  /** A secret key of API v2. */
  key: string;
  project: string;
}

/** A refusal of RevenueCat that waiting a moment did not help. */
export class RevenueCatError extends Error {
  override name = 'RevenueCatError';
  readonly status: number;
  /** True for what RevenueCat does not know; false for a project that it does not know. */
  readonly isMissing: boolean;
  constructor(path: string, status: number, failure: Static<typeof Failure> | null) {
    super(`RevenueCat answers ${status} to ${path}: ${failure?.message ?? 'without saying why'}`);
    this.status = status;
    this.isMissing = failure?.type === 'resource_missing' && failure.param !== 'project_id';
  }
}

/** Reads lists of RevenueCat's API v2, a page after the other. */
export interface RevenueCatClient {
  /** Every item below the project's `path`. Rejects with RevenueCatError. */
  list<T extends TSchema>(path: string, item: T, signal?: AbortSignal): Promise<Static<T>[]>;
  /** Goes on from a page that came inside another answer. */
  rest<T extends TSchema>(
    page: Static<typeof Page>,
    item: T,
    signal?: AbortSignal,
  ): Promise<Static<T>[]>;
}

const attempts = 5;
const longestWaitMs = 60_000;
const busy = new Set([423, 429, 500, 502, 503, 504]);

export function createClient({ url, key, project }: ClientOptions): RevenueCatClient {
  const base = new URL(`${url}/projects/${encodeURIComponent(project)}`);

  /** The key goes to the API's own host alone, whatever an answer says. */
  const follow = (next: string, from: URL): URL => {
    const address = new URL(next, from);
    if (address.origin !== base.origin) throw new Error(`RevenueCat points to ${address.origin}`);
    return address;
  };

  const collect = async <T extends TSchema>(
    item: T,
    first: Static<typeof Page>,
    origin: URL,
    signal?: AbortSignal,
  ): Promise<Static<T>[]> => {
    const items: Static<T>[] = [];
    const seen = new Set<string>();
    let page = first;
    let from = origin;
    for (;;) {
      items.push(...page.items.map((each) => expected(item, each, from.pathname)));
      if (!page.next_page) return items;
      from = follow(page.next_page, from);
      if (seen.has(from.href)) throw new Error(`RevenueCat's pages go round at ${from.pathname}`);
      seen.add(from.href);
      page = expected(Page, await get(from, key, signal), from.pathname);
    }
  };
  return {
    rest: (page, item, signal) => collect(item, page, base, signal),
    list: async (path, item, signal) => {
      const address = new URL(`${base.href}${path}`);
      const page = expected(Page, await get(address, key, signal), address.pathname);
      return collect(item, page, address, signal);
    },
  };
}

function expected<T extends TSchema>(schema: T, value: unknown, path: string): Static<T> {
  if (Value.Check(schema, value)) return value;
  const [first] = Value.Errors(schema, value);
  throw new Error(`RevenueCat's answer to ${path}: ${first?.instancePath} ${first?.message}`);
}

/** One answer. Where RevenueCat is busy it says how long to wait, and that is done. */
async function get(address: URL, key: string, signal?: AbortSignal): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const timeout = AbortSignal.timeout(30_000);
    const reply = await fetch(address, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      redirect: 'error',
    });
    if (reply.ok) return reply.json();
    const failure = await failureOf(reply);
    const delay = waitFor(reply, failure?.backoff_ms, attempt);
    if (!busy.has(reply.status) || attempt === attempts || delay > longestWaitMs) {
      throw new RevenueCatError(address.pathname, reply.status, failure);
    }
    await wait(delay, undefined, { signal });
  }
}

async function failureOf(reply: Response): Promise<Static<typeof Failure> | null> {
  const body: unknown = await reply.json().catch(() => null); // a proxy's page, perhaps
  return Value.Check(Failure, body) ? body : null;
}

function waitFor(reply: Response, backoff: number | null | undefined, attempt: number): number {
  const seconds = Number(reply.headers.get('retry-after') ?? Number.NaN);
  if (seconds >= 0) return Math.max(seconds * 1000, backoff ?? 0);
  return backoff ?? 250 * 2 ** attempt;
}
