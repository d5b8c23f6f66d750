import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { add, type Family, makeFamily } from './testing/family.ts';
import { makePhoto } from './testing/files.ts';

let server: TestServer;
let family: Family;
/** Rosa's photo, beside the story that her listeners see. */
let id: string;

beforeAll(async () => {
  server = await startTestServer();
  family = await makeFamily(server);
  id = await add(server, family.rosa, family.shared, 'photo.jpg', await makePhoto());
});
afterAll(() => server.stop());

test('people are named in a photo, once each', async () => {
  const { rosa, anna, rosaSharer } = family;
  const mother = await rosa.post(`/attachments/${id}/people`, {
    name: ' María ',
    relation: 'Mother',
  });
  expect(mother).toMatchObject({ status: 201, body: { name: 'María', attachments: 1 } });
  const again = await rosa.post(`/attachments/${id}/people`, { name: 'maría' });
  expect(again.body.id).toBe(mother.body.id);
  expect((await rosa.post(`/attachments/${id}/people`, { personId: mother.body.id })).status).toBe(
    201,
  );
  const { people } = (await anna.get(`/attachments/${id}`)).body;
  expect(people).toEqual([{ id: mother.body.id, name: 'María', relation: 'Mother' }]);
  const list = (await anna.get(`/person-tags?sharerId=${rosaSharer}`)).body.items;
  expect(list).toMatchObject([{ name: 'María', attachments: 1, canManage: false }]);
  const gallery = await anna.get(`/attachments?personId=${mother.body.id}`);
  expect(gallery.body.items.map((item: { id: string }) => item.id)).toEqual([id]);
});

test('a person’s name is their manager’s to change', async () => {
  const { rosa, anna, otto } = family;
  const person = (await rosa.get('/person-tags')).body.items[0];
  const path = `/person-tags/${person.id}`;
  expect((await rosa.patch(path, { name: 'Mamá María' })).body).toMatchObject({
    name: 'Mamá María',
    relation: 'Mother',
  });
  expect((await rosa.patch(path, { relation: 'Martian' })).status).toBe(422);
  expect((await rosa.patch(path, { name: '  ' })).status).toBe(422);
  expect((await anna.patch(path, { name: 'x' })).status).toBe(403);
  expect((await anna.delete(path)).status).toBe(403);
  expect((await otto.get(path)).status).toBe(404);
  expect((await otto.patch(path, { name: 'x' })).status).toBe(404);
  expect((await otto.delete(path)).status).toBe(404);
});

test('nobody names people in what they do not manage, nor somebody else’s people', async () => {
  const { rosa, anna, otto, ottos } = family;
  const person = (await rosa.get('/person-tags')).body.items[0].id;
  expect((await anna.post(`/attachments/${id}/people`, { name: 'x' })).status).toBe(403);
  expect((await anna.post(`/attachments/${id}/people`, { personId: person })).status).toBe(403);
  const own = await add(server, otto, ottos, 'a.txt', Buffer.from('Hello'));
  expect((await otto.post(`/attachments/${own}/people`, { personId: person })).status).toBe(404);
  expect((await rosa.post(`/attachments/${id}/people`, {})).status).toBe(422);
  expect((await anna.delete(`/attachments/${id}/people/${person}`)).status).toBe(403);
  expect((await rosa.delete(`/attachments/${id}/people/${randomUUID()}`)).status).toBe(404);
});

test('a person is taken out, and forgotten', async () => {
  const { rosa } = family;
  const person = (await rosa.get('/person-tags')).body.items[0].id;
  expect((await rosa.delete(`/attachments/${id}/people/${person}`)).status).toBe(204);
  expect((await rosa.get(`/person-tags/${person}`)).body.attachments).toBe(0);
  expect((await rosa.delete(`/person-tags/${person}`)).status).toBe(204);
  expect((await rosa.get(`/person-tags/${person}`)).status).toBe(404);
});
