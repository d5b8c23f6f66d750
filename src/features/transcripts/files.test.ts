import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { kitchen, makeReaders, putWords, type Readers } from './testing/readers.ts';

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

const importFile = (version: number, body: BodyInit, language = '') =>
  rosa.fetch(`/api/v1/transcripts/${video}/import${language}`, {
    method: 'POST',
    headers: { 'content-type': 'text/vtt', 'if-match': `"${version}"` },
    body,
  });
const read = async () => (await rosa.get(`/transcripts/${video}`)).body;

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

describe('what cannot be kept is refused, and what was there stays', () => {
  beforeEach(() => putWords(rosa, video, 0, { cues: kitchen }));

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
