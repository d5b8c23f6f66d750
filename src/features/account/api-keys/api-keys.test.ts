import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApiDocument } from '../../../server/openapi.ts';
import { goodPassword, startTestServer, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';

// Rosa writes programs; Leo is another person; Ada is an admin.
let server: TestServer;
let rosa: Browser;
let leo: Browser;
let ada: Browser;
beforeAll(async () => {
  server = await startTestServer();
  rosa = await server.member('rosa@example.org');
  leo = await server.member('leo@example.org', 'Leo');
  ada = await server.member('ada@example.org', 'Ada');
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role)
     select id, 'ADMIN' from auth.users where email = 'ada@example.org'`,
  );
});
afterAll(() => server.stop());

const make = (who: Browser, scopes: string[], more: object = {}) =>
  who.post('/me/api-keys', { name: 'A program', scopes, ...more });
const keyOf = async (who: Browser, ...scopes: string[]): Promise<string> =>
  (await make(who, scopes)).body.key;

/** A program: no cookie, no origin, a key. */
const ask = (key: string, path: string, method = 'GET', body?: object) =>
  server.browser().fetch(`/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      origin: 'https://elsewhere.example',
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
const slug = ({ status, body }: { status: number; body: { type?: string } | null }) =>
  `${status} ${body?.type?.split(':').at(-1) ?? ''}`.trim();

test('a key is shown once, kept as a hash, and told to its owner by mail', async () => {
  const { status, body, headers } = await make(rosa, ['write']);
  expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
  expect(body).toMatchObject({ name: 'A program', scopes: ['read', 'write'], lastUsedAt: null });
  expect(body.key).toMatch(/^tlm_[A-Za-z0-9]{43}$/);
  expect(body.key.startsWith(body.start)).toBe(true);
  const { items } = (await rosa.get('/me/api-keys')).body;
  expect(items[0].id).toBe(body.id);
  expect(JSON.stringify(items)).not.toContain(body.key);
  const { rows } = await server.owner.query('select * from private.api_key');
  expect(JSON.stringify(rows)).not.toContain(body.key);
  const mail = await server.owner.query(
    `select text from private.mail where to_address = 'rosa@example.org'
     order by created_at desc limit 1`,
  );
  expect(mail.rows[0].text).toContain('A program');
  expect(mail.rows[0].text).not.toContain(body.key);
});

test('it is its person, from any site and without a cookie, and leaves none', async () => {
  const key = await keyOf(rosa, 'read', 'write');
  const me = await ask(key, '/me');
  expect([me.status, me.body.email, me.setCookie]).toEqual([200, 'rosa@example.org', []]);
  const named = await ask(key, '/me', 'PATCH', { firstName: 'Rosalind' });
  expect([named.status, named.body.firstName]).toEqual([200, 'Rosalind']);
  const { items } = (await rosa.get('/me/api-keys')).body;
  expect(items[0].lastUsedAt).not.toBeNull();
});

test('what counts is the key, not a cookie beside it', async () => {
  const key = await keyOf(rosa, 'read');
  const both = (method: string, body?: string) =>
    leo.fetch('/api/v1/me', {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    });
  expect((await both('GET')).body.email).toBe('rosa@example.org');
  expect(slug(await both('PATCH', '{"firstName":"Leopold"}'))).toBe('403 insufficient-scope');
});

test('no key that is malformed, made up, over or ended lets anybody in', async () => {
  const made = (await make(rosa, ['read'])).body;
  const wrong = ['', 'short', 'a'.repeat(43), 'é'.repeat(43), 'a'.repeat(8000), "' or true --"];
  for (const key of [`${made.key}x`, made.key.slice(0, -1), ...wrong.map((w) => `tlm_${w}`)]) {
    expect(slug(await ask(key, '/me')), key).toBe('401 unauthenticated');
  }
  // the hash alone is no key
  const hash = await server.owner.query('select key_hash from private.api_key where id = $1', [
    made.id,
  ]);
  expect((await ask(`key:${hash.rows[0].key_hash}`, '/me')).status).toBe(401);
  await server.owner.query('update private.api_key set expires_at = now() where id = $1', [
    made.id,
  ]);
  expect((await ask(made.key, '/me')).status).toBe(401);
});

test('another’s key is not there to be ended; one’s own ends at once', async () => {
  const made = (await make(rosa, ['read', 'write'])).body;
  expect((await leo.delete(`/me/api-keys/${made.id}`)).status).toBe(404);
  expect((await ask(made.key, '/me')).status).toBe(200);
  expect((await rosa.delete(`/me/api-keys/${made.id}`)).status).toBe(204);
  expect((await ask(made.key, '/me')).status).toBe(401);
  expect((await rosa.delete(`/me/api-keys/${made.id}`)).status).toBe(404);
});

test('a key is out when its person is', async () => {
  const key = await keyOf(leo, 'read');
  const banned = (until: string) =>
    server.owner.query(
      `update auth.users set banned_until = ${until} where email = 'leo@example.org'`,
    );
  await banned(`now() + interval '1 hour'`);
  expect((await ask(key, '/me')).status).toBe(401);
  await banned('null');
  expect((await ask(key, '/me')).status).toBe(200);
});

test('it is made with its wishes right, by whoever signed in within the hour, twenty at most', async () => {
  expect((await make(leo, ['account'])).status).toBe(422);
  expect((await make(leo, ['read', 'read'])).status).toBe(422);
  expect((await make(leo, ['read'], { name: '  ' })).status).toBe(422);
  expect((await make(leo, ['read'], { name: 'x'.repeat(101) })).status).toBe(422);
  expect((await make(leo, ['read'], { expiresAt: '2001-01-01T00:00:00Z' })).status).toBe(422);
  expect((await make(leo, ['read'], { expiresAt: 'soon' })).status).toBe(422);
  expect((await make(server.browser(), ['read'])).status).toBe(401);
  const { rows } = await server.owner.query(
    `select count(*)::integer as n from private.api_key k join auth.users u on u.id = k.profile_id
     where u.email = 'leo@example.org'`,
  );
  for (let n = rows[0].n; n < 20; n++) expect((await make(leo, ['read'])).status).toBe(201);
  expect(slug(await make(leo, ['read']))).toBe('409 too-many-keys');
  await server.owner.query(
    `update auth.ba_sessions set "createdAt" = now() - interval '61 minutes'
     where "userId" = (select id from auth.users where email = 'leo@example.org')`,
  );
  expect(slug(await make(leo, ['read']))).toBe('403 sign-in-again');
});

test('an admin’s key is an admin with that scope alone', async () => {
  const overview = '/admin/overview';
  expect((await ask(await keyOf(ada, 'read', 'write'), overview)).status).toBe(404);
  const key = await keyOf(ada, 'admin');
  expect((await ask(key, overview)).status).toBe(200);
  expect(slug(await ask(key, '/admin/prompts', 'POST', { text: 'Why?' }))).toBe(
    '403 insufficient-scope',
  );
  expect((await ask(await keyOf(rosa, 'admin'), overview)).status).toBe(404);
});

interface Operation {
  security?: { session?: string[]; key?: string[] }[];
}

/** Addresses with ids that nobody has. */
const concrete = (path: string) =>
  path.slice('/api/v1'.length).replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');

test('every operation takes from a key what the document says', async () => {
  const read = await keyOf(rosa, 'read');
  const all = await keyOf(rosa, 'read', 'write', 'admin');
  const paths = (await openApiDocument()).paths as Record<string, Record<string, Operation>>;
  const changes: Record<string, string> = {};
  const ownBusiness: Record<string, string> = {};
  const looks: Record<string, number> = {};
  for (const [path, item] of Object.entries(paths)) {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      if (!item[method]) continue;
      changes[`${method} ${path}`] = slug(await ask(read, concrete(path), method.toUpperCase()));
    }
    const ways = item.get?.security;
    if (!ways) continue;
    const forSessionsOnly = ways.length > 0 && !ways.some(({ key }) => key);
    if (forSessionsOnly) ownBusiness[path] = slug(await ask(all, concrete(path)));
    else looks[path] = (await ask(read, concrete(path))).status;
  }
  expect(Object.keys(changes).length).toBeGreaterThan(50);
  expect(new Set(Object.values(changes))).toEqual(new Set(['403 insufficient-scope']));
  expect(Object.keys(ownBusiness).length).toBeGreaterThanOrEqual(4);
  expect(new Set(Object.values(ownBusiness))).toEqual(new Set(['403 insufficient-scope']));
  const refused = Object.entries(looks).filter(([, status]) => status === 403 || status >= 500);
  expect(refused).toEqual([]);
});

test('with every scope a key still is no session', async () => {
  const key = await keyOf(rosa, 'read', 'write', 'admin');
  const { items } = (await rosa.get('/me/api-keys')).body;
  const { id } = (await rosa.get('/me/sessions')).body.items[0];
  const tries: [string, string, object?][] = [
    ['POST', '/me/api-keys', { name: 'another', scopes: ['read'] }],
    ['DELETE', `/me/api-keys/${items[0].id}`],
    ['DELETE', `/me/sessions/${id}`],
    ['PUT', '/me/leaving'],
    ['DELETE', '/me/passkeys/00000000-0000-4000-8000-000000000000'],
    ['DELETE', '/me/sign-in-services/00000000-0000-4000-8000-000000000000'],
  ];
  for (const [method, path, body] of tries) {
    expect(slug(await ask(key, path, method, body)), path).toBe('403 insufficient-scope');
  }
  const password = { currentPassword: goodPassword, newPassword: 'another loom in the attic' };
  expect((await ask(key, '/auth/change-password', 'POST', password)).status).toBe(401);
});
