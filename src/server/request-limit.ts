import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './errors.ts';

/** Counting begins anew after so many seconds: few, since whoever asked too much waits for that. */
const windowSeconds = 10;
/** So many callers are counted, those who asked last: a million addresses take no more memory. */
const callersKept = 10_000;

export interface RequestLimit {
  /** Requests of each caller within the window; 0: as many as they like. */
  most: number;
  callerOf: (request: FastifyRequest) => string;
  kept?: number;
}

/**
 * Refuses what one caller asks too much, before anything is done for it: 429 too-many, and when to
 * come back. For all routes that `api` gets from now on. Counted in this process and nowhere else: a
 * count that several share would cost each request a write.
 */
export async function limitRequests(
  api: FastifyInstance,
  { most, callerOf, kept = callersKept }: RequestLimit,
): Promise<void> {
  if (most === 0) return;
  await api.register(rateLimit, {
    global: false,
    max: most,
    timeWindow: windowSeconds * 1000,
    cache: kept,
    keyGenerator: callerOf,
    enableDraftSpec: true,
    errorResponseBuilder: () => new ProblemError('too-many'),
  });
  // for all routes at once, and so before what single ones ask for themselves
  api.addHook('onRequest', api.rateLimit());
}
