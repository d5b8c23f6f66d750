import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { add, begin, type Family, makeFamily, sendBytes } from './testing/family.ts';

let server: TestServer;
let family: Family;

beforeAll(async () => {
  server = await startTestServer();
  family = await makeFamily(server);
});
afterAll(() => server.stop());

const missing = randomUUID();

describe('an upload beside a story', () => {
  const file = { fileName: 'IMG 1.JPG', size: 10 };
  const bytes = Buffer.alloc(file.size);

  test('is begun once for each key', async () => {
    const key = randomUUID();
    const first = await begin(family.rosa, family.hidden, file, key);
    expect(first.status).toBe(201);
    expect((await begin(family.rosa, family.hidden, file, key)).body).toEqual(first.body);
  });

  test('is for those who manage the story', async () => {
    const { rosa, anna, otto, stranger, anonymous, keeper, shared, hidden } = family;
    expect((await begin(keeper, shared, file)).status).toBe(201);
    expect((await begin(anna, shared, file)).status).toBe(403);
    for (const browser of [anna, otto, stranger]) {
      expect((await begin(browser, hidden, file)).status).toBe(404);
    }
    expect((await begin(anonymous, shared, file)).status).toBe(401);
    expect((await begin(rosa, missing, file)).status).toBe(404);
    const { uploadUrl } = (await begin(rosa, shared, file)).body;
    expect((await sendBytes(anna, uploadUrl, bytes)).status).toBe(404);
    expect((await sendBytes(otto, uploadUrl, bytes)).status).toBe(404);
  });

  test.each([
    ['too large', { fileName: 'a.jpg', size: 2_000_000_000 }, 413],
    ['empty', { fileName: 'a.jpg', size: 0 }, 422],
    ['without a name', { size: 3 }, 422],
    ['with a name that never ends', { fileName: 'a'.repeat(256), size: 3 }, 422],
    ['for an object that is not there', { fileName: 'a.jpg', size: 3, objectId: missing }, 422],
  ])('%s is refused', async (_name, body, status) => {
    const answer = await begin(family.rosa, family.shared, body as typeof file);
    expect(answer.status).toBe(status);
  });

  test('takes no more bytes than it was begun for, and goes on where it stopped', async () => {
    const { rosa, shared } = family;
    const { id, uploadUrl } = (await begin(rosa, shared, { fileName: 'a.txt', size: 6 })).body;
    expect((await sendBytes(rosa, uploadUrl, Buffer.from('Dear '))).status).toBe(204);
    const head = { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } };
    expect((await rosa.fetch(uploadUrl, head)).headers.get('upload-offset')).toBe('5');
    expect((await sendBytes(rosa, uploadUrl, Buffer.from('too much'), 5)).status).not.toBe(204);
    await sendBytes(rosa, uploadUrl, Buffer.from('A'), 5);
    await server.runJobs();
    expect((await rosa.get(`/attachments/${id}`)).body).toMatchObject({
      state: 'ready',
      fileSize: 6,
    });
  });

  test('what is on its way is shown to those who sent it', async () => {
    const { rosa, anna, shared, otto } = family;
    const seen = async (browser: typeof rosa) =>
      (await browser.get(`/responses/${shared}/attachments`)).body.items.map(
        (item: { state: string }) => item.state,
      );
    expect(await seen(rosa)).toContain('waiting');
    expect(await seen(anna)).toEqual(['ready']);
    expect((await otto.get(`/responses/${shared}/attachments`)).status).toBe(404);
  });
});

test('a file that is not what it seems is refused with a word, seen by those who sent it, and no file of it leaves', async () => {
  const { rosa, anna, shared } = family;
  const page = Buffer.from('<!doctype html><script>fetch("/api/v1/me")</script>');
  const id = await add(server, rosa, shared, 'photo.jpg', page);
  const { body } = await rosa.get(`/attachments/${id}`);
  expect(body).toMatchObject({
    state: 'refused',
    problem: 'web-page',
    files: { original: null },
  });
  expect((await anna.get(`/attachments/${id}`)).status).toBe(404);
});
