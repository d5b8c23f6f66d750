import Mux from '@mux/mux-node';
import type { Config } from '../../../config.ts';

type Keys = Pick<Config, 'muxTokenId' | 'muxTokenSecret' | 'muxBaseUrl'>;

/**
 * The API of Mux, or null where no token is set. The client waits and tries again by itself on
 * 408, 409, 429 (as long as Retry-After says), 5xx and a broken network; what then still fails is
 * for the queue, whose own pauses grow.
 */
export function openMux({ muxTokenId, muxTokenSecret, muxBaseUrl }: Keys): Mux | null {
  if (muxTokenId === null || muxTokenSecret === null) return null;
  return new Mux({ tokenId: muxTokenId, tokenSecret: muxTokenSecret, baseURL: muxBaseUrl });
}

/** What was asked for, or null when Mux knows nothing of it. */
export async function orGone<T>(asked: PromiseLike<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Mux.NotFoundError) return null;
    throw error;
  }
}

/** Whether Mux says that it will never do this, however often it is asked. */
export const isRefused = (error: unknown): boolean =>
  error instanceof Mux.APIError && [400, 404, 422].includes(error.status ?? 0);

/** Whether this is Mux not doing its part: no answer, a limit, a failure there, a token that is gone. */
export const isAway = (error: unknown): boolean => error instanceof Mux.APIError;
