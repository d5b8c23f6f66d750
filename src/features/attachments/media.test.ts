import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import { add, type Family, makeFamily } from './testing/family.ts';
import { makePhoto, makeSound } from './testing/files.ts';

let server: TestServer;
let family: Family;
let photo: Buffer;

beforeAll(async () => {
  server = await startTestServer();
  [family, photo] = await Promise.all([makeFamily(server), makePhoto()]);
});
afterAll(() => server.stop());

describe('the files of a photo', () => {
  let id: string;
  beforeAll(async () => {
    id = await add(server, family.rosa, family.shared, 'Año Nuevo.PNG', photo);
  });

  test('are for those who may read it, in their own session, without the place', async () => {
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
    expect((await anna.fetch(files.view.replace(id, randomUUID()))).status).toBe(404);
    const saved = await anna.fetch(`${files.view}?download`);
    expect(saved.headers.get('content-disposition')).toContain(`UTF-8''A%C3%B1o%20Nuevo.jpg`);
  });

  test('the original among them is for its managers, as it came', async () => {
    for (const browser of [family.rosa, family.keeper]) {
      const { files } = (await browser.get(`/attachments/${id}`)).body;
      const answer = await browser.fetch(files.original);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(answer.headers.get('content-length')).toBe(String(photo.length));
    }
  });

  test('go at once with a story that is closed again', async () => {
    const { rosa, anna, shared } = family;
    const { files } = (await anna.get(`/attachments/${id}`)).body;
    await rosa.patch(`/responses/${shared}`, { privacyLevel: 'Private' });
    expect((await anna.fetch(files.thumb)).status).toBe(404);
    expect((await anna.get(`/attachments/${id}`)).status).toBe(404);
    await rosa.patch(`/responses/${shared}`, { privacyLevel: 'Public' });
    expect((await anna.fetch(files.thumb)).status).toBe(200);
  });
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
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="a b x y\.bin"/);
  expect(headers.get('x')).toBeNull();
});

test('a sound is made one that every browser plays', async () => {
  const { rosa, anna, shared } = family;
  const id = await add(server, rosa, shared, 'voice.wav', makeSound());
  const { kind, files } = (await anna.get(`/attachments/${id}`)).body;
  expect([kind, files.view, files.original]).toEqual(['audio', null, null]);
  const part = await anna.fetch(files.listen, { headers: { range: 'bytes=4-7' } });
  expect([part.status, part.body, part.headers.get('content-type')]).toEqual([
    206,
    'ftyp',
    'audio/mp4',
  ]);
});
