import { runningUrl } from '../../db/embedded.ts';
import { type GivenSettings, withEntered } from '../config/entered.ts';
import { type Config, parseConfig } from '../config.ts';
import { loadSecret } from '../server/secret.ts';
import { chooseLogins, type LoginUrls } from './logins.ts';

/** What the parts of a running Telloom are given. */
export interface Ground extends LoginUrls {
  config: Config;
  given: GivenSettings;
  /** At least 32 characters. */
  secret: string;
  /** The database as its owner: for the worker, migrations and set-up alone. */
  ownerUrl: string;
}

/** The ground of a Telloom that another process runs on the same data folder. */
export async function findGround(env: NodeJS.ProcessEnv): Promise<Ground> {
  const config = parseConfig(env);
  const secret = secretOf(config);
  const ownerUrl = config.databaseUrl ?? runningUrl(config.dataDir);
  const loginUrls = await chooseLogins(config, ownerUrl, secret);
  const note = (text: string) => process.stderr.write(`${text}\n`);
  const entered = await withEntered(env, { apiUrl: loginUrls.apiUrl, secret }, note);
  return { ...loginUrls, ...entered, secret, ownerUrl };
}

/** The secret of the settings, or the one that lies in the data folder. */
export const secretOf = (config: Config): string =>
  config.secret ?? loadSecret(config.dataDir).toString('base64url');
