import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { FakeMux } from '../videos/mux/testing/fake-mux.ts';
import { createUploads } from './uploads.ts';
import { uploadToMux } from './web/mux-upload.ts';
import { wholeFile } from './web/tus-upload.ts';

let mux: FakeMux;
let server: TestServer;
let rosa: Browser;
const promptId = randomUUID();

beforeAll(async () => {
  mux = await new FakeMux().start();
  server = await startTestServer({ ...mux.env, TELLOOM_MUX_UPLOADS: 'browser' });
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    promptId,
  ]);
  rosa = await server.member(newEmail('rosa'));
  await rosa.post('/me/sharer');
});
afterAll(async () => {
  await server.stop();
  await mux.stop();
});

const begin = async () =>
  (await rosa.post('/recordings', { promptId, kind: 'video', contentType: 'video/webm' })).body;

test('a recording that went straight to Mux waits for its teller as long as it takes', async () => {
  const [arrived, neverCame] = [await begin(), await begin()];
  await uploadToMux({ ...arrived, source: wholeFile(new Blob(['a film'])) });
  await mux.deliver(server.url);
  const untold = (await rosa.get('/recordings')).body.items;
  expect(untold).toMatchObject([{ videoId: arrived.videoId, complete: true }]);

  const uploads = createUploads({ dataDir: server.dataDir, maxBytes: 1e9, service: server.db });
  const year = 365 * 86_400_000;
  expect(await uploads.sweep(new Date(Date.now() + year))).toBe(1);
  expect((await rosa.get(`/videos/${neverCame.videoId}`)).status).toBe(404);
  const told = await rosa.post('/responses', { promptId, videoId: arrived.videoId });
  expect(told.status).toBe(201);
  expect((await rosa.get('/recordings')).body.items).toEqual([]);
});
