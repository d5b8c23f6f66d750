import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** So many keys are known to be good, those that were used last. */
const keysKept = 10_000;

type Asking = Pick<FastifyRequest, 'sessionToken' | 'byKey' | 'ip'>;

/** Whom requests count for, in this process. */
export interface Callers {
  /** The key or session that a request comes with, or the network it comes from. */
  callerOf(request: Asking): string;
  /** This key let somebody in. */
  prove(key: string): void;
}

/**
 * A session's cookie is signed, so it is one that there was. A key is not: until one has let somebody
 * in it counts for the network it comes from, or each that is made up would have a count of its own.
 * A network is one address of IPv4, or what begins with the same 64 bits of IPv6, as a household has.
 */
export function createCallers(): Callers {
  const proven = new Set<string>();
  return {
    callerOf({ sessionToken, byKey, ip }) {
      const isKnown = sessionToken !== null && (!byKey || proven.has(sessionToken));
      return isKnown ? sessionToken : normalizeIP(ip);
    },
    prove(key) {
      proven.delete(key);
      proven.add(key);
      const [oldest] = proven;
      if (proven.size > keysKept && oldest !== undefined) proven.delete(oldest);
    },
  };
}
