import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodPassword, newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import { authOperations } from './auth-operations.ts';

/** An endpoint of the library, as far as it says what it takes. */
interface Endpoint {
  path?: string;
  options: {
    method: string | string[];
    body?: { '~standard': { jsonSchema: { input: (options: object) => Fields } } };
  };
}
interface Fields {
  properties?: Record<string, unknown>;
  required?: string[];
  allOf?: Fields[];
}

let server: TestServer;
let endpoints: Endpoint[];
let paths: object;
beforeAll(async () => {
  server = await startTestServer();
  endpoints = Object.values(server.auth.service.api as unknown as Record<string, Endpoint>);
  ({ paths } = (await server.browser().fetch('/api/openapi.json')).body);
});
afterAll(() => server.stop());

describe('what the document says of sign-in', () => {
  /** Asked for by our hooks, of which the library knows nothing. */
  const ours: Record<string, string[]> = { '/email-otp/request-email-change': ['password'] };

  test.each(Object.keys(authOperations))('%s takes what the library takes', (path) => {
    const endpoint = endpoints.find((one) => one.path === path);
    expect(endpoint?.options.method).toBe('POST');
    const asked = endpoint?.options.body?.['~standard'].jsonSchema.input({
      target: 'draft-2020-12',
    });
    const theirs = [asked ?? {}, ...(asked?.allOf ?? [])];
    const known = theirs.flatMap(({ properties }) => Object.keys(properties ?? {}));
    const needed = theirs.flatMap(({ required }) => required ?? []);
    const { properties = {}, required = [] } = authOperations[path]?.body ?? {};
    expect([...known, ...(ours[path] ?? [])]).toEqual(
      expect.arrayContaining(Object.keys(properties)),
    );
    expect(required).toEqual(expect.arrayContaining(needed));
    expect(paths).toHaveProperty([`/api/v1/auth${path}`, 'post', 'responses', '429']);
  });
});

test('no other endpoint of the library is there', async () => {
  const person = await server.member(newEmail('rosa'));
  const open = [...Object.keys(authOperations), '/callback/:id'];
  const shut = endpoints.flatMap(({ path }) => (path && !open.includes(path) ? [path] : []));
  expect(shut).toEqual(expect.arrayContaining(['/get-session', '/update-user', '/delete-user']));
  for (const path of shut) {
    for (const method of ['GET', 'POST']) {
      const answer = await person.send(method, `/auth${path}`, method === 'GET' ? undefined : {});
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
  }
});

test.each(Object.keys(authOperations))('%s is nothing but a POST', async (path) => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    expect((await server.browser().send(method, `/auth${path}`)).status).toBe(404);
  }
});

test('a text that the database cannot hold is refused by its name', async () => {
  const odd = { email: 'rosa\0@example.org', password: goodPassword };
  const { status, body } = await server.browser().post('/auth/sign-in/email', odd);
  expect([status, body.errors]).toMatchObject([422, [{ field: 'email' }]]);
});

test('what is not asked for is refused, and named', async () => {
  const body = { email: newEmail('rosa'), password: goodPassword, role: 'ADMIN' };
  const answer = await server.browser().post('/auth/sign-up/email', body);
  expect(answer).toMatchObject({ status: 422, body: { type: 'urn:telloom:problem:invalid' } });
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toContain('name');
});
