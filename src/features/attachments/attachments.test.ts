import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { quickAddJob } from 'graphile-worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { videoFiles } from '../videos/files.ts';
import { attachmentPlaces } from './places.ts';
import { add, begin, type Family, makeFamily, sendBytes } from './testing/family.ts';
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
describe('an upload beside a story', () => {
  const file = { fileName: 'IMG 1.JPG', size: 10 };

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
    expect((await sendBytes(anna, uploadUrl, photo)).status).toBe(404);
    expect((await sendBytes(otto, uploadUrl, photo)).status).toBe(404);
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
});

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

  test('its files are for those who may read it, in their own session, without its place', async () => {
    const { rosa, anna, otto, stranger, anonymous } = family;
    const { files } = (await anna.get(`/attachments/${id}`)).body;
    expect(files).toMatchObject({ original: null, document: null, listen: null });
    for (const address of [files.thumb, files.view]) {
      const answer = await anna.fetch(address);
      expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([
        200,
        'nosniff',
      ]);
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
      expect(answer.body).not.toMatch(/Exif/);
      for (const browser of [rosa, otto, stranger, anonymous]) {
        expect((await browser.fetch(address)).status).toBe(404);
      }
    }
    expect((await anna.fetch(files.view.replace(/view\.jpg/, 'original'))).status).toBe(404);
    expect((await anna.fetch(files.view.replace(/view\.jpg/, '..%2f..%2fkeys'))).status).toBe(404);
    expect((await anna.fetch(files.view.replace(id, missing))).status).toBe(404);
    const saved = await anna.fetch(`${files.view}?download`);
    expect(saved.headers.get('content-disposition')).toContain(`UTF-8''A%C3%B1o%20Nuevo.jpg`);
  });

  test('the original is for its managers, as it came', async () => {
    for (const browser of [family.rosa, family.keeper]) {
      const { files } = (await browser.get(`/attachments/${id}`)).body;
      const answer = await browser.fetch(files.original);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(answer.headers.get('content-length')).toBe(String(photo.length));
    }
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

  test('people are named in it, once each', async () => {
    const { rosa, anna, rosaSharer } = family;
    const mother = await rosa.post(`/attachments/${id}/people`, {
      name: ' María ',
      relation: 'Mother',
    });
    expect(mother).toMatchObject({ status: 201, body: { name: 'María', attachments: 1 } });
    const again = await rosa.post(`/attachments/${id}/people`, { name: 'maría' });
    expect(again.body.id).toBe(mother.body.id);
    expect(
      (await rosa.post(`/attachments/${id}/people`, { personId: mother.body.id })).status,
    ).toBe(201);
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
    expect((await rosa.delete(`/attachments/${id}/people/${missing}`)).status).toBe(404);
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

  test('a person is taken out, and forgotten', async () => {
    const { rosa } = family;
    const person = (await rosa.get('/person-tags')).body.items[0].id;
    expect((await rosa.delete(`/attachments/${id}/people/${person}`)).status).toBe(204);
    expect((await rosa.get(`/person-tags/${person}`)).body.attachments).toBe(0);
    expect((await rosa.delete(`/person-tags/${person}`)).status).toBe(204);
    expect((await rosa.get(`/person-tags/${person}`)).status).toBe(404);
  });

  test('a story that is closed again takes it along at once', async () => {
    const { rosa, anna, shared } = family;
    const { files } = (await anna.get(`/attachments/${id}`)).body;
    await rosa.patch(`/responses/${shared}`, { privacyLevel: 'Private' });
    expect((await anna.fetch(files.thumb)).status).toBe(404);
    expect((await anna.get(`/attachments/${id}`)).status).toBe(404);
    await rosa.patch(`/responses/${shared}`, { privacyLevel: 'Public' });
    expect((await anna.fetch(files.thumb)).status).toBe(200);
  });
});

describe('galleries', () => {
  test('show each what they may see, page by page', async () => {
    const { rosa, anna, otto, rosaSharer, hidden, topic } = family;
    await add(server, rosa, hidden, 'secret.txt', Buffer.from('Not yet'));
    const ids = async (browser: typeof rosa, query: string) =>
      (await browser.get(`/attachments?${query}`)).body.items.map(
        (item: { fileName: string }) => item.fileName,
      );
    const of = `sharerId=${rosaSharer}`;
    expect(await ids(rosa, '')).toEqual(['secret.txt', 'Año Nuevo.PNG', 'a.txt']);
    expect(await ids(anna, of)).toEqual(['Año Nuevo.PNG', 'a.txt']);
    expect(await ids(anna, `${of}&topicId=${topic}&kind=photo`)).toEqual(['Año Nuevo.PNG']);
    expect(await ids(anna, `${of}&topicId=${missing}`)).toEqual([]);
    expect(await ids(anna, '')).toEqual([]);
    expect(await ids(otto, of)).toEqual([]);
    expect((await rosa.get('/attachments?cursor=x')).status).toBe(422);
    expect((await rosa.get('/attachments?kind=film')).status).toBe(422);
  });

  test('what is on its way is shown to those who sent it', async () => {
    const { rosa, anna, shared, otto } = family;
    const seen = async (browser: typeof rosa) =>
      (await browser.get(`/responses/${shared}/attachments`)).body.items.map(
        (item: { state: string }) => item.state,
      );
    expect(await seen(rosa)).toContain('waiting');
    expect(await seen(anna)).toEqual(['ready', 'ready']);
    expect((await otto.get(`/responses/${shared}/attachments`)).status).toBe(404);
  });
});

describe('a file that is not what it seems', () => {
  test('is refused with a word, seen by those who sent it, and no file of it leaves', async () => {
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

  test('a row that calls its file a page is served as bytes to keep', async () => {
    const { rosa, shared } = family;
    const id = await add(
      server,
      rosa,
      shared,
      'letter.txt',
      Buffer.from('Hi <script>alert(1)</script>'),
    );
    await server.owner.query(
      `update public."PromptResponseAttachment" set "fileType" = 'text/html', title = 'a"b\r\nx: y' where id = $1`,
      [id],
    );
    const { files } = (await rosa.get(`/attachments/${id}`)).body;
    const { headers } = await rosa.fetch(files.document);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="file\.bin"/);
    expect(headers.get('x')).toBeNull();
  });
});

test('a sound is made one that every browser plays', async () => {
  const { rosa, anna, shared } = family;
  const rate = 8000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + rate * 2, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(rate * 2, 40);
  const samples = Buffer.from(
    Int16Array.from({ length: rate }, (_, i) => 8000 * Math.sin(i / 3)).buffer,
  );
  const id = await add(server, rosa, shared, 'voice.wav', Buffer.concat([header, samples]));
  const { kind, files } = (await anna.get(`/attachments/${id}`)).body;
  expect([kind, files.view, files.original]).toEqual(['audio', null, null]);
  const part = await anna.fetch(files.listen, { headers: { range: 'bytes=4-7' } });
  expect([part.status, part.body, part.headers.get('content-type')]).toEqual([
    206,
    'ftyp',
    'audio/mp4',
  ]);
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
