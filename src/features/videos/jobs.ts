import { mkdir, rm } from 'node:fs/promises';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { videoFiles } from './files.ts';
import { assetCreated, assetErrored, assetReady, type MuxEvent } from './local-events.ts';
import { UnplayableError } from './local-host/errors.ts';
import { processRecording } from './local-host/process.ts';
import { handToMux } from './mux/send.ts';

const Payload = Type.Object({ videoId: Type.String({ format: 'uuid' }) });

/** How often a person sees progress move, at the most. */
const progressEveryMs = 1000;

/** The local video host: makes an uploaded recording ready to play. */
export const videosJobs: Jobs = (deps) => ({
  tasks: {
    'videos.process': async (payload, { job, abortSignal }) => {
      const { videoId } = Value.Parse(Payload, payload);
      if (await handToMux(deps, videoId)) return;
      const uploadId = await findUpload(deps, videoId);
      if (uploadId === null) return;
      try {
        await makeReady(deps, videoId, uploadId, abortSignal);
      } catch (error) {
        if (error instanceof UnplayableError) {
          await tell(deps, assetErrored(videoId, error.message));
          return;
        }
        const last = job.attempts >= job.max_attempts && !abortSignal?.aborted;
        if (last) await tell(deps, assetErrored(videoId, gaveUp));
        throw error;
      }
    },
  },
});

const gaveUp = 'Something went wrong here while we made this ready. Your recording is safe.';

/** The finished upload of a recording that is still to be made ready. */
async function findUpload({ service }: WorkerDeps, videoId: string): Promise<string | null> {
  const rows = await service.asService(
    (sql) => sql<{ id: string }>`
      select u.id from private.upload u join public."Video" v on v.id = u."videoId"
      where v.id = ${videoId} and u."completedAt" is not null and v.status <> 'READY'`,
  );
  return rows[0]?.id ?? null;
}

async function makeReady(
  deps: WorkerDeps,
  videoId: string,
  uploadId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const files = videoFiles(deps.config.dataDir);
  await mkdir(files.work, { recursive: true });
  await tell(deps, assetCreated(videoId));
  const progress = progressWriter(deps, videoId);
  const made = await processRecording({
    tools: deps.tools,
    original: files.original(uploadId),
    outDir: files.playable(videoId),
    workDir: files.work,
    onProgress: progress.report,
    signal,
  }).finally(progress.settled);
  await deps.service.asService(async (sql) => {
    const { file } = made.playable;
    const kept = await sql`
      update public."Video" set "playbackFile" = ${file} where id = ${videoId} returning id`;
    // thrown away by its owner in the meantime
    if (kept.length === 0) return rm(files.playable(videoId), { recursive: true, force: true });
    await sql`select public.handle_mux_webhook(${JSON.stringify(assetReady(videoId, made))})`;
    if (made.hasAudio) await sql`select private.request_transcript(${videoId})`;
  });
}

async function tell({ service }: WorkerDeps, event: MuxEvent): Promise<void> {
  await service.asService((sql) => sql`select public.handle_mux_webhook(${JSON.stringify(event)})`);
}

/** Writes progress to the row now and then, one write at a time. */
function progressWriter({ service }: WorkerDeps, videoId: string) {
  let writing: Promise<unknown> | null = null;
  let last = 0;
  const write = (fraction: number) =>
    service.asService(
      (sql) => sql`update public."Video" set progress = ${fraction} where id = ${videoId}`,
    );
  return {
    report: (fraction: number) => {
      if (writing !== null || Date.now() - last < progressEveryMs) return;
      last = Date.now();
      writing = write(fraction).finally(() => {
        writing = null;
      });
      writing.catch(() => {}); // settled() below is where a failure is heard
    },
    settled: async () => {
      await writing;
    },
  };
}
