import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { cue, kitchen, makeReaders, putWords, type Readers } from './testing/readers.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let video: string;
let newRecording: Readers['newRecording'];
beforeAll(async () => {
  server = await startTestServer();
  ({ rosa, anna, newRecording } = await makeReaders(server));
});
afterAll(() => server.stop());
beforeEach(async () => {
  video = await newRecording();
});

const put = (browser: Browser, version: number, body: object) =>
  putWords(browser, video, version, body);
const read = async () => (await rosa.get(`/transcripts/${video}`)).body;

describe('suggestions', () => {
  const suggest = (browser: Browser, suggested = 'My grandmother', was = 'My mother') =>
    browser.post(`/transcripts/${video}/suggestions`, { start: 0, was, suggested });
  const list = async (browser: Browser) =>
    (await browser.get(`/transcripts/${video}/suggestions`)).body.items;
  beforeEach(() => put(rosa, 0, { cues: kitchen }));

  test('are taken over by the manager, into a new version', async () => {
    expect((await suggest(anna)).status).toBe(201);
    const [mine] = await list(anna);
    expect(mine).toMatchObject({ status: 'PENDING', mine: true, suggested: 'My grandmother' });
    const [theirs] = await list(rosa);
    expect(theirs).toMatchObject({ id: mine.id, mine: false, suggestedBy: 'Anna' });
    const at = `/transcripts/${video}/suggestions/${mine.id}`;
    expect((await anna.post(`${at}/accept`)).status).toBe(403);
    expect((await rosa.post(`${at}/accept`)).status).toBe(204);
    expect(await read()).toMatchObject({ version: 2, text: 'My grandmother baked bread.' });
    expect((await list(anna))[0].status).toBe('ACCEPTED');
    expect((await rosa.post(`${at}/decline`)).status).toBe(409);
    expect((await anna.delete(at)).status).toBe(403);
  });

  test('are declined, or taken back', async () => {
    const { body } = await suggest(anna);
    const at = `/transcripts/${video}/suggestions/${body.id}`;
    expect((await rosa.delete(at)).status).toBe(403);
    expect((await rosa.post(`${at}/decline`)).status).toBe(204);
    expect((await list(anna))[0].status).toBe('DECLINED');
    const second = (await suggest(anna)).body.id;
    expect((await anna.delete(`/transcripts/${video}/suggestions/${second}`)).status).toBe(204);
    expect(await list(rosa)).toHaveLength(1);
    expect((await read()).version).toBe(1);
  });

  test('of words that have changed since are not taken over', async () => {
    const { body } = await suggest(anna);
    await put(rosa, 1, { cues: [cue(0, 2, 'Our mother')] });
    expect((await suggest(anna)).status).toBe(412);
    const at = `/transcripts/${video}/suggestions/${body.id}`;
    expect((await rosa.post(`${at}/accept`)).status).toBe(412);
    expect((await list(rosa))[0].status).toBe('PENDING');
  });

  test('go out of sight with the transcript', async () => {
    await suggest(anna);
    await server.owner.query(
      `update public."PromptResponse" set "privacyLevel" = 'Private' where "videoId" = $1`,
      [video],
    );
    expect((await anna.get(`/transcripts/${video}/suggestions`)).status).toBe(404);
  });

  test.each([
    ['nothing', { start: 0, was: 'My mother', suggested: '' }],
    ['a flood', { start: 0, was: 'My mother', suggested: 'x'.repeat(2001) }],
    ['no time', { was: 'My mother', suggested: 'x' }],
  ])('%s is refused', async (_what, body) => {
    expect((await anna.post(`/transcripts/${video}/suggestions`, body)).status).toBe(422);
  });
});
