import { APIError } from 'better-auth/api';
import type { Pool } from 'pg';

/** Requests for one e-mail address and purpose within `minutes`, from anywhere. */
const minutes = 15;
const most = 30;
/** A code is worth three guesses, and each is a mail in somebody's letter box. */
const mostCodes = 10;
const mailing = [
  '/sign-up/email',
  '/email-otp/send-verification-otp',
  '/email-otp/request-email-change',
];

/**
 * Counts a request against the address it is about, and refuses one too many with 429. Beside
 * the limit for each network address: otherwise a thousand machines would guess a six-digit code.
 * It counts unknown addresses alike, so it tells nothing.
 * @param what a path, or a word for what several of them do
 */
export async function limitAddress(pool: Pool, what: string, email: string): Promise<void> {
  const { rows } = await pool.query<{ n: number }>(
    'select auth.count_address($1, make_interval(mins => $2)) as n',
    [`${what}|${email.toLowerCase().slice(0, 320)}`, minutes],
  );
  const limit = mailing.includes(what) ? mostCodes : most;
  if ((rows[0]?.n ?? 0) <= limit) return;
  throw new APIError('TOO_MANY_REQUESTS', {
    code: 'TOO_MANY_REQUESTS',
    message: 'That was tried too often. Wait a quarter of an hour.',
  });
}
