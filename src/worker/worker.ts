import {
  parseCronItems,
  quickAddJob,
  type Runner,
  run,
  runMigrations,
  type TaskList,
} from 'graphile-worker';
import { accountJobs } from '../features/account/jobs.ts';
import { attachmentsJobs } from '../features/attachments/jobs.ts';
import { mailJobs } from '../features/notifications/jobs.ts';
import { recordingJobs } from '../features/recording/jobs.ts';
import { summariesJobs } from '../features/responses/summary/jobs.ts';
import { subscriptionsJobs } from '../features/subscriptions/jobs.ts';
import { transcriptsJobs } from '../features/transcripts/jobs.ts';
import { videosJobs } from '../features/videos/jobs.ts';
import { muxJobs } from '../features/videos/mux/jobs.ts';
import type { Jobs, WorkerDeps } from './deps.ts';
import { workerLogger } from './logger.ts';

/** Every feature that works in the background. */
const jobs: Jobs[] = [
  accountJobs,
  recordingJobs,
  videosJobs,
  muxJobs,
  transcriptsJobs,
  summariesJobs,
  attachmentsJobs,
  subscriptionsJobs,
  mailJobs,
];

/** Makes the queue's own schema. Before the API starts, since requests enqueue jobs. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: workerLogger('error') });
}

/** The tasks of all features, by their names. */
export const taskList = (deps: WorkerDeps): TaskList =>
  Object.assign({}, ...jobs.map((make) => make(deps).tasks));

/**
 * Runs the background jobs of all features until it is stopped. A job that is interrupted is
 * taken up again by the next worker.
 *
 * @param ownerUrl the queue belongs to the owner of the database
 */
export async function startWorker(ownerUrl: string, deps: WorkerDeps): Promise<Runner> {
  const lists = jobs.map((make) => make(deps));
  const logger = workerLogger(deps.config.logLevel);
  const runner = await run({
    connectionString: ownerUrl,
    // one place more than recordings may take, so that mail never waits for a film
    concurrency: deps.config.transcodes + 2,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 3000,
    logger,
    taskList: taskList(deps),
    parsedCronItems: parseCronItems(lists.flatMap((list) => list.cron ?? [])),
  });
  for (const name of lists.flatMap((list) => list.atStart ?? [])) {
    await quickAddJob(
      { connectionString: ownerUrl, logger },
      name,
      {},
      { jobKey: `start ${name}` },
    );
  }
  return runner;
}
