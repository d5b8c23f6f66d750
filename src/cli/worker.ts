import { Problem } from '../../db/embedded/problem.ts';
import { withEntered } from '../config/entered.ts';
import { type Config, parseConfig } from '../config.ts';
import { crashed } from './crashed.ts';
import { chooseLogins } from './logins.ts';
import { makeParts, type Parts } from './parts.ts';
import { makeWorkerDeps, startWork } from './serving.ts';
import { listenForStop } from './stopping.ts';

/**
 * `telloom worker`: background jobs alone, on the database and the data folder of a server that
 * runs elsewhere with the same DATABASE_URL and TELLOOM_SECRET.
 */
export async function workerCommand(env: NodeJS.ProcessEnv): Promise<number> {
  const config = parseConfig(env);
  process.umask(0o077); // as the server: what it makes is for this OS user alone
  const stopping = listenForStop();
  const parts = makeParts(stopping);
  try {
    await startAll(config, env, parts);
    process.stdout.write('\nThe worker is ready.\n');
    const failure = await Promise.race([crashed(), stopping.asked.then(() => null)]);
    if (failure !== null) process.stderr.write(`${failure}\n`);
    return failure === null ? 0 : 1;
  } catch (error) {
    if (stopping.isAsked()) return 0;
    throw error;
  } finally {
    await parts.stopAll();
  }
}

async function startAll(config: Config, env: NodeJS.ProcessEnv, parts: Parts): Promise<void> {
  const { databaseUrl, secret } = config;
  if (databaseUrl === null || secret === null) {
    throw new Problem(
      'A worker of its own needs the DATABASE_URL and TELLOOM_SECRET of the server: with the embedded PostgreSQL, "telloom serve" runs the worker itself.',
    );
  }
  const { apiUrl } = await chooseLogins(config, databaseUrl, secret);
  const { config: whole } = await parts.start('Read the settings that admins entered', (note) =>
    withEntered(env, { apiUrl, secret }, note),
  );
  const deps = await makeWorkerDeps({ config: whole, secret, apiUrl }, parts);
  await startWork(databaseUrl, deps, parts);
}
