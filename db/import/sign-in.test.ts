import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../src/server/testing.ts';
import { importDatabase } from '../import.ts';
import {
  addFamily,
  id,
  oldPassword,
  type SourceDatabase,
  sourceDatabase,
} from './testing-source.ts';

let source: SourceDatabase;
let server: TestServer;
beforeAll(async () => {
  source = await sourceDatabase();
  await addFamily(source);
  server = await startTestServer();
  await importDatabase({ from: source.url, to: server.ownerUrl });
});
afterAll(async () => {
  await server.stop();
  await source.drop();
});

it('lets people in with the password they have', async () => {
  const rosa = server.browser();
  const sign = (password: string) =>
    rosa.post('/auth/sign-in/email', { email: 'rosa@example.org', password });
  expect((await sign('not the password')).status).toBe(401);
  expect((await sign(oldPassword)).status).toBe(200);
  expect((await rosa.get('/me')).body).toMatchObject({ id: id(1), sharerId: id(11) });
});
