import { type GivenSettings, together } from '../../../config/entered.ts';
import type { Setting } from '../../../config/setting.ts';
import { type Config, ConfigError, parseConfig, settings } from '../../../config.ts';
import { ProblemError } from '../../../server/errors.ts';
import { integrations, type Name } from './list.ts';

export type Values = Record<string, string | null>;

/** What the server would start with next, and what of it was entered here. */
export async function nextStart({ env, vault }: GivenSettings) {
  const entered = await vault.read();
  return { entered, config: parseConfig(together(entered, env)) };
}

/**
 * Refuses what the next start could not read: each wrong value by its name, and what is missing beside
 * it. Addresses that are entered must be of the open web and encrypted: only whoever starts the server
 * points it at the machines beside it.
 */
export async function checkValues(given: GivenSettings, name: Name, values: Values): Promise<void> {
  const known = new Map(integrations[name].settings.map((key) => [settings[key].env, key]));
  const errors = Object.entries(values).flatMap(([field, value]) => {
    const message = problemOf(known.get(field), value, given);
    return message === null ? [] : [{ field, message }];
  });
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
  const kept = { ...(await given.vault.read()), ...values };
  try {
    parseConfig(together(kept, given.env));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ProblemError('invalid', { detail: error.message });
  }
}

function problemOf(
  key: keyof Config | undefined,
  value: string | null,
  { env }: GivenSettings,
): string | null {
  if (key === undefined) return 'is no setting of this service';
  const setting: Setting = settings[key];
  if (env[setting.env]) return 'is set where the server is started';
  if (value === null) return null;
  if (/Url$/.test(key) && !/^(https|smtps?):\/\//.test(value)) return 'must begin with https://';
  try {
    setting.read(value, env);
    return null;
  } catch {
    // which host keeps recordings depends on the other settings; that is asked of all together
    return key === 'videoHost' && value === 'mux' ? null : `must be ${setting.allowed}`;
  }
}
