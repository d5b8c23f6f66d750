import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newEmail, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { videoFiles } from '../videos/files.ts';

export const question = 'What did your kitchen smell like?';

/** A storyteller with a keeper, a listener, and somebody who has no part in it. */
export interface Circle {
  rosa: Browser;
  keeper: Browser;
  anna: Browser;
  sam: Browser;
  /** The row that lets Anna watch. */
  annaRow: string;
  topic: string;
  /** Of the question. */
  promptId: string;
}

export async function makeCircle(server: TestServer): Promise<Circle> {
  const [topic, promptId] = [randomUUID(), randomUUID()];
  await server.owner.query(
    `insert into public."PromptCategory" (id, category) values ($1, 'Kitchen')`,
    [topic],
  );
  await server.owner.query(
    `insert into public."Prompt" (id, "promptText", "promptCategoryId") values ($1, $2, $3)`,
    [promptId, question, topic],
  );
  const emails = { keeper: newEmail('karl'), anna: newEmail('anna') };
  const rosa = await server.member(newEmail('rosa'), 'Rosa López');
  await rosa.post('/me/sharer');
  const keeper = await server.member(emails.keeper, 'Karl');
  const anna = await server.member(emails.anna, 'Anna');
  const sam = await server.member(newEmail('sam'), 'Sam');
  for (const [browser, email, role] of [
    [keeper, emails.keeper, 'EXECUTOR'],
    [anna, emails.anna, 'LISTENER'],
  ] as const) {
    const { body } = await rosa.post('/invitations', { email, role });
    await browser.post('/invitations/accept', { token: body.link.split('#')[1] });
  }
  const annaRow = (await rosa.get('/listeners')).body.items[0].id;
  return { rosa, keeper, anna, sam, annaRow, topic, promptId };
}

/** A recording of Rosa's that plays in qualities, without its file for keeping; its id. */
export async function makeWatchable(
  server: TestServer,
  rosa: Browser,
  of: object,
): Promise<string> {
  const start = { kind: 'video', contentType: 'video/quicktime', ...of };
  const { videoId } = (await rosa.post('/recordings', start)).body;
  await server.owner.query(
    `update public."Video" set status = 'READY', "playbackFile" = 'master.m3u8', "maxWidth" = 640,
       "muxAssetId" = 'local-' || id, "dateRecorded" = '2026-11-24T10:00:00Z' where id = $1`,
    [videoId],
  );
  mkdirSync(videoFiles(server.dataDir).playable(videoId), { recursive: true });
  return videoId;
}

/** The host has made the file for keeping: it says so, and those who wait for it are woken. */
export async function finishBest(
  server: TestServer,
  videoId: string,
  bytes: Buffer,
): Promise<void> {
  writeFileSync(join(videoFiles(server.dataDir).playable(videoId), 'highest.mp4'), bytes);
  await server.owner.query('select public.handle_mux_webhook($1)', [
    JSON.stringify({
      id: `local-${randomUUID()}`,
      type: 'video.asset.static_rendition.ready',
      data: {
        id: randomUUID(),
        asset_id: `local-${videoId}`,
        name: 'highest.mp4',
        status: 'ready',
      },
    }),
  ]);
}
