import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Tools } from '../../videos/local-host/tools.ts';
import { askEndpoint, type Endpoint, EndpointError } from '../ask-endpoint.ts';
import { toCues, type Word } from './cues.ts';
import type { TranscribeInput, TranscriptEngine, Transcription } from './engine.ts';
import { languageTag, wordsOf } from './segments.ts';
import { withSpeech } from './speech-sound.ts';

const ANSWER_MS = 4 * 3600_000;

/** "verbose_json" of https://platform.openai.com/docs/api-reference/audio, as far as it is used. */
const times = { start: Type.Number(), end: Type.Number() };
const Answer = Type.Object({
  text: Type.String(),
  language: Type.Optional(Type.String()),
  segments: Type.Optional(Type.Array(Type.Object({ ...times, text: Type.String() }))),
  words: Type.Optional(Type.Array(Type.Object({ ...times, word: Type.String() }))),
});

/** Any OpenAI-compatible /audio/transcriptions: the sound leaves the machine. */
export function speechEndpoint(tools: Tools, endpoint: Endpoint): TranscriptEngine {
  return {
    name: endpoint.model,
    languages: null,
    transcribe: (input) =>
      withSpeech(tools, input, 'ogg', (sound) => listen(endpoint, sound, input)),
  };
}

async function listen(
  endpoint: Endpoint,
  sound: string,
  { language, signal }: TranscribeInput,
): Promise<Transcription> {
  const body = new FormData();
  body.set('file', new Blob([await readFile(sound)], { type: 'audio/ogg' }), 'speech.ogg');
  body.set('model', endpoint.model);
  body.set('response_format', 'verbose_json');
  body.append('timestamp_granularities[]', 'segment');
  if (language) body.set('language', language.split('-')[0] ?? language);
  const path = '/audio/transcriptions';
  const answer = await askEndpoint(endpoint, { path, body, timeoutMs: ANSWER_MS, signal });
  if (!Value.Check(Answer, answer)) {
    throw new EndpointError('The answer of the speech service is not what its API promises.');
  }
  const words = timedWords(answer);
  return {
    text: answer.text.trim(),
    language: language ?? languageTag(answer.language) ?? 'und',
    cues: toCues(words),
  };
}

function timedWords(answer: Type.Static<typeof Answer>): Word[] {
  if (answer.segments?.length) return wordsOf(answer.segments);
  if (answer.words?.length)
    return answer.words.map(({ word, ...time }) => ({ text: word, ...time }));
  if (answer.text.trim() === '') return [];
  throw new EndpointError(
    'The speech service gives words without times: captions need another model.',
  );
}
