import { createHash, randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { ServiceDatabase } from '../../../db/session.ts';
import { ProblemError } from '../../server/errors.ts';
import type { Auth } from './auth.ts';
import * as password from './password.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The one-time link that makes the first admin, to be printed at start. Each new link ends the
 * one before it. Null where there is an admin already.
 */
export async function issueSetupLink(
  db: ServiceDatabase,
  config: { publicUrl: string },
): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const [row] = await db.asService(
    (sql) => sql<{ issued: boolean }>`select private.issue_setup_token(${sha256(token)}) as issued`,
  );
  return row?.issued ? `${config.publicUrl}/setup?token=${token}` : null;
}

/** Whether this link would still make an admin. */
export async function setupIsOpen(auth: Auth, token: string): Promise<boolean> {
  const { rows } = await auth.pool.query<{ open: boolean }>(
    'select private.setup_is_open($1) as open',
    [sha256(token)],
  );
  return rows[0]?.open === true;
}

export interface FirstAdmin {
  token: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Makes the first admin, with a confirmed address: the person, the password, the role and the
 * end of the link are one transaction, so that a crash leaves either an admin or a good link.
 * An address that has an account already becomes the admin's, given its password.
 *
 * @throws ProblemError not-found (the link was used or is wrong) or conflict (the address has an
 *   account with another password)
 */
export async function makeFirstAdmin(auth: Auth, admin: FirstAdmin): Promise<void> {
  if (!(await setupIsOpen(auth, admin.token))) throw new ProblemError('not-found');
  const hash = await password.hash(admin.password);
  const client = await auth.pool.connect();
  try {
    await client.query('begin');
    const id = (await findPerson(client, admin)) ?? (await createPerson(client, admin, hash));
    const { rows } = await client.query<{ done: boolean }>(
      'select private.finish_setup($1, $2) as done',
      [sha256(admin.token), id],
    );
    if (!rows[0]?.done) throw new ProblemError('not-found');
    await client.query('commit');
    client.release();
  } catch (error) {
    // Closing the connection rolls back, whatever state it is in.
    client.release(true);
    throw error;
  }
}

async function findPerson(client: PoolClient, admin: FirstAdmin): Promise<string | null> {
  const { rows } = await client.query<{ id: string; hash: string | null }>(
    `select u.id, a.password as hash
     from auth.ba_users u
     left join auth.ba_accounts a on a."userId" = u.id and a."providerId" = 'credential'
     where u.email = lower($1)`,
    [admin.email],
  );
  const person = rows[0];
  if (!person) return null;
  const known = { hash: person.hash ?? '', password: admin.password };
  if (!(await password.verify(known))) throw new ProblemError('conflict');
  await client.query('update auth.ba_users set "emailVerified" = true where id = $1', [person.id]);
  return person.id;
}

async function createPerson(client: PoolClient, admin: FirstAdmin, hash: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'insert into auth.ba_users (name, email, "emailVerified") values ($1, $2, true) returning id',
    [admin.name, admin.email],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('The database made a person without an id.');
  await client.query(
    `insert into auth.ba_accounts ("accountId", "providerId", "userId", password)
     values ($1::text, 'credential', $1::uuid, $2)`,
    [id, hash],
  );
  return id;
}
