import { randomUUID } from 'node:crypto';
import { newEmail, startTestServer, type TestServer } from '../../../../server/testing.ts';
import type { Browser } from '../../../../server/testing-browser.ts';
import { upload, wholeFile } from '../../../recording/web/tus-upload.ts';
import { FakeMux } from './fake-mux.ts';

export const film = Buffer.alloc(9 * 1024 ** 2, 'a film');

/** A Telloom whose recordings are at a Mux of its own, and a storyteller there. */
export interface MuxSite {
  mux: FakeMux;
  server: TestServer;
  rosa: Browser;
  /** Begins a recording, of a question unless it says of what; the same for the same key. */
  begin: (key?: string, of?: object) => ReturnType<Browser['fetch']>;
  /** A recording that has arrived here whole: its id. */
  record: (of?: object) => Promise<string>;
  row: (videoId: string) => Promise<{ muxUploadId: string; [column: string]: unknown }>;
  asset: (videoId: string) => ReturnType<FakeMux['assets']['get']>;
  /** Sends a webhook with this body. */
  post: (body: string, signature: string) => ReturnType<Browser['fetch']>;
  /** Delivers every webhook that Mux has to tell, in this order. */
  deliver: (events?: FakeMux['webhooks']) => Promise<void>;
  /** Ten minutes go by, and the sweep looks after the recording. */
  sweepLater: (videoId: string) => Promise<void>;
  stop: () => Promise<void>;
}

export async function startMuxSite(env: NodeJS.ProcessEnv = {}): Promise<MuxSite> {
  const mux = await new FakeMux().start();
  const server = await startTestServer({ ...mux.env, ...env });
  const question = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    question,
  ]);
  const rosa = await server.member(newEmail('rosa'));
  await rosa.post('/me/sharer');

  const begin = (key: string = randomUUID(), of: object = { promptId: question }) =>
    rosa.fetch('/api/v1/recordings', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ ...of, kind: 'video', contentType: 'video/webm' }),
    });
  const record = async (of?: object) => {
    const { body } = await begin(undefined, of);
    await upload({
      uploadUrl: body.uploadUrl,
      source: wholeFile(new Blob([film])),
      chunkBytes: body.chunkBytes,
      fetch: (async (url: string, init: RequestInit) => {
        const answer = await rosa.fetch(url, init);
        return new Response(null, { status: answer.status, headers: answer.headers });
      }) as typeof fetch,
    });
    return body.videoId;
  };
  const post = (body: string, signature: string) =>
    server.browser().fetch('/api/v1/webhooks/mux', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'mux-signature': signature },
      body,
    });
  const deliver = (events?: FakeMux['webhooks']) => mux.deliver(server.url, events);
  const sweepLater = async (videoId: string) => {
    await server.owner.query(
      `begin; alter table public."Video" disable trigger video_touch;
       update public."Video" set "updatedAt" = now() - interval '11 minutes' where id = '${videoId}';
       alter table public."Video" enable trigger video_touch; commit`,
    );
    await server.owner.query(`select graphile_worker.add_job('mux.sweep')`);
    await server.runJobs();
  };
  return {
    ...{ mux, server, rosa, begin, record, post, deliver, sweepLater },
    row: async (id) =>
      (await server.owner.query('select * from public."Video" where id = $1', [id])).rows[0],
    asset: (videoId) => [...mux.assets.values()].find(({ passthrough }) => passthrough === videoId),
    stop: async () => {
      await server.stop();
      await mux.stop();
    },
  };
}
