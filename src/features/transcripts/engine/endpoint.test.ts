import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../../config.ts';
import { run } from '../../videos/local-host/run.ts';
import { TEST_EFFORT } from '../../videos/local-host/testing/clips.ts';
import { findTools, type Tools } from '../../videos/local-host/tools.ts';
import { type FakeEndpoint, startFakeEndpoint } from '../testing/fake-endpoint.ts';
import { chooseEngine, type TranscriptEngine, understands } from './engines.ts';
import { languageTag } from './segments.ts';

let dir: string;
let media: string;
let tools: Tools;
let fake: FakeEndpoint;
let engine: TranscriptEngine;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'telloom-endpoint-'));
  media = join(dir, 'tone.wav');
  const found = await findTools({ effort: TEST_EFFORT });
  if (!found) throw new Error('These tests need ffmpeg in PATH.');
  tools = found;
  await run(tools.ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=d=2', media], {
    timeoutMs: 60_000,
  });
  fake = await startFakeEndpoint();
  const env = { TELLOOM_SPEECH_URL: fake.url, TELLOOM_SPEECH_KEY: 'sk-one' };
  const chosen = await chooseEngine({ tools, config: parseConfig(env) });
  if (!chosen) throw new Error('an endpoint is set');
  engine = chosen;
});
afterAll(async () => {
  await fake.stop();
  await rm(dir, { recursive: true, force: true });
});

const hear = (language: string | null = null) =>
  engine.transcribe({ media, workDir: dir, language });

describe('a speech service', () => {
  test('is sent the sound and the key, and its phrases become captions', async () => {
    const segments = [
      { id: 0, start: 0, end: 1.5, text: ' Vivíamos junto al río.', tokens: [1] },
      { id: 1, start: 4, end: 6, text: ' Mi padre pescaba.' },
    ];
    const text = 'Vivíamos junto al río. Mi padre pescaba.';
    fake.answer(200, JSON.stringify({ task: 'transcribe', language: 'spanish', text, segments }));
    const heard = await hear();
    expect(heard).toMatchObject({ language: 'es', text });
    expect(heard.cues.map((cue) => [cue.start, cue.text])).toEqual([
      [0, 'Vivíamos junto al río.'],
      [4, 'Mi padre pescaba.'],
    ]);
    const [asked] = fake.asked.splice(0);
    expect(asked).toMatchObject({
      path: '/v1/audio/transcriptions',
      authorization: 'Bearer sk-one',
    });
    const form = new Response(new Uint8Array(asked?.body ?? []), {
      headers: { 'content-type': asked?.contentType ?? '' },
    });
    const fields = await form.formData();
    expect(fields.get('model')).toBe('whisper-1');
    expect(fields.get('response_format')).toBe('verbose_json');
    expect(fields.get('language')).toBeNull();
    expect((await (fields.get('file') as File).text()).slice(0, 4)).toBe('OggS');
    expect((await readdir(dir)).filter((name) => name.startsWith('transcript-'))).toEqual([]);
  });

  test('is told the language that was chosen', async () => {
    fake.answer(200, JSON.stringify({ language: 'english', text: '', segments: [] }));
    expect(await hear('es-MX')).toEqual({ text: '', language: 'es-MX', cues: [] });
    expect(fake.asked.at(-1)?.body.toString('latin1')).toMatch(/name="language"\r\n\r\nes\r\n/);
  });

  test('words alone will do', async () => {
    const words = [
      { word: 'Hello', start: 0.1, end: 0.4 },
      { word: 'Ana', start: 0.5, end: 0.9 },
    ];
    fake.answer(200, JSON.stringify({ text: 'Hello Ana', words }));
    expect(await hear()).toMatchObject({
      language: 'und',
      cues: [{ start: 0.1, text: 'Hello Ana' }],
    });
  });

  test.each([
    ['a refusal', 401, '{"error":"no"}', /answered 401/],
    ['a refusal that repeats the key', 401, '{"error":"sk-one is no key"}', /401: .*… is no key/],
    ['an answer without end', 200, 'x'.repeat(20_000_001), /has no end/],
    ['a page', 200, '<html>', /without JSON/],
    ['another kind of JSON', 200, '{"text":5}', /not what its API promises/],
    ['words without times', 200, '{"text":"hello"}', /without times/],
  ])('%s is an error that does not tell the key', async (_what, status, body, message) => {
    fake.answer(status, body);
    const error = await hear().catch((reason: Error) => reason);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('sk-one');
  });
});

test('a model without the package, or none at all, is said at the start', async () => {
  const choose = (TELLOOM_WHISPER_MODEL: string) =>
    chooseEngine({ tools, config: parseConfig({ TELLOOM_WHISPER_MODEL }) });
  await expect(choose('/nowhere/ggml-base.bin')).rejects.toThrow(/no speech model at \/nowhere/);
  await expect(choose(media)).rejects.toThrow(/npm install @fugood\/whisper.node/);
});

test('languages are known by tag and by name', () => {
  expect(['es', 'es-MX', 'Spanish', 'klingonese', '', null].map(languageTag)).toEqual([
    'es',
    'es-MX',
    'es',
    null,
    null,
    null,
  ]);
  const english = { ...engine, languages: ['en'] };
  expect([null, 'en', 'en-GB', 'es'].map((tag) => understands(english, tag))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
