import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { storeCaptionFile, storeCaptions } from './store.ts';

let server: TestServer;
let rosa: Browser;
let anna: Browser;
let stranger: Browser;
let sharer: string;
/** A recording of ten seconds, in a story that Anna may watch. */
let video: string;

const cue = (start: number, end: number, text: string) => ({ start, end, text });
const kitchen = [cue(0, 2, 'My mother'), cue(2, 4, 'baked bread.')];
const base = { language: 'en', isChecked: false };

beforeAll(async () => {
  server = await startTestServer();
  const email = newEmail('anna');
  rosa = await server.member(newEmail('rosa'));
  anna = await server.member(email, 'Anna');
  stranger = await server.member(newEmail('sam'));
  await rosa.post('/me/sharer');
  sharer = (await rosa.get('/me')).body.sharerId;
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
});
afterAll(() => server.stop());

beforeEach(async () => {
  video = randomUUID();
  await server.owner.query(
    `insert into public."Video" (id, "profileSharerId", status, duration) values ($1, $2, 'READY', 10)`,
    [video, sharer],
  );
  await server.owner.query(
    `insert into public."PromptResponse" ("profileSharerId", "videoId", "privacyLevel") values ($2, $1, 'Public')`,
    [video, sharer],
  );
});

const put = (browser: Browser, version: number, body: object, id = video) =>
  browser.fetch(`/api/v1/transcripts/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify({ ...base, ...body }),
  });
const importFile = (version: number, body: BodyInit, language = '') =>
  rosa.fetch(`/api/v1/transcripts/${video}/import${language}`, {
    method: 'POST',
    headers: { 'content-type': 'text/vtt', 'if-match': `"${version}"` },
    body,
  });
const read = async (browser = rosa) => (await browser.get(`/transcripts/${video}`)).body;
const versions = async () => (await rosa.get(`/transcripts/${video}/versions`)).body.items;
const restore = (versionId: string, version: number, browser = rosa) =>
  browser.fetch(`/api/v1/transcripts/${video}/versions/${versionId}/restore`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
  });
const byMachine = (text: string, options = {}) =>
  server.db.asService((sql) =>
    storeCaptions(
      sql,
      { videoId: video, cues: [cue(0, 1, text)], language: 'en', source: 'a machine' },
      options,
    ),
  );

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
    expect((await rosa.send('PUT', `/transcripts/${video}`, { ...base, cues: [] })).status).toBe(
      422,
    );
  });

  test('a whole megabyte of words is kept, and searched as far as it goes', async () => {
    const text = 'palabra '.repeat(125_000).trim();
    expect((await put(rosa, 1, { cues: [], text })).body.text).toHaveLength(text.length);
  });

  test.each([
    ['no captions', 'Dear Rosa', 'file'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x41), 'file'],
    ['a time that is none', 'WEBVTT\n\n00:01 --> 00:02\nx', 'line 3'],
    [
      'overlapping cues',
      'WEBVTT\n\n00:01.000 --> 00:03.000\na\n\n00:02.000 --> 00:04.000\nb',
      'cues.1',
    ],
  ])('a file with %s', async (_what, file, field) => {
    const answer = await importFile(1, file);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(field);
    expect(await read()).toMatchObject({ version: 1, cues: kitchen });
  });

  test('a file of more than 2 MB', async () => {
    expect((await importFile(1, 'x'.repeat(2_100_000))).status).toBe(413);
  });
});

describe('files', () => {
  test('are taken and given', async () => {
    const file = 'WEBVTT\n\n00:00.000 --> 00:02.000\nHola &amp; adiós\n';
    const taken = await importFile(0, file, '?language=es');
    expect(taken.body).toMatchObject({
      source: 'file',
      language: 'es',
      isChecked: false,
      version: 1,
    });
    const get = (format: string) => anna.fetch(`/api/v1/transcripts/${video}/export/${format}`);
    const vtt = await get('vtt');
    expect(vtt.body).toBe(
      'WEBVTT\n\nNOTE language: es\n\n00:00:00.000 --> 00:00:02.000\nHola &amp; adiós\n',
    );
    expect(vtt.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect((await get('srt')).body).toBe(
      '1\r\n00:00:00,000 --> 00:00:02,000\r\nHola & adiós\r\n\r\n',
    );
    expect((await get('txt')).body).toBe('Hola & adiós\n');
    expect((await get('exe')).status).toBe(422);
  });
});

describe('versions', () => {
  test('say who and when and by what; one that is brought back is a new one', async () => {
    await byMachine('by the machine');
    await put(rosa, 1, { cues: kitchen });
    const [newest, oldest] = await versions();
    expect(newest).toMatchObject({ version: 2, source: 'person', madeBy: 'Rosa Lopez' });
    expect(oldest).toMatchObject({ version: 1, source: 'a machine', madeBy: null });
    const full = await rosa.get(`/transcripts/${video}/versions/${oldest.id}`);
    expect(full.body).toEqual({ text: 'by the machine', cues: [cue(0, 1, 'by the machine')] });
    expect((await restore(oldest.id, 1)).status).toBe(412);
    expect((await restore(oldest.id, 2, anna)).status).toBe(404);
    expect((await restore(oldest.id, 2)).body).toMatchObject({ version: 3, source: 'a machine' });
    expect((await versions()).map((v: { version: number }) => v.version)).toEqual([3, 2, 1]);
  });

  test('what an editor saves by itself is one version, until somebody else comes between', async () => {
    const editSession = randomUUID();
    await put(rosa, 0, { cues: [cue(0, 1, 'a')], editSession });
    await put(rosa, 1, { cues: [cue(0, 1, 'ab')], editSession });
    expect(await versions()).toMatchObject([{ version: 2, beginning: 'ab' }]);
    await put(rosa, 2, { cues: [cue(0, 1, 'other')], editSession: randomUUID() });
    await put(rosa, 3, { cues: [cue(0, 1, 'abc')], editSession });
    expect((await versions()).map((v: { beginning: string }) => v.beginning)).toEqual([
      'abc',
      'other',
      'ab',
    ]);
  });

  test('what was there before versions were kept is one of them', async () => {
    await server.owner.query('alter table public."VideoTranscript" disable trigger user');
    await server.owner.query(
      `insert into public."VideoTranscript" ("videoId", transcript) values ($1, 'As imported')`,
      [video],
    );
    await server.owner.query('alter table public."VideoTranscript" enable trigger user');
    await put(rosa, 1, { cues: kitchen });
    expect((await versions()).map((v: { beginning: string }) => v.beginning)).toEqual([
      'My mother baked bread.',
      'As imported',
    ]);
  });
});

describe('a machine', () => {
  test('writes over a machine, not over a person, but when it is asked', async () => {
    expect(await byMachine('one')).toBe(true);
    expect(await byMachine('one')).toBe(false);
    expect(await byMachine('two')).toBe(true);
    await put(rosa, 2, { cues: [cue(0, 1, 'two')], isChecked: true });
    expect(await byMachine('three')).toBe(false);
    expect(await read()).toMatchObject({ text: 'two', isChecked: true });
    expect(await byMachine('four', { asked: true })).toBe(true);
    expect(await read()).toMatchObject({ text: 'four', source: 'a machine', isChecked: false });
    expect(await versions()).toHaveLength(4);
  });

  test('of the video host brings a file, which is mended', async () => {
    const file = 'WEBVTT\n\n00:02.000 --> 00:05.000\nb\n\n00:01.000 --> 00:03.000\na\n';
    const keep = () =>
      server.db.asService((sql) =>
        storeCaptionFile(sql, { videoId: video, file, language: 'en', source: 'mux' }),
      );
    expect(await keep()).toBe(true);
    expect((await read()).cues).toEqual([cue(1, 2, 'a'), cue(2, 5, 'b')]);
    expect(await keep()).toBe(false);
  });
});

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
