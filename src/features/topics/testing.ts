import { randomUUID } from 'node:crypto';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

/** Of one topic: two that are told in the world below, and one that nobody told. */
export const topic = randomUUID();
export const question = randomUUID();
export const hidden = randomUUID();
export const untouched = randomUUID();

/** A storyteller with a listener and a keeper, another storyteller, and a stranger. */
export interface TopicWorld {
  server: TestServer;
  rosa: Browser;
  anna: Browser;
  keeper: Browser;
  other: Browser;
  stranger: Browser;
  /** The row that lets Anna listen. */
  annaRow: string;
  /** A story of the topic that Anna may watch, and one that she may not. */
  story: string;
  secret: string;
  /** Begins a recording. */
  start: (browser: Browser, of: object) => ReturnType<Browser['post']>;
  /** What is listed has begun to arrive. */
  sendAByte: (uploadUrl: string) => Promise<unknown>;
  /** It can be watched from now on. */
  ready: (videoId: string) => Promise<unknown>;
  /** Recordings that are begun and not told: video, topic, its title, question. */
  untold: (browser: Browser) => Promise<(string | null)[][]>;
  stop: () => Promise<void>;
}

export async function startTopicWorld(): Promise<TopicWorld> {
  const server = await startTestServer();
  await server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Kitchen')`,
    [topic],
  );
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId")
     values ($1, 'What did you eat?', $4), ($2, 'What did you hide?', $4), ($3, 'And then?', $4)`,
    [question, hidden, untouched, topic],
  );
  const emails = { anna: newEmail('anna'), keeper: newEmail('keeper') };
  const rosa = await server.member(newEmail('rosa'), 'Rosa');
  const anna = await server.member(emails.anna, 'Anna');
  const keeper = await server.member(emails.keeper, 'Karl');
  const stranger = await server.member(newEmail('sam'), 'Sam');
  const other = await server.member(newEmail('otto'), 'Otto');
  await rosa.post('/me/sharer');
  await other.post('/me/sharer');

  async function invite(browser: Browser, email: string, role: string) {
    const { body } = await rosa.post('/invitations', { email, role });
    await browser.post('/invitations/accept', { token: body.link.split('#')[1] });
  }
  const start: TopicWorld['start'] = (browser, of) =>
    browser.post('/recordings', { kind: 'video', contentType: 'video/webm', ...of });
  const ready: TopicWorld['ready'] = (videoId) =>
    server.owner.query(
      `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8', "maxWidth" = 640,
       duration = 61 where id = $1`,
      [videoId],
    );
  async function tell(promptId: string, privacyLevel: string): Promise<string> {
    const { videoId } = (await start(rosa, { promptId })).body;
    await ready(videoId);
    return (await rosa.post('/responses', { promptId, videoId, privacyLevel })).body.id;
  }

  await invite(anna, emails.anna, 'LISTENER');
  await invite(keeper, emails.keeper, 'EXECUTOR');
  return {
    ...{ server, rosa, anna, keeper, other, stranger, start, ready },
    annaRow: (await rosa.get('/listeners')).body.items[0].id,
    story: await tell(question, 'Public'),
    secret: await tell(hidden, 'Private'),
    untold: async (browser) =>
      (await browser.get('/recordings')).body.items.map((item: Record<string, string | null>) => [
        item.videoId,
        item.topicId,
        item.topicTitle,
        item.promptId,
      ]),
    sendAByte: (uploadUrl) =>
      rosa.fetch(uploadUrl, {
        method: 'PATCH',
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'upload-offset': '0',
        },
        body: 'x',
      }),
    stop: () => server.stop(),
  };
}
