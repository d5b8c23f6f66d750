import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { patch } from '../recording/testing.ts';
import { type Clips, H264, makeClips, picture, tone } from '../videos/local-host/testing/clips.ts';

export const said = [
  { start: 0.2, end: 1.3, text: 'Is it recording?' },
  { start: 1.5, end: 2.6, text: 'A secret of hers.' },
  { start: 2.7, end: 3.8, text: 'My mother baked bread.' },
  { start: 4.9, end: 5.8, text: 'How do I stop this?' },
];

export interface ToldStory {
  story: string;
  /** The recording that it shows at first. */
  whole: string;
  promptId: string;
  uploadId: string;
}

/** A storyteller, a listener and a stranger, with films of six seconds that can be cut. */
export interface TrimWorld {
  server: TestServer;
  clips: Clips;
  film: Buffer;
  rosa: Browser;
  anna: Browser;
  stranger: Browser;
  ask: () => Promise<string>;
  /** A recording that has arrived whole. */
  record: (
    of: { promptId: string } | { topicId: string },
    file?: Buffer,
  ) => Promise<{ videoId: string; uploadId: string }>;
  /** What is said in it; its teller has gone through the words. */
  write: (videoId: string) => Promise<unknown>;
  /** A story that everybody may watch, with words that its teller has gone through. */
  tell: () => Promise<ToldStory>;
  trim: (story: string, start: number, end: number, by?: Browser) => ReturnType<Browser['send']>;
  // biome-ignore lint/suspicious/noExplicitAny: replies of the API; the tests say what is in them
  stateOf: (story: string) => Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  shownTo: (browser: Browser, story: string) => Promise<any>;
  /** The parts that a story will show. */
  waitingFor: (story: string) => Promise<string[]>;
  stop: () => Promise<void>;
}

export async function startTrimWorld(): Promise<TrimWorld> {
  const clips = await makeClips();
  const film = readFileSync(
    await clips.make('film.mp4', ...picture('64x64', 10, 6), ...tone(6), ...H264),
  );
  const server = await startTestServer();
  const rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  const email = newEmail('anna');
  const anna = await server.member(email, 'Anna');
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });

  async function ask(): Promise<string> {
    const promptId = randomUUID();
    await server.owner.query(
      `insert into public."Prompt" (id, "promptText") values ($1, 'What?')`,
      [promptId],
    );
    return promptId;
  }

  const record: TrimWorld['record'] = async (of, file = film) => {
    const start = { ...of, kind: 'video', contentType: 'video/mp4' };
    const { videoId, uploadUrl, uploadId } = (await rosa.post('/recordings', start)).body;
    expect((await patch(rosa, uploadUrl, 0, file, file.length)).status).toBe(204);
    return { videoId, uploadId };
  };
  const write = (videoId: string) =>
    server.owner.query(
      `insert into public."VideoTranscript" ("videoId", cues, language, source, "isChecked")
       values ($1, $2, 'en', 'person', true)`,
      [videoId, JSON.stringify(said)],
    );

  async function tell(): Promise<ToldStory> {
    const promptId = await ask();
    const { videoId: whole, uploadId } = await record({ promptId });
    await write(whole);
    const told = { promptId, videoId: whole, privacyLevel: 'Public' };
    const story = (await rosa.post('/responses', told)).body.id as string;
    await server.runJobs();
    return { story, whole, promptId, uploadId };
  }

  return {
    ...{ server, clips, film, rosa, anna, ask, record, write, tell },
    stranger: await server.member(newEmail('sam'), 'Sam'),
    trim: (story, start, end, by = rosa) =>
      by.send('PUT', `/responses/${story}/trim`, { start, end }),
    stateOf: async (story) => (await rosa.get(`/responses/${story}/trim`)).body,
    shownTo: async (browser, story) => (await browser.get(`/responses/${story}`)).body,
    waitingFor: async (story) => {
      const { rows } = await server.owner.query<{ videoId: string }>(
        'select "videoId" from public."TrimmedVideo" where "promptResponseId" = $1',
        [story],
      );
      return rows.map(({ videoId }) => videoId);
    },
    stop: async () => {
      await clips.remove();
      await server.stop();
    },
  };
}
