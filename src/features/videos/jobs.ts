import { rm } from 'node:fs/promises';
import type { JobHelpers } from 'graphile-worker';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Sql } from '../../../db/session.ts';
import type { Jobs, WorkerDeps } from '../../worker/deps.ts';
import { enter, type MuxEvent, tell } from './door.ts';
import { videoFiles } from './files.ts';
import {
  assetCreated,
  assetErrored,
  assetReady,
  assetUpdated,
  downloadReady,
} from './local-events.ts';
import { UnplayableError } from './local-host/errors.ts';
import { makeLadder, makePlayable } from './local-host/process.ts';
import type { ProcessedRecording } from './local-host/processed.ts';
import { handToMux } from './mux/send.ts';
import { expectUnchanged, findOriginal, type Original } from './originals.ts';
import { progressWriter } from './progress.ts';
import { Turns } from './turns.ts';

const Payload = Type.Object({ videoId: Type.String({ format: 'uuid' }) });

/** How long a full disk is given to be emptied by somebody. */
const NO_ROOM_MS = 30 * 60_000;
const GAVE_UP = 'Something went wrong here while we made this ready. Your recording is safe.';

type Step = (
  deps: WorkerDeps,
  videoId: string,
  original: Original,
  helpers: JobHelpers,
) => Promise<void>;

/**
 * The local video host. A recording is first made watchable in its smallest quality; the others
 * follow beside it, and never keep the next recording waiting for its first.
 */
export const videosJobs: Jobs = (deps) => {
  const firsts = new Turns(deps.config.transcodes);
  const ladders = new Turns(deps.config.transcodes);
  return {
    tasks: {
      'videos.process': async (payload, helpers) => {
        const { videoId } = Value.Parse(Payload, payload);
        if (await handToMux(deps, videoId)) return;
        if ((await findOriginal(deps, videoId)) === null) return;
        await tell(deps.service, assetCreated(videoId));
        await enqueue(helpers, 'videos.first', videoId);
      },
      'videos.first': (payload, helpers) =>
        inTurn(firsts, deps, payload, helpers, { step: makeReady, ready: false }),
      'videos.ladder': (payload, helpers) =>
        inTurn(ladders, deps, payload, helpers, { step: grow, ready: true }),
    },
    busy: () => [
      ...(firsts.full ? ['videos.first'] : []),
      ...(ladders.full ? ['videos.ladder'] : []),
    ],
  };
};

/** Flagged with its own name, so that a worker whose turns are taken leaves it in the queue. */
function enqueue(helpers: JobHelpers, task: string, videoId: string, runAt?: Date) {
  const key = { jobKey: `${task} ${videoId}`, flags: [task], maxAttempts: 5 };
  return helpers.addJob(task, { videoId }, runAt ? { ...key, runAt } : key);
}

/** Has the larger qualities and the file for keeping made, unless that is under way or to come. */
export async function growLater(helpers: JobHelpers, videoId: string): Promise<void> {
  const { rows } = await helpers.query(
    `select from graphile_worker.jobs
     where key = $1 and (locked_at is not null or attempts < max_attempts)`,
    [`videos.ladder ${videoId}`],
  );
  if (rows.length === 0) await enqueue(helpers, 'videos.ladder', videoId);
}

interface Work {
  step: Step;
  /** Whether it is for recordings that can be watched already. */
  ready: boolean;
}

/**
 * Places that looked for work in the same moment may have taken more than there are turns: the rest
 * goes back to where it stood, and the place is free for something else.
 */
async function inTurn(
  turns: Turns,
  deps: WorkerDeps,
  payload: unknown,
  helpers: JobHelpers,
  work: Work,
): Promise<void> {
  const { videoId } = Value.Parse(Payload, payload);
  const { task_identifier: task, run_at: stood } = helpers.job;
  if (turns.full) await enqueue(helpers, task, videoId, stood);
  else await turns.take(() => attempt(deps, videoId, helpers, work));
}

async function attempt(
  deps: WorkerDeps,
  videoId: string,
  helpers: JobHelpers,
  { step, ready }: Work,
): Promise<void> {
  const { job, abortSignal } = helpers;
  const original = await findOriginal(deps, videoId, { ready });
  if (original === null) return;
  try {
    await step(deps, videoId, original, helpers);
  } catch (error) {
    if (abortSignal?.aborted) throw error;
    const reason = await expectUnchanged(original).then(
      () => error,
      (worse: unknown) => worse,
    );
    if (reason instanceof UnplayableError) {
      helpers.logger.warn(`${videoId}: ${reason.code} ${reason.detail}`);
      await tell(deps.service, assetErrored(videoId, reason.message));
      const later = new Date(Date.now() + NO_ROOM_MS);
      if (reason.code === 'no_room') await enqueue(helpers, job.task_identifier, videoId, later);
      return;
    }
    if (job.attempts >= job.max_attempts) await tell(deps.service, assetErrored(videoId, GAVE_UP));
    throw reason;
  }
}

const makeReady: Step = async (deps, videoId, original, helpers) => {
  const progress = progressWriter(deps.service, videoId);
  const made = await makePlayable(
    { ...place(deps, videoId, original), onProgress: progress.report, signal: helpers.abortSignal },
    () => enqueue(helpers, 'videos.ladder', videoId),
  ).finally(progress.settled);
  // in one transaction: nobody comes back to a recording that is READY
  await announce(deps, videoId, made, assetReady(videoId, made), async (sql) => {
    if (made.hasAudio) await sql`select private.request_transcript(${videoId})`;
  });
};

/** What plays already stays as it is whatever happens here: READY outweighs every error. */
const grow: Step = async (deps, videoId, original, { abortSignal: signal }) => {
  const made = await makeLadder({ ...place(deps, videoId, original), signal });
  if (!made?.whole) return;
  await announce(deps, videoId, made, assetUpdated(videoId, made));
  if (made.download) await tell(deps.service, downloadReady(videoId, made.download));
};

const place = (deps: WorkerDeps, videoId: string, { path, part }: Original) => ({
  tools: deps.tools,
  original: path,
  part,
  outDir: videoFiles(deps.config.dataDir).playable(videoId),
});

/** Tells what plays now, unless the recording was thrown away by its owner in the meantime. */
async function announce(
  { service, config }: WorkerDeps,
  videoId: string,
  { playable }: ProcessedRecording,
  event: MuxEvent,
  andThen: (sql: Sql) => Promise<unknown> = async () => {},
): Promise<void> {
  const kept = await service.asService(async (sql) => {
    const rows = await sql`
      update public."Video" set "playbackFile" = ${playable.file} where id = ${videoId} returning id`;
    if (rows.length === 0) return false;
    await enter(sql, event);
    await andThen(sql);
    return true;
  });
  if (kept) return;
  await rm(videoFiles(config.dataDir).playable(videoId), { recursive: true, force: true });
}
