import { EventEmitter } from 'node:events';
import {
  parseCronItems,
  quickAddJob,
  type Runner,
  run,
  runMigrations,
  type WorkerEvents,
} from 'graphile-worker';
import { accountJobs } from '../features/account/jobs.ts';
import { attachmentsJobs } from '../features/attachments/jobs.ts';
import { downloadsJobs } from '../features/downloads/jobs.ts';
import { notificationJobs } from '../features/notifications/digest.ts';
import { mailJobs } from '../features/notifications/jobs.ts';
import { pushJobs } from '../features/notifications/push/jobs.ts';
import { recordingJobs } from '../features/recording/jobs.ts';
import { summariesJobs } from '../features/responses/summary/jobs.ts';
import { subscriptionsJobs } from '../features/subscriptions/jobs.ts';
import { transcriptsJobs } from '../features/transcripts/jobs.ts';
import { videosJobs } from '../features/videos/jobs.ts';
import { muxJobs } from '../features/videos/mux/jobs.ts';
import { realtimeJobs } from '../server/realtime/jobs.ts';
import { makePresence } from './abandoned.ts';
import type { JobList, Jobs, WorkerDeps } from './deps.ts';
import { workerLogger } from './logger.ts';

/** Every feature that works in the background. */
const features: Jobs[] = [
  accountJobs,
  recordingJobs,
  videosJobs,
  muxJobs,
  transcriptsJobs,
  summariesJobs,
  attachmentsJobs,
  downloadsJobs,
  subscriptionsJobs,
  mailJobs,
  realtimeJobs,
  notificationJobs,
  pushJobs,
];

/** Makes the queue's own schema. Before the API starts, since requests enqueue jobs. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: workerLogger('error') });
}

/** What all features do in the background. Made once for a worker, whose tasks and turns belong together. */
export function jobsOf(deps: WorkerDeps): Required<JobList> {
  const lists = features.map((make) => make(deps));
  return {
    tasks: Object.assign({}, ...lists.map(({ tasks }) => tasks)),
    busy: () => lists.flatMap((list) => list.busy?.() ?? []),
    atStart: lists.flatMap((list) => list.atStart ?? []),
    cron: lists.flatMap((list) => list.cron ?? []),
  };
}

/**
 * Runs the background jobs of all features until it is stopped. A job that is interrupted, by a
 * kill too, is taken up again by the next worker.
 *
 * @param ownerUrl the queue belongs to the owner of the database
 */
export async function startWorker(ownerUrl: string, deps: WorkerDeps): Promise<Runner> {
  const { tasks, busy, atStart, cron } = jobsOf(deps);
  const logger = workerLogger(deps.config.logLevel);
  const presence = makePresence(ownerUrl);
  const events: WorkerEvents = new EventEmitter();
  // jobs are taken in the name of the pool, whichever of its places does them
  events.on('pool:create', ({ workerPool }) => presence.join(workerPool.id));
  await presence.sweep();
  const runner = await run({
    events,
    connectionString: ownerUrl,
    // more places than films may take, first quality and others, so that mail never waits for one
    concurrency: deps.config.transcodes * 2 + 2,
    forbiddenFlags: busy,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 3000,
    logger,
    taskList: tasks,
    parsedCronItems: parseCronItems(cron),
  });
  void runner.promise.finally(() => presence.end());
  for (const name of atStart) {
    await quickAddJob(
      { connectionString: ownerUrl, logger },
      name,
      {},
      { jobKey: `start ${name}` },
    );
  }
  return runner;
}
