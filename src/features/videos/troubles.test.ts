import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { videoFiles } from './files.ts';
import { type Clips, H264, makeClips, picture, tone } from './local-host/testing/clips.ts';

/** What an ffmpeg does that is not itself. It still answers what it can do. */
const TROUBLES = {
  none: 'exec "$real" "$@"',
  hangs: 'exec sleep 1000000',
  // as the system does when memory is out
  dies: 'kill -KILL $$',
  // /dev/full in the place of the sound's file: what the system says of it is the same
  full: `case "$*" in *audio.m4a) ;; *) exec "$real" "$@";; esac
    for word; do
      shift
      if [ "$word" = audio.m4a ]; then word=/dev/full; fi
      set -- "$@" "$word"
    done
    exec "$real" "$@"`,
};

let clips: Clips;
let film: Buffer;
let folder: string;
beforeAll(async () => {
  clips = await makeClips();
  const file = await clips.make('film.mp4', ...picture('64x64', 10, 1), ...tone(1), ...H264);
  film = readFileSync(file);
  folder = mkdtempSync(join(tmpdir(), 'telloom-troubles-'));
});
afterAll(async () => {
  await clips.remove();
  rmSync(folder, { recursive: true });
});

/** The ffmpeg of the settings from now on. */
function ffmpeg(trouble: keyof typeof TROUBLES): string {
  const program = join(folder, 'ffmpeg');
  const asked = 'case "$*" in *-encoders|*-filters|-version) exec "$real" "$@";; esac';
  writeFileSync(
    program,
    `#!/bin/sh\nreal='${clips.tools.ffmpeg}'\n${asked}\n${TROUBLES[trouble]}\n`,
  );
  chmodSync(program, 0o755);
  return program;
}

/** A storyteller on a server of her own, and the question that she answers. */
async function startSite(env: NodeJS.ProcessEnv) {
  const server = await startTestServer(env);
  const question = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    question,
  ]);
  const rosa = await server.member(newEmail('rosa'), 'Rosa');
  await rosa.post('/me/sharer');
  return { server, rosa, question };
}

async function upload(rosa: Browser, promptId: string): Promise<string> {
  const start = { promptId, kind: 'video', contentType: 'video/mp4' };
  const { videoId, uploadUrl } = (await rosa.post('/recordings', start)).body;
  const sent = await rosa.fetch(uploadUrl, {
    method: 'PATCH',
    headers: {
      ...{ 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' },
      ...{ 'upload-offset': '0', 'upload-length': String(film.length) },
    },
    body: new Uint8Array(film),
  });
  expect(sent.status).toBe(204);
  return videoId;
}

/** How far a recording is, whether its original is what arrived, and what lies about of a try. */
async function stateOf(server: TestServer, rosa: Browser, videoId: string) {
  const files = videoFiles(server.dataDir);
  const { status, errorMessage } = (await rosa.get(`/videos/${videoId}`)).body;
  const { rows } = await server.owner.query('select id from private.upload where "videoId" = $1', [
    videoId,
  ]);
  const kept = film.equals(readFileSync(files.original(rows[0].id)));
  const made = files.playable(videoId);
  const left = existsSync(made) ? readdirSync(made).filter((name) => name.startsWith('.')) : [];
  return { status, errorMessage, kept, left };
}

/** What waits for later is due now. */
const hurry = (server: TestServer) =>
  server.owner.query(
    'update graphile_worker._private_jobs set run_at = now() where run_at > now()',
  );

const well = { errorMessage: null, kept: true, left: [] };

describe('an ffmpeg that is in trouble', { timeout: 60_000 }, () => {
  test('hanging: it is killed, and the person reads why', async () => {
    const env = { TELLOOM_FFMPEG: ffmpeg('hangs'), TELLOOM_TRANSCODE_SECONDS: '2' };
    const { server, rosa, question } = await startSite(env);
    const videoId = await upload(rosa, question);
    await server.runJobs();
    expect(await stateOf(server, rosa, videoId)).toEqual({
      ...well,
      status: 'ERRORED',
      errorMessage: 'Getting this recording ready took too long. Your file is kept.',
    });
    await server.stop();
  });

  test('killed, or without room on the disk: it is tried again, and then plays', async () => {
    const { server, rosa, question } = await startSite({ TELLOOM_FFMPEG: ffmpeg('dies') });
    const killed = await upload(rosa, question);
    await server.runJobs();
    expect(await stateOf(server, rosa, killed)).toEqual({ ...well, status: 'PREPARING' });

    ffmpeg('full');
    const crowded = await upload(rosa, question);
    await server.runJobs();
    expect(await stateOf(server, rosa, crowded)).toEqual({
      ...well,
      status: 'ERRORED',
      errorMessage: expect.stringMatching(/^There was not enough room on the disk/),
    });

    ffmpeg('none');
    await hurry(server);
    await server.runJobs();
    for (const videoId of [killed, crowded]) {
      expect(await stateOf(server, rosa, videoId)).toEqual({ ...well, status: 'READY' });
      const { playback } = (await rosa.get(`/videos/${videoId}`)).body;
      for (const address of [playback.hls, playback.storyboard, playback.download]) {
        expect([address, (await rosa.fetch(address)).status]).toEqual([address, 200]);
      }
    }
    await server.stop();
  });
});
