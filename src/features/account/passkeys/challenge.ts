import { randomBytes } from 'node:crypto';
import { mac, same } from '../../../server/mac.ts';

/** A sign-in page may lie open for a while before anybody touches it. */
const lifetimeMs = 60 * 60 * 1000;

/**
 * What a passkey is to sign. Nothing is kept of it: the challenge says when it was made, and carries
 * our own signature. That each is answered once is the database's doing (private.use_passkey).
 *
 * @param purpose what an answer may be used for
 */
export function makeChallenge(secret: string, purpose: string): string {
  const claim = `${Date.now().toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${claim}.${sign(secret, purpose, claim)}`;
}

/**
 * When a challenge was made for this purpose; null where it is not ours, or too old.
 *
 * @param answered the challenge as the browser gives it back: in base64url
 */
export function readChallenge(secret: string, purpose: string, answered: string): Date | null {
  const [at = '', random = '', signature = ''] = Buffer.from(answered, 'base64url')
    .toString()
    .split('.');
  const made = Number.parseInt(at, 36);
  const right =
    same(signature, sign(secret, purpose, `${at}.${random}`)) && made > Date.now() - lifetimeMs;
  return right ? new Date(made) : null;
}

const sign = (secret: string, purpose: string, claim: string) =>
  mac(secret, `passkey challenge: ${purpose}: ${claim}`);
