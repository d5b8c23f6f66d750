import { newEmail, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';

/** Somebody who is signed in and holds the role of admins. */
export async function adminOf(server: TestServer): Promise<Browser> {
  const browser = await server.member(newEmail('admin'), 'Ada Admin');
  await server.owner.query(
    `insert into public."ProfileRole" ("profileId", role) values ($1, 'ADMIN')`,
    [(await browser.get('/me')).body.id],
  );
  return browser;
}

export interface Telling {
  sharerId: string;
  videoId: string;
}

/** A storyteller's recording of a question, which they keep as a story or not. */
export async function record(
  server: TestServer,
  teller: Browser,
  promptId: string,
  { keep }: { keep: boolean },
): Promise<Telling> {
  const { sharerId } = (await teller.post('/me/sharer')).body;
  const { rows } = await server.owner.query<{ id: string }>(
    `insert into public."Video" ("profileSharerId", "promptId", status) values ($1, $2, 'READY')
     returning id`,
    [sharerId, promptId],
  );
  const videoId = rows[0]?.id ?? '';
  if (keep) {
    await server.owner.query(
      `insert into public."PromptResponse" ("profileSharerId", "promptId", "videoId") values ($1, $2, $3)`,
      [sharerId, promptId, videoId],
    );
  }
  return { sharerId, videoId };
}
