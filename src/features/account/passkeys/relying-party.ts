import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../server/errors.ts';
import type { Auth } from '../auth.ts';

export interface RelyingParty {
  /** The host name that a passkey belongs to: browsers offer it nowhere else. */
  id: string;
  origin: string;
}

/**
 * Where the page stands that asks: at the public address, or on this machine itself.
 *
 * @throws ProblemError passkeys-elsewhere: at neither, or at a bare IP address, which has no passkeys
 */
export function partyOf(request: FastifyRequest, { origins }: Pick<Auth, 'origins'>): RelyingParty {
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin))
    throw new ProblemError('passkeys-elsewhere');
  const { hostname } = new URL(origin);
  if (/^[\d.]+$|^\[/.test(hostname)) throw new ProblemError('passkeys-elsewhere');
  return { id: hostname, origin };
}
