import { ApiError } from '../../client/api-error.ts';
import { createCaller } from '../../client/caller.ts';
import { actingFor } from './acting-for.ts';

export { ApiError, type FieldProblem } from '../../client/api-error.ts';
export type { CallOptions } from '../../client/caller.ts';

const base = '/api/v1';
/** Not where the sign-in page asks for a passkey: that alone signs nobody in or out. */
const mayChangeWho = /^\/api\/v1\/auth\/(?!passkey\/begin$)/;

/** Calls the API with the session cookie, for whom this document is. */
export const api = createCaller({
  base,
  actingFor,
  async fetch(address, request) {
    const reply = await fetch(address, request);
    // Somebody else may be signed in from here on; what is kept here is of whoever was before.
    if (mayChangeWho.test(String(address))) await forgetKept();
    return reply;
  },
});

/** The server cannot be reached, or what stands in front of it cannot. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 502);

/** What this device keeps goes. Where a browser keeps nothing there is nothing to forget. */
export const forgetKept = (): Promise<void> =>
  import('./kept/store.ts')
    .then(({ forgetAll }) => forgetAll())
    .catch((error: unknown) => console.info('nothing is kept here', error));
