import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import pg from 'pg';
import { Problem } from '../../db/embedded/problem.ts';
import type { Config } from '../config.ts';

/** The two logins of the server, beside the owner. They own nothing. */
export const logins = { api: 'authenticator', auth: 'supabase_auth_admin' } as const;

export interface LoginUrls {
  /** As `authenticator`, for everything that people ask for. */
  apiUrl: string;
  /** As `supabase_auth_admin`, for accounts and sessions. */
  authUrl: string;
}

/** Where the passwords of the logins are not ours to set, as on Supabase, one address is given. */
export async function chooseLogins(
  { apiDatabaseUrl }: Config,
  ownerUrl: string,
  secret: string,
): Promise<LoginUrls> {
  if (apiDatabaseUrl !== null) return { apiUrl: apiDatabaseUrl, authUrl: ownerUrl };
  return setLogins(ownerUrl, secret);
}

/**
 * Gives the two logins passwords that follow from the server's secret, and returns their addresses.
 * Every server with the same secret arrives at the same passwords, so they can be set at each start.
 *
 * @param ownerUrl the database as a role that may set these passwords
 * @throws Problem when it may not
 */
export async function setLogins(ownerUrl: string, secret: string): Promise<LoginUrls> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('telloom logins'))");
    for (const role of Object.values(logins)) {
      const verifier = scramVerifier(loginPassword(role, secret), secret);
      await client.query(`alter role ${role} with login password '${verifier}'`);
    }
    await client.query('commit');
  } catch (cause) {
    throw new Problem(
      `The owner of the database may not set the password of ${logins.api} (${(cause as Error).message}): set TELLOOM_API_DATABASE_URL.`,
      { cause },
    );
  } finally {
    await client.end();
  }
  return {
    apiUrl: loginUrl(ownerUrl, logins.api, secret),
    authUrl: loginUrl(ownerUrl, logins.auth, secret),
  };
}

const loginPassword = (role: string, secret: string): string =>
  createHmac('sha256', secret).update(`database login ${role}`).digest('base64url');

function loginUrl(ownerUrl: string, role: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = loginPassword(role, secret);
  return url.href;
}

/**
 * What PostgreSQL keeps of a password (RFC 5803; `pg_authid.rolpassword`). The password itself then
 * never travels in a statement, where a log could keep it. 4096 rounds is PostgreSQL's own number.
 */
function scramVerifier(password: string, secret: string): string {
  const rounds = 4096;
  const salt = createHmac('sha256', secret).update(`salt ${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest();
  const text = (bytes: Buffer) => bytes.toString('base64');
  return `SCRAM-SHA-256$${rounds}:${text(salt)}$${text(stored)}:${text(key('Server Key'))}`;
}
