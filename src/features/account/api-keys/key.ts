import { createHash } from 'node:crypto';
import { generateRandomString } from 'better-auth/crypto';
import { ProblemError } from '../../../server/errors.ts';

/**
 * A key begins with a name, by which secret scanners know it, and goes on with 256 random bits in
 * letters and digits, which a double click takes whole.
 */
const prefix = 'tlm_';
const pattern = /^tlm_[A-Za-z0-9]{43}$/;

export const newApiKey = (): string => prefix + generateRandomString(43, 'a-z', 'A-Z', '0-9');

/** So much of a key is shown in the list of one's keys. */
export const startOf = (key: string): string => key.slice(0, prefix.length + 4);

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * What private.enter() takes for the key in an Authorization header; null where there is none. The
 * key itself goes no further than this. Other kinds of Authorization, as webhooks have, are not ours.
 *
 * @throws ProblemError unauthenticated: it begins as a key of ours and is none
 */
export function readApiKey(authorization: string | undefined): string | null {
  const key = /^Bearer +(tlm_.*)$/i.exec(authorization ?? '')?.[1];
  if (key === undefined) return null;
  if (!pattern.test(key)) throw new ProblemError('unauthenticated');
  return `key:${hashOf(key)}`;
}
