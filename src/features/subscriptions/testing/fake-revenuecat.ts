import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listOf } from './fixtures.ts';

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: object;
}

export interface FakeRevenueCat {
  /** The settings of a Telloom that uses this RevenueCat. */
  env: Record<string, string>;
  /** What each customer holds, by the customer's first name. */
  customers: Map<string, { subscriptions: object[]; purchases: object[] }>;
  /** Other names of customers. */
  aliases: Map<string, string>;
  /** What there is to buy, by the path of its list, such as `/products`. */
  catalogue: Map<string, object[]>;
  /** Answers that come before any other, the first first. */
  refusals: Reply[];
  /** The path and search of each request that was answered. */
  asked: string[];
  stop: () => Promise<void>;
}

const fakeKey = 'sk_fake';
/** What its webhooks carry. */
export const fakeAuthorization = 'Bearer of good news';
const fakeProject = 'proj1ab2c3d4';

const pageSize = 2;
const root = `/v2/projects/${fakeProject}`;
const missing = {
  status: 404,
  body: failure('resource_missing', 'Resource not found', { retryable: false }),
};

export function failure(type: string, message: string, more: object) {
  return { object: 'error', type, message, doc_url: 'https://errors.rev.cat', ...more };
}

/** RevenueCat's API v2 on loopback, with what the tests put into it, two items to a page. */
export async function startFakeRevenueCat(): Promise<FakeRevenueCat> {
  const fake = {
    customers: new Map(),
    aliases: new Map(),
    catalogue: new Map(),
    refusals: [],
    asked: [],
  } as unknown as FakeRevenueCat;
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(fake, request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.env = {
    REVENUECAT_API_KEY: fakeKey,
    REVENUECAT_PROJECT_ID: fakeProject,
    REVENUECAT_WEBHOOK_AUTHORIZATION: fakeAuthorization,
    REVENUECAT_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
  };
  fake.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return fake;
}

function answer(fake: FakeRevenueCat, { url = '', headers }: IncomingMessage): Reply {
  fake.asked.push(url);
  if (headers.authorization !== `Bearer ${fakeKey}`) {
    const body = failure('authentication_error', 'Invalid API key', { retryable: false });
    return { status: 401, body };
  }
  const refusal = fake.refusals.shift();
  if (refusal) return refusal;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const items = pathname.startsWith(root) ? itemsOf(fake, pathname.slice(root.length)) : undefined;
  if (items === undefined) return missing;
  const shown = searchParams.get('expand') === 'items.product' ? items : items.map(unexpanded);
  return { status: 200, headers: {}, body: pageOf(shown, pathname, searchParams) };
}

/** Products come inside a package only where they are asked for. */
function unexpanded(item: object): object {
  return 'object' in item && item.object === 'package' ? { ...item, products: null } : item;
}

function itemsOf(fake: FakeRevenueCat, path: string): object[] | undefined {
  const [, name = '', list] = /^\/customers\/([^/]+)\/(subscriptions|purchases)$/.exec(path) ?? [];
  if (!list) return fake.catalogue.get(path);
  const id = decodeURIComponent(name);
  return fake.customers.get(fake.aliases.get(id) ?? id)?.[list as 'subscriptions' | 'purchases'];
}

function pageOf(items: object[], path: string, search: URLSearchParams): object {
  const idOf = (item: object) => (item as { id?: string; product?: { id: string } }).id;
  const after = search.get('starting_after');
  const from = after === null ? 0 : items.findIndex((item) => idOf(item) === after) + 1;
  const page = items.slice(from, from + pageSize);
  const last = page.at(-1);
  search.set('starting_after', String(last && idOf(last)));
  return listOf(page, path, items.length > from + pageSize ? `${path}?${search}` : null);
}
