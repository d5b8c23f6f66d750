import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promptId, topicId } from '../../features/prompts/starter-library.ts';
import { type Cue, toWebVtt } from '../../features/transcripts/webvtt.ts';
import type { Caller, Upload } from './caller.ts';
import { shoot, tape } from './draw/film.ts';
import { hum, speak } from './draw/speech.ts';
import { people, voices } from './told/people.ts';
import type { summedUp, Told } from './told/stories.ts';

/** What the films are made with. */
export interface Studio {
  ffmpeg: string;
  /** False: a soft tone stands in for every voice. */
  speaks: boolean;
}

interface Recording {
  bytes: Buffer;
  kind: 'video' | 'audio';
  contentType: string;
  cues: Cue[];
}

type Spoken = Told | typeof summedUp;

/** Films somebody who tells this, or records the voice alone. */
async function record({ ffmpeg, speaks }: Studio, told: Spoken): Promise<Recording> {
  const workDir = await mkdtemp(join(tmpdir(), 'telloom-demo-'));
  try {
    const voice = voices[told.by];
    const speech = speaks ? await speak(ffmpeg, told.said, voice, workDir) : hum(told.said, voice);
    const { cues } = speech;
    if ('voiceAlone' in told) {
      const bytes = await tape(ffmpeg, speech, workDir);
      return { bytes, kind: 'audio', contentType: 'audio/mp4', cues };
    }
    const bytes = await shoot(ffmpeg, { ...told, looks: people[told.by].looks }, speech, workDir);
    return { bytes, kind: 'video', contentType: 'video/mp4', cues };
  } finally {
    await rm(workDir, { recursive: true });
  }
}

/** Sends a recording as the recorder does, and what was said in it, gone through by its teller. */
async function sendIn(teller: Caller, what: object, recording: Recording): Promise<string> {
  const { bytes, cues, kind, contentType } = recording;
  const begun = { ...what, kind, contentType };
  const { videoId, ...place } = await teller.post<Upload & { videoId: string }>(
    '/recordings',
    begun,
  );
  await teller.upload(place, bytes, true);
  // Before the machine would listen: it writes over nobody's words.
  const words = `/transcripts/${videoId}`;
  const imported = await teller.send<{ version: number; cues: Cue[] }>(
    'POST',
    `${words}/import?language=en`,
    {
      body: Buffer.from(toWebVtt(cues, { language: 'en' })),
      headers: { 'content-type': 'text/vtt', 'if-match': '"0"' },
    },
  );
  await teller.put(words, {
    body: { cues: imported.cues, language: 'en', isChecked: true },
    headers: { 'if-match': `"${imported.version}"` },
  });
  return videoId;
}

export interface Kept {
  videoId: string;
  /** The story, or the topic video. */
  id: string;
}

/** From the question to the kept story, with its summary. */
export async function tell(studio: Studio, teller: Caller, told: Told): Promise<Kept> {
  const recording = await record(studio, told);
  const prompt = promptId(told.topic, told.question);
  const videoId = await sendIn(teller, { promptId: prompt }, recording);
  const { id } = await teller.post<{ id: string }>('/responses', { promptId: prompt, videoId });
  await teller.patch(`/responses/${id}`, { summary: told.summary });
  return { videoId, id };
}

/** The same for a topic that is summed up. */
export async function sumUp(studio: Studio, teller: Caller, told: typeof summedUp): Promise<Kept> {
  const recording = await record(studio, told);
  const topic = topicId(told.topic);
  const videoId = await sendIn(teller, { topicId: topic }, recording);
  const { id } = await teller.post<{ id: string }>('/topic-videos', { topicId: topic, videoId });
  await teller.patch(`/topic-videos/${id}`, { title: told.title, summary: told.summary });
  return { videoId, id };
}
