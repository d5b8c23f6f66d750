import { muxSettings } from './config/mux.ts';
import { missingForPayments, paymentSettings } from './config/payments.ts';
import { recordingSettings } from './config/recordings.ts';
import { serverSettings } from './config/server.ts';
import type { Setting } from './config/setting.ts';
import { signInSettings } from './config/sign-in.ts';
import { wordSettings } from './config/words.ts';

/** In the order of `docs/configuration.md`, which is generated from them. */
export const settings = {
  ...serverSettings,
  ...signInSettings,
  ...recordingSettings,
  ...muxSettings,
  ...wordSettings,
  ...paymentSettings,
};

/**
 * Every setting Telloom reads from its environment.
 * `parseConfig` is called once at start and its result is passed in; nothing else reads
 * `process.env`.
 */
export type Config = { [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['read']> };

/** All wrong settings at once, each as one sentence: name, what was given, what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const isSecret = (name: string) => /_(SECRET|KEY|AUTHORIZATION|PROVIDERS)$/.test(name);

/** The value as given, without the user and password of an address; of a secret, its length. */
const shownAs = (name: string, text = '') =>
  isSecret(name) ? `${text.length} characters` : `"${text.replace(/:\/\/.*@/s, '://…@')}"`;

/** Reads the whole configuration; throws one ConfigError that lists every wrong value. */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const wrong: string[] = [];
  const entries = Object.entries<Setting>(settings).map(([key, setting]) => {
    const text = env[setting.env] === '' ? undefined : env[setting.env];
    try {
      return [key, setting.read(text, env)];
    } catch {
      const shown = shownAs(setting.env, text);
      wrong.push(`${setting.env} is ${shown}, but it must be ${setting.allowed}.`);
      return [key, undefined];
    }
  });
  wrong.push(...missingForPayments(env));
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return Object.fromEntries(entries) as Config;
}
