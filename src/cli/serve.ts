import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { type GivenSettings, withEntered } from '../config/entered.ts';
import { type Config, parseConfig } from '../config.ts';
import { loadSecret } from '../server/secret.ts';
import { crashed } from './crashed.ts';
import { openDataFolder } from './data-folder.ts';
import { chooseLogins, type LoginUrls } from './logins.ts';
import { makeParts, type Parts } from './parts.ts';
import { checkPort } from './port.ts';
import { listenForStop } from './stopping.ts';

/** What the parts of a running Telloom are given. */
export interface Ground extends LoginUrls {
  config: Config;
  given: GivenSettings;
  /** At least 32 characters. */
  secret: string;
  /** The database as its owner: for the worker, migrations and set-up alone. */
  ownerUrl: string;
}

/**
 * `telloom serve`: everything in one process, with the embedded PostgreSQL as its child. It ends
 * by SIGINT, SIGTERM or SIGHUP (exit code 0), or when PostgreSQL dies (1), and stops its parts in
 * the reverse order of their start.
 */
export async function serve(env: NodeJS.ProcessEnv): Promise<number> {
  const config = parseConfig(env);
  const stopping = listenForStop();
  const parts = makeParts(stopping);
  try {
    const { died } = await startAll(config, env, parts);
    const failure = await Promise.race([died, crashed(died), stopping.asked.then(() => null)]);
    if (failure !== null) process.stderr.write(`${failure}\n`);
    return failure === null ? 0 : 1;
  } catch (error) {
    // A Ctrl-C also reaches whatever the start was waiting for, and makes it fail.
    if (stopping.isAsked()) return 0;
    throw error;
  } finally {
    await parts.stopAll();
  }
}

/** @returns what settles with a sentence when the embedded PostgreSQL dies */
async function startAll(
  config: Config,
  env: NodeJS.ProcessEnv,
  parts: Parts,
): Promise<{ died: Promise<string> }> {
  await parts.start('Open the data folder', () => openDataFolder(config.dataDir), {
    label: 'Close the data folder',
    stop: (folder) => folder.release(),
  });
  await checkPort(config.host, config.port);
  const secret = config.secret ?? loadSecret(config.dataDir).toString('base64url');
  const { ownerUrl, died } = await startDatabase(config, parts);
  // Its packages take a second to load: meanwhile the database is brought up to date.
  const serving = import('./serving.ts');
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
  const { startServing } = await parts.start('Load the server', () => serving);
  await startServing({ ...loginUrls, ...entered, secret, ownerUrl }, parts);
  return { died };
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
