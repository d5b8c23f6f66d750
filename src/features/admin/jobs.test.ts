import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { forgetJobs } from '../../worker/testing.ts';
import { adminOf } from '../curating/testing.ts';

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startTestServer();
  admin = await adminOf(server);
});
beforeEach(() => forgetJobs(server.owner));
afterAll(() => server.stop());

interface Given {
  attempts?: number;
  later?: boolean;
  locked?: boolean;
}
async function addJob(task: string, { attempts = 0, later, locked }: Given = {}): Promise<string> {
  const { rows } = await server.owner.query(
    `select id from graphile_worker.add_job($1, '{"mailId": "a secret of the payload"}', max_attempts => 3,
      run_at => $2::timestamptz)`,
    [task, later ? '2999-01-01' : null],
  );
  await server.owner.query(
    `update graphile_worker._private_jobs set attempts = $2::smallint, locked_at = $3, locked_by = $4,
      last_error = case when $2::smallint > 0 then 'the server is away' end where id = $1`,
    [rows[0].id, attempts, locked ? new Date() : null, locked ? 'a worker' : null],
  );
  return rows[0].id;
}
const jobs = async () => (await admin.get('/admin/jobs')).body;
const stored = async (id: string) =>
  (
    await server.owner.query(
      `select attempts, max_attempts, run_at <= now() as due from graphile_worker.jobs where id = $1`,
      [id],
    )
  ).rows[0];

test('jobs are listed, what failed first, without what they carry', async () => {
  const ids = {
    later: await addJob('account.sweep', { later: true }),
    waiting: await addJob('mail.send'),
    running: await addJob('videos.first', { locked: true }),
    retrying: await addJob('mail.send', { attempts: 1 }),
    failed: await addJob('mail.send', { attempts: 3 }),
  };
  const listed = await jobs();
  expect(listed.items.map(({ id }: { id: string }) => id)).toEqual([
    ids.failed,
    ids.retrying,
    ids.running,
    ids.waiting,
    ids.later,
  ]);
  expect(listed.counts).toEqual({ failed: 1, retrying: 1, running: 1, waiting: 1, later: 1 });
  expect(listed.items[0]).toMatchObject({
    task: 'mail.send',
    state: 'failed',
    attempts: 3,
    maxAttempts: 3,
    lastError: 'the server is away',
  });
  expect(JSON.stringify(listed)).not.toContain('secret');
});

test.each([
  ['one that failed', { attempts: 3 }],
  ['one that waits for its next attempt', { attempts: 2, later: true }],
])('%s is tried again, as often as a new one', async (_, given) => {
  const id = await addJob('mail.send', given);
  expect((await admin.post(`/admin/jobs/${id}/retry`)).status).toBe(204);
  expect(await stored(id)).toEqual({ attempts: 0, max_attempts: 3, due: true });
});

test('one that is given up has one last attempt, and then goes from the list', async () => {
  const id = await addJob('mail.send', { attempts: 1, later: true });
  expect((await admin.post(`/admin/jobs/${id}/give-up`)).status).toBe(204);
  expect(await stored(id)).toEqual({ attempts: 1, max_attempts: 2, due: true });
  await server.owner.query('update graphile_worker._private_jobs set attempts = 2 where id = $1', [
    id,
  ]);
  expect((await jobs()).items[0].state).toBe('failed');
  expect((await admin.post(`/admin/jobs/${id}/give-up`)).status).toBe(204);
  expect(await stored(id)).toBeUndefined();
});

test('one that is under way is left alone, and one that is not there is not found', async () => {
  const id = await addJob('videos.first', { locked: true });
  for (const what of ['retry', 'give-up']) {
    expect((await admin.post(`/admin/jobs/${id}/${what}`)).status).toBe(409);
    expect((await admin.post(`/admin/jobs/999999999/${what}`)).status).toBe(404);
    expect((await admin.post(`/admin/jobs/nonsense/${what}`)).status).toBe(422);
  }
  expect(await stored(id)).toMatchObject({ attempts: 0, max_attempts: 3 });
});

test('the queue is for admins', async () => {
  const id = await addJob('mail.send', { attempts: 1 });
  const person = await server.member(newEmail('person'));
  const tried: [string, string][] = [
    ['GET', '/admin/jobs'],
    ['POST', `/admin/jobs/${id}/retry`],
    ['POST', `/admin/jobs/${id}/give-up`],
  ];
  for (const [method, path] of tried) {
    expect((await person.send(method, path)).status).toBe(404);
    expect((await server.browser().send(method, path)).status).toBe(401);
  }
  expect(await stored(id)).toMatchObject({ attempts: 1 });
});
