import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

// Rosa tells, Karl looks after her stories; Otto tells too.
let server: TestServer;
let rosa: Browser;
let otto: Browser;
let forRosa: Browser;
/** Three topics in their order, each with two questions. */
const topics = { food: randomUUID(), school: randomUUID(), work: randomUUID() };
const nameOf = new Map<string, string>(Object.entries(topics).map(([name, id]) => [id, name]));

async function ask(topic: string, text: string, position: number): Promise<void> {
  await server.owner.query(
    `insert into public."Prompt" ("promptText", "promptCategoryId", position) values ($1, $2, $3)`,
    [text, topic, position],
  );
}

beforeAll(async () => {
  server = await startTestServer();
  await server.owner.query('delete from public."PromptCategory"');
  await server.owner.query('delete from public."Prompt"');
  for (const [at, [name, id]] of Object.entries(topics).entries()) {
    await server.owner.query(
      'insert into public."PromptCategory" (id, category, position) values ($1, $2, $3)',
      [id, name, at],
    );
    await ask(id, `${name} 1`, 1);
    await ask(id, `${name} 2`, 2);
  }
  [rosa, otto] = (await Promise.all(
    ['rosa', 'otto'].map((name) => server.member(newEmail(name), name)),
  )) as [Browser, Browser];
  await otto.post('/me/sharer');
  const { sharerId } = (await rosa.post('/me/sharer')).body;
  const email = newEmail('karl');
  const karl = await server.member(email, 'Karl');
  const { body } = await rosa.post('/invitations', { email, role: 'EXECUTOR' });
  await karl.post('/invitations/accept', { token: body.link.split('#')[1] });
  forRosa = karl.for(sharerId);
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.owner.query('delete from public."TopicQueueItem"');
  await server.owner.query('delete from public."TopicFavorite"');
});

/** The questions in the order in which “Not this one” brings them, until the first comes again. */
async function inTurn(browser: Browser): Promise<string[]> {
  const texts: string[] = [];
  let after = '';
  for (;;) {
    const { prompt } = (await browser.get(`/prompts/next${after}`)).body;
    if (texts.includes(prompt.text)) return texts;
    texts.push(prompt.text);
    after = `?after=${prompt.id}`;
  }
}

async function listed(browser: Browser) {
  const { items } = (await browser.get('/topics')).body as {
    items: { id: string; favorite: boolean; queuedAt: string | null }[];
  };
  const names = (some: typeof items) => some.map(({ id }) => nameOf.get(id));
  const queued = items.filter(({ queuedAt }) => queuedAt !== null);
  return {
    favorites: names(items.filter(({ favorite }) => favorite)),
    queue: names(queued.sort((a, b) => ((a.queuedAt ?? '') < (b.queuedAt ?? '') ? -1 : 1))),
  };
}

test('topics on the list are asked first, in their turn, and nothing is left out', async () => {
  expect((await inTurn(rosa))[0]).toBe('food 1');
  await rosa.post(`/topics/${topics.work}/queue`);
  expect((await rosa.post(`/topics/${topics.school}/queue`)).status).toBe(204);
  expect((await inTurn(rosa)).join()).toBe('work 1,work 2,school 1,school 2,food 1,food 2');
  expect((await rosa.get(`/topics/${topics.work}`)).body.queuedAt).toEqual(expect.any(String));
});

test('put on again, a topic keeps its place; taken off, it is as before', async () => {
  for (const topic of [topics.work, topics.school, topics.work]) {
    await rosa.post(`/topics/${topic}/queue`);
  }
  expect((await listed(rosa)).queue).toEqual(['work', 'school']);
  expect((await rosa.delete(`/topics/${topics.work}/queue`)).status).toBe(204);
  expect((await rosa.delete(`/topics/${topics.work}/queue`)).status).toBe(204);
  expect((await listed(rosa)).queue).toEqual(['school']);
});

test('a favourite is kept once, and asked no earlier', async () => {
  await rosa.post(`/topics/${topics.work}/favorite`);
  await rosa.post(`/topics/${topics.work}/favorite`);
  expect(await listed(rosa)).toEqual({ favorites: ['work'], queue: [] });
  expect((await inTurn(rosa))[0]).toBe('food 1');
  await rosa.delete(`/topics/${topics.work}/favorite`);
  expect((await listed(rosa)).favorites).toEqual([]);
});

test('a keeper works on the lists of whom they act for, and nobody on those of others', async () => {
  await forRosa.post(`/topics/${topics.work}/queue`);
  await forRosa.post(`/topics/${topics.school}/favorite`);
  expect(await listed(rosa)).toEqual({ favorites: ['school'], queue: ['work'] });
  expect((await inTurn(forRosa))[0]).toBe('work 1');
  await otto.delete(`/topics/${topics.work}/queue`);
  expect(await listed(otto)).toEqual({ favorites: [], queue: [] });
  expect((await listed(rosa)).queue).toEqual(['work']);
  await forRosa.delete(`/topics/${topics.work}/queue`);
  expect((await listed(rosa)).queue).toEqual([]);
});

test.each(['queue', 'favorite'])('no such topic, no id, nobody: %s', async (list) => {
  expect((await rosa.post(`/topics/${randomUUID()}/${list}`)).status).toBe(404);
  expect((await rosa.delete(`/topics/${randomUUID()}/${list}`)).status).toBe(204);
  expect((await rosa.post(`/topics/no-id/${list}`)).status).toBe(422);
  expect((await server.browser().post(`/topics/${topics.food}/${list}`)).status).toBe(401);
});
