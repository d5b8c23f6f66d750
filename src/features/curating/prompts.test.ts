import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { adminOf, record } from './testing.ts';

let server: TestServer;
let admin: Browser;
let school: string;
let kitchen: string;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
  school = await addTopic('School days', 'WORK');
  kitchen = await addTopic('The kitchen table', 'FOOD');
});
afterAll(() => server.stop());

const addTopic = async (category: string, theme: string): Promise<string> =>
  (await admin.post('/admin/prompt-categories', { category, theme })).body.id;
const add = async (text: string, categoryId: string, more: object = {}): Promise<string> =>
  (await admin.post('/admin/prompts', { text, categoryId, ...more })).body.id;
const texts = async (query: string): Promise<string[]> =>
  (await admin.get(`/admin/prompts?${query}`)).body.items.map(({ text }: { text: string }) => text);
const teller = () => server.member(newEmail('teller'));
const topicOf = async (person: Browser, id: string): Promise<string[]> =>
  (await person.get(`/topics/${id}`)).body.questions.map(({ text }: { text: string }) => text);

test('nobody but admins looks after questions', async () => {
  const person = await teller();
  const id = await add('Who sat beside you?', school);
  const tried: [string, string, object?][] = [
    ['GET', '/admin/prompts'],
    ['GET', '/admin/prompts/alike'],
    ['GET', `/admin/prompts/${id}`],
    ['POST', '/admin/prompts', { text: 'Mine?' }],
    ['PATCH', `/admin/prompts/${id}`, { text: 'Mine?' }],
    ['DELETE', `/admin/prompts/${id}`],
    ['GET', '/admin/prompt-categories'],
    ['POST', '/admin/prompt-categories', { category: 'Mine' }],
    ['PUT', '/admin/prompt-categories/order', { ids: [] }],
    ['PATCH', `/admin/prompt-categories/${school}`, { category: 'Mine' }],
    ['POST', `/admin/prompt-categories/${school}/empty`, { to: null }],
    ['DELETE', `/admin/prompt-categories/${school}`],
    ['GET', '/admin/object-categories'],
    ['POST', '/admin/object-categories', { name: 'Mine' }],
  ];
  for (const [method, path, body] of tried) {
    expect([path, (await person.send(method, path, body)).status]).toEqual([path, 404]);
    expect([path, (await server.browser().send(method, path, body)).status]).toEqual([path, 401]);
  }
  expect((await admin.get(`/admin/prompts/${id}`)).body.text).toBe('Who sat beside you?');
});

test('questions are found by their words, topic, theme, flags and state, in the order of asking', async () => {
  await add('What did the jardín smell of?', kitchen);
  await add('Who cooked at home?', kitchen, { isContextEstablishing: true });
  const pan = await add('Which pan is the oldest?', kitchen, { isObjectPrompt: true });
  await admin.patch(`/admin/prompts/${pan}`, { retired: true });
  await admin.post('/admin/prompts', { text: 'What do you think of the moon?' });

  const ofKitchen = [
    'Who cooked at home?',
    'What did the jardín smell of?',
    'Which pan is the oldest?',
  ];
  expect(await texts(`category=${kitchen}`)).toEqual(ofKitchen);
  expect(await texts('theme=FOOD')).toEqual(ofKitchen);
  expect(await texts('category=none')).toEqual(['What do you think of the moon?']);
  expect(await texts('q=JARDIN')).toEqual(['What did the jardín smell of?']);
  expect(await texts('q=%25')).toEqual([]);
  expect(await texts(`category=${kitchen}&flag=context`)).toEqual(['Who cooked at home?']);
  expect(await texts(`category=${kitchen}&flag=object`)).toEqual(['Which pan is the oldest?']);
  expect(await texts('state=retired')).toEqual(['Which pan is the oldest?']);
  expect(await texts(`category=${kitchen}&state=asked`)).toEqual(ofKitchen.slice(0, 2));
  expect((await admin.get('/admin/prompts?theme=MINE')).status).toBe(422);
});

test('a long list comes in pages that lose and repeat nothing', async () => {
  const many = await addTopic('Many', 'CUSTOM');
  for (let n = 1; n <= 55; n += 1) await add(`Number ${n}?`, many);
  const first = (await admin.get(`/admin/prompts?category=${many}`)).body;
  expect(first).toMatchObject({ total: 55 });
  expect(first.items).toHaveLength(50);
  const second = (await admin.get(`/admin/prompts?category=${many}&cursor=${first.nextCursor}`))
    .body;
  expect(second.nextCursor).toBeNull();
  expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(
    Array.from({ length: 55 }, (_, n) => `Number ${n + 1}?`),
  );
});

test('repeating a request adds nothing twice, and unknown topics are refused', async () => {
  const key = crypto.randomUUID();
  const ask = () =>
    admin.fetch('/api/v1/admin/prompts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ text: 'Once?', categoryId: school }),
    });
  expect((await ask()).body.id).toBe(key);
  expect((await ask()).body.id).toBe(key);
  expect(await texts('q=Once')).toEqual(['Once?']);
  const nowhere = { text: 'Lost?', categoryId: crypto.randomUUID() };
  expect((await admin.post('/admin/prompts', nowhere)).status).toBe(404);
  expect((await admin.patch(`/admin/prompts/${key}`, nowhere)).status).toBe(404);
  for (const text of ['', '  ', 'x'.repeat(256), 'null\u0000byte?']) {
    expect((await admin.post('/admin/prompts', { text })).status).toBe(422);
  }
});

