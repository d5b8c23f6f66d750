import { randomUUID } from 'node:crypto';
import { newEmail, type TestServer } from '../../../server/testing.ts';
import type { Answer, Browser } from '../../../server/testing-browser.ts';

export interface Family {
  /** Tells stories, two of them: one that her listeners see, one that they do not. */
  rosa: Browser;
  anna: Browser;
  keeper: Browser;
  /** Tells stories of his own. */
  otto: Browser;
  stranger: Browser;
  anonymous: Browser;
  rosaSharer: string;
  topic: string;
  shared: string;
  hidden: string;
  ottos: string;
}

/** A family around Rosa, who has Anna listen and a keeper look after it; and Otto next door. */
export async function makeFamily(server: TestServer): Promise<Family> {
  const { owner } = server;
  const people = ['rosa', 'anna', 'keeper', 'otto', 'sam'].map((name) => [name, newEmail(name)]);
  const [rosa, anna, keeper, otto, stranger] = await Promise.all(
    people.map(([name = '', email = '']) => server.member(email, name)),
  );
  if (!rosa || !anna || !keeper || !otto || !stranger) throw new Error('five people were made');
  const rosaSharer = (await rosa.post('/me/sharer')).body.sharerId;
  const ottoSharer = (await otto.post('/me/sharer')).body.sharerId;
  for (const [at, guest, role] of [
    [1, anna, 'LISTENER'],
    [2, keeper, 'EXECUTOR'],
  ] as const) {
    const { body } = await rosa.post('/invitations', { email: people[at]?.[1], role });
    await guest.post('/invitations/accept', { token: body.link.split('#')[1] });
  }
  const [topic, question] = [randomUUID(), randomUUID()];
  await owner.query(`insert into public."PromptCategory" (id, category) values ($1, 'Home')`, [
    topic,
  ]);
  await owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId") values ($1, 'Where?', $2)`,
    [question, topic],
  );
  const tell = async (sharer: string, privacy: string) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into public."PromptResponse" ("profileSharerId", "promptId", "privacyLevel")
       values ($1, $2, $3) returning id`,
      [sharer, question, privacy],
    );
    return rows[0]?.id ?? '';
  };
  return {
    ...{ rosa, anna, keeper, otto, stranger, anonymous: server.browser(), rosaSharer, topic },
    shared: await tell(rosaSharer, 'Public'),
    hidden: await tell(rosaSharer, 'Private'),
    ottos: await tell(ottoSharer, 'Public'),
  };
}

/** Starts the upload of a file; a key makes it the same one again. */
export const begin = (
  browser: Browser,
  story: string,
  file: { fileName: string; size: number; objectId?: string },
  key: string = randomUUID(),
): Promise<Answer> =>
  browser.fetch(`/api/v1/responses/${story}/attachments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(file),
  });

export const sendBytes = (browser: Browser, url: string, bytes: Buffer, offset = 0) =>
  browser.fetch(url, {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: new Uint8Array(bytes),
  });

/** Sends a whole file beside a story and has it looked into; gives the attachment's id. */
export async function add(
  server: TestServer,
  browser: Browser,
  story: string,
  fileName: string,
  bytes: Buffer,
): Promise<string> {
  const { body } = await begin(browser, story, { fileName, size: bytes.length });
  const sent = await sendBytes(browser, body.uploadUrl, bytes);
  if (sent.status !== 204) throw new Error(`the upload met ${sent.status}`);
  await server.runJobs();
  return body.id;
}
