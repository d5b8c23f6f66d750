import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { videoFiles } from '../videos/files.ts';
import { offsetOf, patch } from './testing.ts';

const LARGEST = 20 * 1024 ** 3;

let server: TestServer;
let rosa: Browser;
let promptId: string;

beforeAll(async () => {
  server = await startTestServer();
  rosa = await server.member(newEmail('rosa'));
  await rosa.post('/me/sharer');
  promptId = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    promptId,
  ]);
});
afterAll(() => server.stop());

const begin = (more: object) =>
  rosa.post('/recordings', { promptId, kind: 'video', contentType: 'video/mp4', ...more });
const videos = async () => (await server.owner.query('select id from public."Video"')).rows.length;

test('more than 20 GB is refused in words before a byte of it comes, or when its length is told', async () => {
  const refused = await begin({ size: LARGEST + 1 });
  expect([refused.status, refused.body.title]).toEqual([413, expect.stringMatching(/too large/)]);
  expect(await videos()).toBe(0);
  const { uploadUrl } = (await begin({ size: LARGEST })).body;
  const told = await patch(rosa, uploadUrl, 0, Buffer.from('a film'), LARGEST + 1);
  expect(told.status).toBe(413);
  expect(await offsetOf(rosa, uploadUrl)).toBe(0);
});

test('nothing at all ends with a reason', async () => {
  const { videoId, uploadUrl } = (await begin({})).body;
  expect((await patch(rosa, uploadUrl, 0, Buffer.alloc(0), 0)).status).toBe(204);
  await server.runJobs();
  expect((await rosa.get(`/videos/${videoId}`)).body).toMatchObject({
    status: 'ERRORED',
    errorMessage: 'This file is empty. Nothing was recorded in it.',
  });
});

test.each([
  ['ways out of the folder', '../../../keys/secret.mp4'],
  ['an option', '-i /etc/passwd.mp4'],
  ['a command', '$(reboot); `reboot` && "reboot".mp4'],
  ['marks that turn it around', 'film\u202e4pm.exe'],
  ['a line break, and quotes', 'a\r\nset-cookie: x="y".mp4'],
])(
  'a file name with %s names no file here, and is no part of an answer',
  async (_what, fileName) => {
    const { videoId, uploadUrl, uploadId } = (await begin({ fileName })).body;
    const bytes = Buffer.from('This is a letter, not a film.');
    expect((await patch(rosa, uploadUrl, 0, bytes, bytes.length)).status).toBe(204);
    await server.runJobs();
    const { status, errorMessage, playback } = (await rosa.get(`/videos/${videoId}`)).body;
    expect([status, errorMessage]).toEqual(['ERRORED', expect.stringMatching(/file is kept/)]);
    const { originals } = videoFiles(server.dataDir);
    expect(readdirSync(originals).filter((name) => !/^[0-9a-f-]{36}(\.json)?$/.test(name))).toEqual(
      [],
    );
    expect(readdirSync(originals)).toContain(uploadId);
    const answer = await rosa.fetch(playback.original);
    expect([answer.status, answer.body, answer.headers.get('content-disposition')]).toEqual([
      200,
      bytes.toString(),
      'attachment',
    ]);
  },
);

test('a name that no database takes is refused, and leaves nothing', async () => {
  const before = await videos();
  expect((await begin({ fileName: 'a\u0000.mp4' })).status).toBe(422);
  expect(await videos()).toBe(before);
});
