import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { installObjectCategories } from './object-categories.ts';
import { add, type Family, makeFamily } from './testing/family.ts';
import { makePhoto } from './testing/files.ts';

let server: TestServer;
let family: Family;
let photo: Buffer;

beforeAll(async () => {
  server = await startTestServer();
  [family, photo] = await Promise.all([makeFamily(server), makePhoto()]);
});
afterAll(() => server.stop());

const missing = randomUUID();

test('a database without categories of objects gets some, once', async () => {
  const query = (text: string, values: unknown[]) => server.owner.query(text, values);
  await installObjectCategories(query);
  await installObjectCategories(query);
  const { items } = (await family.anna.get('/object-categories')).body;
  expect(items.length).toBe(10);
  expect(items[0]).toMatchObject({ description: expect.any(String), name: expect.any(String) });
  expect((await family.anonymous.get('/object-categories')).status).toBe(401);
});

describe('an object', () => {
  let id: string;
  let category: string;

  test('is added once for each key, by its owner or their keeper', async () => {
    const { rosa, keeper, anna, rosaSharer, shared } = family;
    category = (await rosa.get('/object-categories')).body.items[0].id;
    const post = (browser: Browser, body: object, key: string = randomUUID()) =>
      browser.fetch('/api/v1/objects', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    const key = randomUUID();
    const pan = { name: ' The copper pan ', categoryId: category, responseId: shared };
    const made = await post(rosa, pan, key);
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'The copper pan', question: 'Where?', cover: null, canManage: true },
    });
    id = made.body.id;
    expect((await post(rosa, pan, key)).body.id).toBe(id);
    expect((await post(keeper, { name: 'Her ring', sharerId: rosaSharer })).status).toBe(201);
    expect((await post(anna, { name: 'x', sharerId: rosaSharer })).status).toBe(403);
    expect((await post(anna, { name: 'x', responseId: shared })).status).toBe(403);
    expect((await post(rosa, { name: 'x', sharerId: missing })).status).toBe(404);
    expect((await post(rosa, { name: 'x', categoryId: missing })).status).toBe(409);
    // a key that is somebody else's object gives nothing of it
    expect((await post(family.otto, { name: 'x' }, id)).status).toBe(404);
  });

  test.each([
    [{ name: '' }],
    [{ name: '   ' }],
    [{ name: 'a'.repeat(201) }],
    [{ name: 'a', description: 'a'.repeat(20_001) }],
    [{ name: 'a', responseId: 'x' }],
    [{}],
  ])('%j is refused', async (body) => {
    expect((await family.rosa.post('/objects', body)).status).toBe(422);
  });

  test('shows the photos of its story that are of it', async () => {
    const { rosa, anna, otto, ottos, shared, rosaSharer } = family;
    const picture = await add(server, rosa, shared, 'pan.jpg', photo);
    const others = await add(server, otto, ottos, 'otto.jpg', photo);
    expect((await rosa.patch(`/attachments/${picture}`, { objectId: id })).status).toBe(200);
    expect((await otto.patch(`/attachments/${others}`, { objectId: id })).status).toBe(422);
    const { items } = (await anna.get(`/objects?sharerId=${rosaSharer}&categoryId=${category}`))
      .body;
    expect(items).toMatchObject([{ id, canManage: false }]);
    expect((await anna.fetch(items[0].cover)).status).toBe(200);
    const photos = (await anna.get(`/attachments?objectId=${id}`)).body.items;
    expect(photos).toMatchObject([{ id: picture }]);
    expect((await otto.get(`/objects?sharerId=${rosaSharer}`)).body.items).toEqual([]);
  });

  test('is its managers’ to change', async () => {
    const { rosa, keeper, anna, otto, stranger, anonymous, hidden, ottos } = family;
    const path = `/objects/${id}`;
    const changed = await keeper.patch(path, { description: 'It was my mother’s.' });
    expect(changed.body).toMatchObject({ name: 'The copper pan', categoryId: category });
    expect((await rosa.patch(path, { name: ' ' })).status).toBe(422);
    expect((await rosa.patch(path, { responseId: ottos })).status).toBe(403);
    expect((await anna.patch(path, { name: 'x' })).status).toBe(403);
    expect((await anna.delete(path)).status).toBe(403);
    for (const browser of [otto, stranger]) {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.patch(path, { name: 'x' })).status).toBe(404);
      expect((await browser.delete(path)).status).toBe(404);
    }
    expect((await anonymous.get(path)).status).toBe(401);
    expect((await rosa.patch(path, { responseId: hidden })).status).toBe(200);
    expect((await anna.get(path)).status).toBe(404);
  });

  test('goes, and its photos stay beside their story', async () => {
    const { rosa, shared } = family;
    expect((await rosa.delete(`/objects/${id}`)).status).toBe(204);
    expect((await rosa.get(`/objects/${id}`)).status).toBe(404);
    const { items } = (await rosa.get(`/responses/${shared}/attachments`)).body;
    expect(items).toMatchObject([{ fileName: 'pan.jpg', objectId: null }]);
  });
});
