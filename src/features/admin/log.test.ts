import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { adminOf } from '../curating/testing.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
});
afterAll(() => server.stop());

const log = async (cursor = '') => (await admin.get(`/admin/log${cursor}`)).body;

test('what an admin does is written down, with what it was called and what changed', async () => {
  const { id } = (await admin.post('/admin/prompts', { text: 'Who was there?' })).body;
  await admin.patch(`/admin/prompts/${id}`, { text: 'Who else was there?', retired: true });
  await admin.patch(`/admin/prompts/${id}`, {}); // changes nothing
  await admin.delete(`/admin/prompts/${id}`);
  const act = { actorName: 'Ada Admin', thing: 'Prompt', thingId: id };
  expect((await log()).items).toMatchObject([
    { ...act, action: 'DELETE', name: 'Who else was there?', changed: [] },
    { ...act, action: 'UPDATE', name: 'Who else was there?', changed: ['promptText', 'retiredAt'] },
    { ...act, action: 'INSERT', name: 'Who was there?', changed: [] },
  ]);
});

test('what is refused leaves no trace, and what others do is not written down', async () => {
  const before = (await log()).items.length;
  const topic = (await admin.post('/admin/prompt-categories', { category: 'Kept' })).body.id;
  await admin.post('/admin/prompts', { text: 'Kept?', categoryId: topic });
  await admin.delete(`/admin/prompt-categories/${topic}`);
  const person = await server.member(newEmail('person'));
  await person.post('/me/sharer');
  // an admin in ordinary clothes
  await admin.post('/me/sharer');
  expect((await log()).items).toHaveLength(before + 2);
});

test('nobody changes the log, and only admins read it', async () => {
  const { id } = (await log()).items[0];
  for (const statement of [
    `update private.admin_log set name = 'x'`,
    'delete from private.admin_log',
    `insert into private.admin_log (action, thing) values ('INSERT', 'x')`,
  ]) {
    for (const role of ['telloom_admin', 'service_role', 'authenticated']) {
      await server.owner.query('begin');
      await server.owner.query(`set local role ${role}`);
      await expect(server.owner.query(statement)).rejects.toMatchObject({ code: '42501' });
      await server.owner.query('rollback');
    }
  }
  expect((await log()).items[0].id).toBe(id);
  const person = await server.member(newEmail('person'));
  expect((await person.get('/admin/log')).status).toBe(404);
  expect((await server.browser().get('/admin/log')).status).toBe(401);
});

test('it comes in pages, and stays when who did it leaves', async () => {
  for (let n = 0; n < 51; n += 1)
    await admin.post('/admin/object-categories', { name: `Kind ${n}` });
  const first = await log();
  expect(first.items).toHaveLength(50);
  expect(first.items[0].name).toBe('Kind 50');
  const second = await log(`?cursor=${first.nextCursor}`);
  expect(second.items[0].name).toBe('Kind 0');
  const { id } = (await admin.get('/me')).body;
  await server.owner.query('delete from auth.users where id = $1', [id]);
  await server.owner.query('delete from public."Profile" where id = $1', [id]);
  const { rows } = await server.owner.query(
    `select distinct "actorId", "actorName" from private.admin_log`,
  );
  expect(rows).toEqual([{ actorId: null, actorName: 'Ada Admin' }]);
});

test('the log follows every table of the data model', async () => {
  const { rows } = await server.owner.query(`
    select c.relname from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and c.relname <> '_prisma_migrations' and not exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'admin_log')`);
  expect(rows).toEqual([]);
});
