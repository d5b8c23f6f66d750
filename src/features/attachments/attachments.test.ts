import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { quickAddJob } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { videoFiles } from '../videos/files.ts';
import { attachmentPlaces } from './places.ts';
import { add, begin, type Family, makeFamily } from './testing/family.ts';
import { makePhoto } from './testing/files.ts';

let server: TestServer;
let family: Family;
let photo: Buffer;

beforeAll(async () => {
  server = await startTestServer();
  [family, photo] = await Promise.all([makeFamily(server), makePhoto()]);
});
afterAll(() => server.stop());

describe('a photo', () => {
  let id: string;
  test('becomes ready, upright, with its day, in the bucket', async () => {
    const { rosa, shared, rosaSharer, topic } = family;
    id = await add(server, rosa, shared, 'Año Nuevo.PNG', photo);
    const { body } = await rosa.get(`/attachments/${id}`);
    expect(body).toMatchObject({
      ...{ state: 'ready', kind: 'photo', fileType: 'image/jpeg', width: 400, height: 640 },
      ...{ dateCaptured: '2019-08-14', question: 'Where?', topicId: topic, people: [] },
      ...{ canManage: true, fileSize: photo.length },
    });
    const { rows } = await server.owner.query(
      `select o.name, o.metadata from storage.objects o join public."PromptResponseAttachment" a
       on o.bucket_id = 'attachments' and o.name = a."fileUrl" where a.id = $1`,
      [id],
    );
    expect(rows[0].name).toMatch(`${rosaSharer}/${shared}/ano-nuevo-`);
    expect(rows[0].name).toMatch(/-[0-9a-f]{12}\.jpg$/);
    expect(rows[0].metadata).toMatchObject({ mimetype: 'image/jpeg', size: photo.length });
  });

  test('is written about by its managers alone', async () => {
    const { rosa, anna, keeper } = family;
    const words = { title: 'At sea', yearCaptured: 1952, dateCaptured: null };
    const changed = await rosa.patch(`/attachments/${id}`, words);
    expect(changed.body).toMatchObject({ ...words, description: null, fileName: 'Año Nuevo.PNG' });
    const more = await keeper.patch(`/attachments/${id}`, { description: 'With the boat.' });
    expect(more.body).toMatchObject({ ...words, description: 'With the boat.' });
    expect((await anna.patch(`/attachments/${id}`, { title: 'x' })).status).toBe(403);
    expect((await anna.delete(`/attachments/${id}`)).status).toBe(403);
  });

  test.each([
    [{ title: 'a'.repeat(201) }],
    [{ dateCaptured: '1952-13-01' }],
    [{ yearCaptured: 52 }],
    [{ estimatedYear: 1952.5 }],
    [{ objectId: randomUUID() }],
  ])('%j is refused', async (change) => {
    expect((await family.rosa.patch(`/attachments/${id}`, change)).status).toBe(422);
  });

  test('what others than the family ask for is not there', async () => {
    const { otto, stranger, anonymous } = family;
    for (const browser of [otto, stranger]) {
      expect((await browser.get(`/attachments/${id}`)).status).toBe(404);
      expect((await browser.patch(`/attachments/${id}`, { title: 'x' })).status).toBe(404);
      expect((await browser.delete(`/attachments/${id}`)).status).toBe(404);
      expect((await browser.post(`/attachments/${id}/people`, { name: 'x' })).status).toBe(404);
      expect((await browser.post(`/attachments/${id}/restore`)).status).toBe(404);
    }
    for (const path of [
      `/attachments/${id}`,
      '/attachments',
      '/person-tags',
      `/responses/${family.shared}/attachments`,
    ]) {
      expect((await anonymous.get(path)).status).toBe(401);
    }
  });

  test('a deletion is taken back, with the people in it and its files', async () => {
    const { rosa, anna, keeper } = family;
    await rosa.post(`/attachments/${id}/people`, { name: 'María', relation: 'Mother' });
    const before = (await rosa.get(`/attachments/${id}`)).body;
    expect((await rosa.delete(`/attachments/${id}`)).status).toBe(204);
    expect((await rosa.get(`/attachments/${id}`)).status).toBe(404);
    expect((await anna.fetch(before.files.view)).status).toBe(404);
    expect((await anna.post(`/attachments/${id}/restore`)).status).toBe(404);
    const back = await keeper.post(`/attachments/${id}/restore`);
    expect(back).toMatchObject({ status: 200, body: { people: before.people, title: 'At sea' } });
    expect((await keeper.post(`/attachments/${id}/restore`)).status).toBe(404);
    const { files } = (await rosa.get(`/attachments/${id}`)).body;
    expect((await rosa.fetch(files.original)).status).toBe(200);
  });
});

test('galleries show each what they may see, page by page', async () => {
  const { rosa, anna, otto, rosaSharer, shared, hidden, topic } = family;
  await add(server, rosa, shared, 'letter.txt', Buffer.from('Dear Anna'));
  await add(server, rosa, hidden, 'secret.txt', Buffer.from('Not yet'));
  const ids = async (browser: typeof rosa, query: string) =>
    (await browser.get(`/attachments?${query}`)).body.items.map(
      (item: { fileName: string }) => item.fileName,
    );
  const of = `sharerId=${rosaSharer}`;
  expect(await ids(rosa, '')).toEqual(['secret.txt', 'letter.txt', 'Año Nuevo.PNG']);
  expect(await ids(anna, of)).toEqual(['letter.txt', 'Año Nuevo.PNG']);
  expect(await ids(anna, `${of}&topicId=${topic}&kind=photo`)).toEqual(['Año Nuevo.PNG']);
  expect(await ids(anna, `${of}&topicId=${randomUUID()}`)).toEqual([]);
  expect(await ids(anna, '')).toEqual([]);
  expect(await ids(otto, of)).toEqual([]);
  expect((await rosa.get('/attachments?cursor=x')).status).toBe(422);
  expect((await rosa.get('/attachments?kind=film')).status).toBe(422);
});

test('files go a week after their rows; what never came goes too', async () => {
  const { rosa, hidden } = family;
  const id = await add(server, rosa, hidden, 'b.txt', Buffer.from('To be gone'));
  const { rows } = await server.owner.query(
    `select u.id from private.attachment_upload u where u."attachmentId" = $1`,
    [id],
  );
  const original = videoFiles(server.dataDir).original(rows[0].id);
  const shown = attachmentPlaces(server.dataDir).shown(id);
  expect(readFileSync(original, 'utf8')).toBe('To be gone');
  await rosa.delete(`/attachments/${id}`);
  const waiting = (await begin(rosa, hidden, { fileName: 'c.txt', size: 4 })).body.id;
  const sweep = async () => {
    await quickAddJob({ connectionString: server.ownerUrl }, 'attachments.remove', {});
    await server.runJobs();
    return [
      existsSync(original),
      existsSync(shown),
      (await rosa.get(`/attachments/${waiting}`)).status,
    ];
  };
  expect(await sweep()).toEqual([true, true, 200]);
  await server.owner.query(
    `update private.removed_attachment set "removedAt" = now() - interval '8 days'`,
  );
  await server.owner.query(
    `update public."PromptResponseAttachment" set "uploadedAt" = now() - interval '8 days' where id = $1`,
    [waiting],
  );
  expect(await sweep()).toEqual([false, false, 404]);
  expect((await rosa.post(`/attachments/${id}/restore`)).status).toBe(404);
});