test('a question is reworded, and moved to the end of another topic', async () => {
  const [from, to] = [await addTopic('From', 'CUSTOM'), await addTopic('To', 'CUSTOM')];
  const id = await add('Where was it?', from);
  await add('Was it there before?', to);
  await admin.patch(`/admin/prompts/${id}`, { text: ' Where was the school? ', categoryId: to });
  expect(await texts(`category=${to}`)).toEqual(['Was it there before?', 'Where was the school?']);
  expect(await texts(`category=${from}`)).toEqual([]);
  expect((await admin.patch(`/admin/prompts/${crypto.randomUUID()}`, {})).status).toBe(404);
});

describe('a retired question', () => {
  test('is asked of nobody, stays with who told it, and can be finished by who began', async () => {
    const topic = await addTopic('Games', 'CUSTOM');
    const id = await add('What did you play?', topic);
    const other = await add('Who won?', topic);
    const [told, began, fresh] = [await teller(), await teller(), await teller()];
    await record(server, told, id, { keep: true });
    await record(server, began, id, { keep: false });
    await fresh.post('/me/sharer');

    await admin.patch(`/admin/prompts/${id}`, { retired: true });
    expect(await topicOf(fresh, topic)).toEqual(['Who won?']);
    expect((await fresh.get(`/prompts/${id}`)).status).toBe(404);
    expect(await topicOf(told, topic)).toEqual(['What did you play?', 'Who won?']);
    expect((await told.get('/responses')).body.items[0].question).toBe('What did you play?');
    expect((await began.get(`/prompts/${id}`)).status).toBe(200);
    for (const person of [told, began, fresh]) {
      const next = (await person.get(`/prompts/next?topicId=${topic}`)).body.prompt;
      expect(next.text).toBe('Who won?');
    }
    const listed = async (person: Browser) =>
      (await person.get('/topics')).body.items.find((one: { id: string }) => one.id === topic);
    expect((await listed(fresh)).questions).toBe(1);

    await admin.patch(`/admin/prompts/${other}`, { retired: true });
    expect(await listed(fresh)).toBeUndefined();
    expect(await listed(told)).toMatchObject({ questions: 1, told: 1 });
  });

  test('comes back, and keeps since when it was retired while it is changed', async () => {
    const id = await add('Who taught you?', school);
    const { retiredAt } = (await admin.patch(`/admin/prompts/${id}`, { retired: true })).body;
    const changed = (await admin.patch(`/admin/prompts/${id}`, { text: 'Who taught you well?' }))
      .body;
    expect(changed.retiredAt).toBe(retiredAt);
    expect((await admin.patch(`/admin/prompts/${id}`, { retired: true })).body.retiredAt).toBe(
      retiredAt,
    );
    expect(
      (await admin.patch(`/admin/prompts/${id}`, { retired: false })).body.retiredAt,
    ).toBeNull();
  });
});

test('only a question that nobody told or began to tell is deleted', async () => {
  const person = await teller();
  const [free, told, begun] = [
    await add('Free?', school),
    await add('Told?', school),
    await add('Begun?', school),
  ];
  await record(server, person, told, { keep: true });
  const { videoId } = await record(server, person, begun, { keep: false });
  expect((await admin.delete(`/admin/prompts/${free}`)).status).toBe(204);
  expect((await admin.delete(`/admin/prompts/${free}`)).status).toBe(404);
  for (const id of [told, begun]) {
    expect((await admin.delete(`/admin/prompts/${id}`)).body).toMatchObject({
      status: 409,
      type: 'urn:telloom:problem:in-use',
    });
  }
  const { rows } = await server.owner.query('select "promptId" from public."Video" where id = $1', [
    videoId,
  ]);
  expect(rows).toEqual([{ promptId: begun }]);
});

test('who begins to tell while the question is deleted loses nothing', async () => {
  const id = await add('In the same moment?', school);
  const { sharerId } = (await (await teller()).post('/me/sharer')).body;
  await server.owner.query('begin');
  await server.owner.query(
    'insert into public."Video" ("profileSharerId", "promptId") values ($1, $2)',
    [sharerId, id],
  );
  const deleting = admin.delete(`/admin/prompts/${id}`);
  await expect.poll(isWaiting).toBe(true);
  await server.owner.query('commit');
  expect((await deleting).status).toBe(409);
});

/** Whether somebody waits for a lock that we hold. */
async function isWaiting(): Promise<boolean> {
  const { rows } = await server.owner.query(
    `select exists (select from pg_stat_activity
      where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0) as waits`,
  );
  return rows[0].waits;
}

test('questions that are nearly the same are shown in pairs', async () => {
  await add('What was your very first job?', school);
  await add('What was your first job?', school);
  const gone = await add('What was your first job, then?', school);
  await admin.patch(`/admin/prompts/${gone}`, { retired: true });
  const { items } = (await admin.get('/admin/prompts/alike')).body;
  const pairs = items
    .map(({ one, other }: Record<string, { text: string }>) => [one?.text, other?.text].sort())
    .filter(([first]: string[]) => first?.includes('job'));
  expect(pairs).toEqual([['What was your first job?', 'What was your very first job?']]);
});
