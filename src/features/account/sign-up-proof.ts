import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';

/**
 * Who chose the password of an address that nobody has confirmed yet?
 *
 * A code proves the mailbox, not the password: a stranger may have signed up with somebody
 * else's address, and would share her account as soon as she confirms it ("pre-hijacking",
 * https://arxiv.org/abs/2205.10174). So the browser that signs up gets a cookie that names the
 * password it chose, and confirming keeps the password only where the two agree. Without a
 * password she still gets in by code, and chooses one with another code.
 */
export function proofOf(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('hex');
}

/** A proof of nothing, for answers that must look alike. */
export const emptyProof = (): string => randomBytes(32).toString('hex');

/**
 * A second sign-up with an unconfirmed address: the newest password is the one that counts, and
 * from now on only the browser that chose it may keep it.
 */
export async function replacePassword(pool: Pool, userId: string, passwordHash: string) {
  await pool.query(
    `update auth.users set encrypted_password = $2, updated_at = now(),
       raw_app_meta_data = coalesce(raw_app_meta_data, '{}') || '{"contested": true}'
     where id = $1 and email_confirmed_at is null`,
    [userId, passwordHash],
  );
}

/**
 * To be called just before an address is confirmed: drops a password whose chooser is in doubt.
 *
 * @param proof the cookie of the browser that confirms, or null
 * @param always doubt even an address with one sign-up only: somebody who signs in with a code
 *   may never have signed up at all
 */
export async function settlePassword(
  pool: Pool,
  userId: string,
  proof: string | null,
  always: boolean,
): Promise<void> {
  const { rows } = await pool.query<{ password: string | null; contested: boolean }>(
    `select encrypted_password as password,
       coalesce((raw_app_meta_data -> 'contested')::boolean, false) as contested
     from auth.users where id = $1 and email_confirmed_at is null`,
    [userId],
  );
  const user = rows[0];
  if (!user?.password) return;
  const doubtful = (always || user.contested) && !same(proof, proofOf(user.password));
  // Only the password that was judged: another sign-up may come in between.
  await pool.query(
    `update auth.users set raw_app_meta_data = raw_app_meta_data - 'contested',
       encrypted_password = case when $3 then null else encrypted_password end
     where id = $1 and encrypted_password = $2`,
    [userId, user.password, doubtful],
  );
}

const same = (given: string | null, right: string): boolean =>
  given !== null &&
  given.length === right.length &&
  timingSafeEqual(Buffer.from(given), Buffer.from(right));
