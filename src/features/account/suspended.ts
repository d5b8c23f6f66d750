import { APIError } from 'better-auth/api';
import type { Pool } from 'pg';

/**
 * Whom an admin suspended gets no session, whichever way they sign in; they hear of it after they
 * proved who they are. A session from before is refused by private.enter().
 */
export async function refuseSuspended(pool: Pool, userId: string): Promise<void> {
  const { rowCount } = await pool.query(
    'select from auth.users where id = $1 and banned_until > now()',
    [userId],
  );
  if (rowCount === 0) return;
  throw new APIError('FORBIDDEN', {
    code: 'SUSPENDED',
    message: 'This account is closed for now. Ask the person who runs your Telloom.',
  });
}
