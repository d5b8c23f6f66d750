import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { adminOf, record } from './testing.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
});
afterAll(() => server.stop());

const topics = '/admin/prompt-categories';
const add = async (category: string): Promise<string> =>
  (await admin.post(topics, { category })).body.id;
const ask = async (text: string, categoryId: string, more: object = {}): Promise<string> =>
  (await admin.post('/admin/prompts', { text, categoryId, ...more })).body.id;
const names = async (): Promise<string[]> =>
  (await admin.get(topics)).body.items.map(({ category }: { category: string }) => category);
const questionsOf = async (id: string): Promise<string[]> =>
  (await admin.get(`${topics}/${id}/prompts`)).body.items.map(({ text }: { text: string }) => text);
const put = (path: string, ids: string[]) => admin.send('PUT', `${topics}${path}/order`, { ids });

test('topics are added, changed, put in order and deleted', async () => {
  const [one, two, three] = [await add('One'), await add('Two'), await add(' Three ')];
  expect(await names()).toEqual(['One', 'Two', 'Three']);
  expect((await put('', [three, one, two])).status).toBe(204);
  expect(await names()).toEqual(['Three', 'One', 'Two']);
  const person = await server.member(newEmail('teller'));
  const seen = (await person.get('/topics')).body.items.map(
    ({ title }: { title: string }) => title,
  );
  expect(seen).toEqual(['Three', 'One', 'Two']);
  const change = { category: 'First', description: 'The first one', theme: 'FAMILY' };
  expect((await admin.patch(`${topics}/${one}`, change)).body).toMatchObject(change);
  expect((await admin.patch(`${topics}/${one}`, { theme: null })).body).toMatchObject({
    ...change,
    theme: null,
  });
  expect((await admin.delete(`${topics}/${two}`)).status).toBe(204);
  expect((await admin.delete(`${topics}/${two}`)).status).toBe(404);
  expect(await names()).toEqual(['Three', 'First']);
});

test('an order of another list than the one that is there is refused', async () => {
  const { items } = (await admin.get(topics)).body;
  const ids = items.map(({ id }: { id: string }) => id);
  for (const wrong of [
    ids.slice(1),
    [...ids, crypto.randomUUID()],
    [ids[0], ...ids.slice(0, -1)],
  ]) {
    expect((await put('', wrong)).status).toBe(412);
  }
  expect((await put('', ['nonsense'])).status).toBe(422);
});

test('questions are put in order, and those that come first stay first', async () => {
  const topic = await add('Order');
  const [a, b] = [await ask('A?', topic), await ask('B?', topic)];
  const scene = await ask('Scene?', topic, { isContextEstablishing: true });
  expect(await questionsOf(topic)).toEqual(['Scene?', 'A?', 'B?']);
  expect((await put(`/${topic}`, [b, scene, a])).status).toBe(204);
  expect(await questionsOf(topic)).toEqual(['Scene?', 'B?', 'A?']);
  expect((await put(`/${topic}`, [b, a])).status).toBe(412);
  expect((await put(`/${crypto.randomUUID()}`, [])).status).toBe(404);
});

test('a topic gives its questions to another, in their order, and can go then', async () => {
  const [from, to] = [await add('From'), await add('To')];
  await ask('Here before?', to);
  await ask('Later?', from);
  const told = await ask('Sooner?', from, { isContextEstablishing: true });
  await admin.patch(`/admin/prompts/${told}`, { isContextEstablishing: false });
  const person = await server.member(newEmail('teller'));
  await record(server, person, told, { keep: true });

  expect((await admin.delete(`${topics}/${from}`)).body.type).toBe('urn:telloom:problem:in-use');
  const order = await questionsOf(from);
  expect((await admin.post(`${topics}/${from}/empty`, { to: crypto.randomUUID() })).status).toBe(
    404,
  );
  expect((await admin.post(`${topics}/${from}/empty`, { to })).body).toMatchObject({ asked: 0 });
  expect(await questionsOf(to)).toEqual(['Here before?', ...order]);
  expect((await admin.delete(`${topics}/${from}`)).status).toBe(204);
  const [story] = (await person.get('/responses')).body.items;
  expect(story).toMatchObject({ question: 'Sooner?', topicTitle: 'To' });
});

test('a topic that somebody summed up, or began to, stays', async () => {
  const person = await server.member(newEmail('teller'));
  const { sharerId } = (await person.post('/me/sharer')).body;
  const [summed, begun] = [await add('Summed up'), await add('Begun')];
  await server.owner.query(
    'insert into public."TopicVideo" ("profileSharerId", "promptCategoryId") values ($1, $2)',
    [sharerId, summed],
  );
  await person.post('/recordings', {
    topicId: begun,
    kind: 'video',
    contentType: 'video/webm',
  });
  for (const id of [summed, begun]) {
    expect((await admin.delete(`${topics}/${id}`)).body.type).toBe('urn:telloom:problem:in-use');
  }
});

test('kinds of things are added, renamed and removed; the things stay', async () => {
  const kinds = '/admin/object-categories';
  const { id } = (await admin.post(kinds, { name: ' Tools ' })).body;
  const person = await server.member(newEmail('keeper'));
  const thing = (await person.post('/objects', { name: 'The plane', categoryId: id })).body;
  const renamed = await admin.patch(`${kinds}/${id}`, {
    name: 'Old tools',
    description: 'Of wood',
  });
  expect(renamed.body).toEqual({ id, name: 'Old tools', description: 'Of wood', objects: 1 });
  expect((await person.get(`/objects/${thing.id}`)).body.category).toBe('Old tools');
  expect((await admin.delete(`${kinds}/${id}`)).status).toBe(204);
  expect((await admin.delete(`${kinds}/${id}`)).status).toBe(404);
  expect((await person.get(`/objects/${thing.id}`)).body).toMatchObject({
    name: 'The plane',
    categoryId: null,
  });
  expect((await admin.patch(`${kinds}/${id}`, { name: 'Gone' })).status).toBe(404);
});
