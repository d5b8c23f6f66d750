import { runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { workerLogger } from './logger.ts';

/**
 * Runs every job that is due, and those that they ask for, until none is left. `runOnce` alone
 * does not wait until a job's end is written: the next one of its queue can find it locked.
 *
 * @param owner of the database, connected to `ownerUrl`
 */
export async function runDueJobs(
  { owner, ownerUrl }: { owner: pg.Client; ownerUrl: string },
  taskList: TaskList,
  logger = workerLogger('error'),
): Promise<void> {
  // Our own, to end it: one of graphile-worker's may outlive the database that a test drops.
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  pgPool.on('error', () => {});
  pgPool.on('connect', (client) => client.on('error', () => {}));
  try {
    do {
      await runOnce({ pgPool, logger, noHandleSignals: true, taskList });
    } while (await isBusy(owner, Object.keys(taskList)));
  } finally {
    await pgPool.end();
  }
}

/** Whether one of these jobs is due or being ended; a failed one, which waits for its next attempt, is not. */
async function isBusy(owner: pg.Client, tasks: string[]): Promise<boolean> {
  const { rows } = await owner.query<{ busy: boolean }>(
    `select exists (
      select from graphile_worker.jobs where task_identifier = any ($1)
      and (locked_at is not null or (run_at <= now() and attempts < max_attempts))
    ) as busy`,
    [tasks],
  );
  return rows[0]?.busy === true;
}

/** Forgets every job, so that one test's are not the next one's. */
export async function forgetJobs(owner: pg.Client): Promise<void> {
  await owner.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  );
}
