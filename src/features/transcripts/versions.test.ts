import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { storeCaptionFile, storeCaptions } from './store.ts';
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
