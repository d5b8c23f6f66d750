import { openVault, type Vault } from '../../db/vault.ts';
import { type Config, parseConfig } from '../config.ts';

/** Settings as they are given: by the environment, and where that is silent, by an admin. */
export interface GivenSettings {
  /** What the server was started with. It holds over what was entered. */
  env: NodeJS.ProcessEnv;
  vault: Vault;
}

/** What the next start would read. What is empty is not given. */
export function together(
  entered: Record<string, string | null>,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const given = [...Object.entries(entered), ...Object.entries(env)].filter(([, value]) => value);
  return Object.fromEntries(given) as NodeJS.ProcessEnv;
}

/**
 * The configuration with what admins entered, at start. What cannot be read, or makes no sense with
 * the environment of today, must not keep a Telloom from starting: then the environment alone holds,
 * and `note` is told why.
 */
export async function withEntered(
  env: NodeJS.ProcessEnv,
  place: { apiUrl: string; secret: string },
  note: (text: string) => void,
): Promise<{ config: Config; given: GivenSettings }> {
  const given = { env, vault: openVault({ url: place.apiUrl, secret: place.secret }) };
  try {
    const entered = await given.vault.read();
    const words = Object.entries(entered).map(([name, value]) =>
      value === null ? `${name} (cannot be read: enter it again)` : name,
    );
    if (words.length > 0) note(words.join(', '));
    return { config: parseConfig(together(entered, env)), given };
  } catch (error) {
    note(`left out, as they cannot be used: ${(error as Error).message}`);
    return { config: parseConfig(env), given };
  }
}
