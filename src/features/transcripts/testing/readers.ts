import { randomUUID } from 'node:crypto';
import { newEmail, type TestServer } from '../../../server/testing.ts';
import type { Browser } from '../../../server/testing-browser.ts';
import type { Cue } from '../webvtt.ts';

export interface Readers {
  /** Tells stories. */
  rosa: Browser;
  /** Listens to Rosa. */
  anna: Browser;
  stranger: Browser;
  sharer: string;
  /** A recording of Rosa's, of ten seconds, in a story that Anna may watch. */
  newRecording: () => Promise<string>;
}

/** Rosa, whose words are written down, and those who may or may not read them. */
export async function makeReaders(server: TestServer): Promise<Readers> {
  const email = newEmail('anna');
  const rosa = await server.member(newEmail('rosa'));
  const anna = await server.member(email, 'Anna');
  const stranger = await server.member(newEmail('sam'));
  await rosa.post('/me/sharer');
  const sharer: string = (await rosa.get('/me')).body.sharerId;
  const { body } = await rosa.post('/invitations', { email, role: 'LISTENER' });
  await anna.post('/invitations/accept', { token: body.link.split('#')[1] });
  const newRecording = async () => {
    const video = randomUUID();
    await server.owner.query(
      `insert into public."Video" (id, "profileSharerId", status, duration) values ($1, $2, 'READY', 10)`,
      [video, sharer],
    );
    await server.owner.query(
      `insert into public."PromptResponse" ("profileSharerId", "videoId", "privacyLevel") values ($2, $1, 'Public')`,
      [video, sharer],
    );
    return video;
  };
  return { rosa, anna, stranger, sharer, newRecording };
}

export const cue = (start: number, end: number, text: string): Cue => ({ start, end, text });
export const kitchen = [cue(0, 2, 'My mother'), cue(2, 4, 'baked bread.')];

export const putWords = (browser: Browser, id: string, version: number, body: object) =>
  browser.fetch(`/api/v1/transcripts/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify({ language: 'en', isChecked: false, ...body }),
  });
