import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { cue, kitchen, makeReaders, putWords, type Readers } from './testing/readers.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
let sharer: string;
let video: string;
let newRecording: Readers['newRecording'];
beforeAll(async () => {
  server = await startTestServer();
  ({ rosa, anna, stranger, sharer, newRecording } = await makeReaders(server));
});
afterAll(() => server.stop());
beforeEach(async () => {
  video = await newRecording();
});

const put = (browser: Browser, version: number, body: object, id = video) =>
  putWords(browser, id, version, body);
const read = async (browser = rosa) => (await browser.get(`/transcripts/${video}`)).body;

describe('writing', () => {
  test('the text follows the cues, and search the text', async () => {
    expect(await read()).toMatchObject({ version: 0, text: '', cues: [], canManage: true });
    const first = await put(rosa, 0, { cues: kitchen });
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.body).toMatchObject({
      text: 'My mother baked bread.',
      source: 'person',
      version: 1,
    });
    const again = await put(rosa, 1, { cues: [cue(0, 2, 'My\n grandfather')] });
    expect(again.body).toMatchObject({ version: 2, text: 'My grandfather' });
    const { rows } = await server.owner.query(
      `select search_vector @@ to_tsquery('english', 'grandfather') as found,
         search_vector @@ to_tsquery('english', 'bread') as stale
       from public."PromptResponse" where "videoId" = $1`,
      [video],
    );
    expect(rows).toEqual([{ found: true, stale: false }]);
    const { body } = await rosa.get(`/videos/${video}`);
    expect(body.transcript).toMatchObject({ text: 'My grandfather', isChecked: false });
  });

  test('by hand without times, and checked', async () => {
    const written = await put(rosa, 0, { cues: [], text: 'Of\ncinnamon.', isChecked: true });
    expect(written.body).toMatchObject({ text: 'Of\ncinnamon.', isChecked: true });
  });

  test('the same once more is no new version', async () => {
    await put(rosa, 0, { cues: kitchen });
    expect((await put(rosa, 1, { cues: kitchen })).body.version).toBe(1);
  });

  test('of two who write at once, the second is told, and both texts are there', async () => {
    await put(rosa, 0, { cues: kitchen });
    const [one, two] = await Promise.all(
      ['one', 'two'].map((text) => put(rosa, 1, { cues: [cue(0, 1, text)] })),
    );
    expect([one?.status, two?.status].sort()).toEqual([200, 412]);
    const lost = one?.status === 412 ? one : two;
    expect(lost?.body.type).toBe('urn:telloom:problem:changed-meanwhile');
    const first = await Promise.all(
      ['one', 'two'].map((text) => put(rosa, 7, { cues: [cue(0, 1, text)] })),
    );
    expect(first.map(({ status }) => status)).toEqual([412, 412]);
  });

  test('the first words, too, are written once', async () => {
    const both = await Promise.all(
      ['a', 'b'].map((text) => put(rosa, 0, { cues: [cue(0, 1, text)] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a listener reads and cannot write, a stranger knows of nothing', async () => {
    await put(rosa, 0, { cues: kitchen });
    expect(await read(anna)).toMatchObject({ canManage: false, text: 'My mother baked bread.' });
    expect((await put(anna, 1, { cues: [] })).status).toBe(403);
    expect((await anna.get(`/transcripts/${video}/versions`)).body.items).toEqual([]);
    for (const answer of [
      await stranger.get(`/transcripts/${video}`),
      await put(stranger, 1, { cues: [] }),
      await stranger.get(`/transcripts/${video}/export/txt`),
      await stranger.get(`/transcripts/${video}/versions`),
      await stranger.get(`/transcripts/${video}/suggestions`),
      await stranger.post(`/transcripts/${video}/listen`, { language: null }),
      await stranger.post(`/transcripts/${video}/summary`),
    ]) {
      expect(answer.status).toBe(404);
    }
    expect((await anna.post(`/transcripts/${video}/listen`, { language: 'en' })).status).toBe(403);
    expect((await anna.post(`/transcripts/${video}/summary`)).status).toBe(403);
    expect((await server.browser().get(`/transcripts/${video}`)).status).toBe(401);
  });

  test('a topic video has its words the same way', async () => {
    const topic = randomUUID();
    await server.owner.query(
      `insert into public."TopicVideo" (id, "profileSharerId") values ($1, $2)`,
      [topic, sharer],
    );
    expect((await put(rosa, 0, { cues: kitchen }, topic)).body.version).toBe(1);
    expect((await put(rosa, 1, { cues: [cue(0, 1, 'All of it')] }, topic)).body).toMatchObject({
      version: 2,
      text: 'All of it',
    });
    expect((await anna.get(`/transcripts/${topic}`)).body.text).toBe('All of it');
    expect((await rosa.get(`/transcripts/${topic}/versions`)).body.items).toHaveLength(2);
  });
});

describe('what cannot be kept is refused, and what was there stays', () => {
  beforeEach(() => put(rosa, 0, { cues: kitchen }));

  test.each([
    ['overlapping cues', { cues: [cue(0, 3, 'a'), cue(2, 4, 'b')] }, 'cues.1', /has ended/],
    ['cues after the end', { cues: [cue(20, 21, 'a')] }, 'cues.0', /after the end/],
    ['a bell', { cues: [cue(0, 1, 'ding\u0007')] }, 'cues.0', /cannot be shown/],
    ['NUL', { cues: [], text: 'a\0b' }, 'text', /cannot be shown/],
    ['a megabyte in one cue', { cues: [cue(0, 1, 'x'.repeat(1_000_000))] }, 'cues.0', /2000/],
    ['more text than there can be', { cues: [], text: 'x'.repeat(1_000_001) }, 'text', /1000000/],
    ['no language', { cues: [], language: 'es MX' }, 'language', /pattern/],
    ['cues that are none', { cues: [{ start: '0' }] }, 'cues.0.end', /needed/],
  ])('%s', async (_what, body, field, message) => {
    const answer = await put(rosa, 1, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({ field, message: expect.stringMatching(message) });
    expect(await read()).toMatchObject({ version: 1, cues: kitchen });
  });

  test('a body without end, and one without a version', async () => {
    expect((await put(rosa, 1, { cues: [], text: 'x'.repeat(6_000_001) })).status).toBe(413);
    expect(
      (
        await rosa.send('PUT', `/transcripts/${video}`, {
          language: 'en',
          isChecked: false,
          cues: [],
        })
      ).status,
    ).toBe(422);
  });

  test('a whole megabyte of words is kept, and searched as far as it goes', async () => {
    const text = 'palabra '.repeat(125_000).trim();
    expect((await put(rosa, 1, { cues: [], text })).body.text).toHaveLength(text.length);
  });
});
