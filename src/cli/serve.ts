import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { withEntered } from '../config/entered.ts';
import { type Config, parseConfig } from '../config.ts';
import { crashed } from './crashed.ts';
import { openDataFolder } from './data-folder.ts';
import { type Ground, secretOf } from './ground.ts';
import { chooseLogins } from './logins.ts';
import { makeParts, type Parts } from './parts.ts';
import { checkPort } from './port.ts';
import { listenForStop, type Stopping } from './stopping.ts';

/** `telloom serve`: everything in one process, with the embedded PostgreSQL as its child. */
export const serve = (env: NodeJS.ProcessEnv): Promise<number> =>
  serveAnd(env, async (serving, stopping) => {
    await serving.sayReady();
    await stopping.asked;
  });

/** A Telloom that runs in this process. */
export interface Serving extends Ground {
  /** Prints where people find it, and how to make the first admin. */
  sayReady: () => Promise<void>;
}

/**
 * Starts everything and does this work with it. It ends with the work, which is to end when somebody
 * asks for it (exit code 0), or when PostgreSQL dies (1), and stops its parts in the reverse order of
 * their start.
 */
export async function serveAnd(
  env: NodeJS.ProcessEnv,
  work: (serving: Serving, stopping: Stopping) => Promise<void>,
): Promise<number> {
  const stopping = listenForStop();
  const parts = makeParts(stopping);
  try {
    const { died, ...serving } = await startAll(env, parts);
    const done = work(serving, stopping).then(() => null);
    const failure = await Promise.race([died, crashed(died), done]);
    if (failure !== null) process.stderr.write(`${failure}\n`);
    return failure === null ? 0 : 1;
  } catch (error) {
    // A Ctrl-C also reaches whatever was waiting for something, and makes it fail.
    if (stopping.isAsked()) return 0;
    throw error;
  } finally {
    await parts.stopAll();
  }
}

/** `died` settles with a sentence when the embedded PostgreSQL dies. */
async function startAll(
  env: NodeJS.ProcessEnv,
  parts: Parts,
): Promise<Serving & { died: Promise<string> }> {
  const config = parseConfig(env);
  await parts.start('Open the data folder', () => openDataFolder(config.dataDir), {
    label: 'Close the data folder',
    stop: (folder) => folder.release(),
  });
  await checkPort(config.host, config.port);
  const secret = secretOf(config);
  const { ownerUrl, died } = await startDatabase(config, parts);
  // Its packages take a second to load: meanwhile the database is brought up to date.
  const loading = import('./serving.ts');
  await parts.start('Bring the database up to date', async (note) => {
    const { applied } = await migrate({ url: ownerUrl, log: debugLog(config) });
    if (applied.length > 0) note(`${applied.length} migrations`);
  });
  const loginUrls = await parts.start('Set the database logins', () =>
    chooseLogins(config, ownerUrl, secret),
  );
  const place = { apiUrl: loginUrls.apiUrl, secret };
  const entered = await parts.start('Read the settings that admins entered', (note) =>
    withEntered(env, place, note),
  );
  const { startServing } = await parts.start('Load the server', () => loading);
  const ground = { ...loginUrls, ...entered, secret, ownerUrl };
  return { ...ground, ...(await startServing(ground, parts)), died };
}

async function startDatabase(config: Config, parts: Parts) {
  const never = new Promise<string>(() => {});
  if (config.databaseUrl !== null) return { ownerUrl: config.databaseUrl, died: never };
  const { url, died } = await parts.start(
    'Start PostgreSQL',
    () => startEmbedded({ dataDir: config.dataDir, log: debugLog(config) }),
    { label: 'Stop PostgreSQL', stop: (embedded) => embedded.stop() },
  );
  return { ownerUrl: url, died };
}

function debugLog(config: Config): (line: string) => void {
  return (line) => {
    if (config.logLevel === 'debug') process.stderr.write(`${line}\n`);
  };
}
