import { createCaller } from '../../client/caller.ts';
import { actingFor } from './acting-for.ts';

export { ApiError, type FieldProblem } from '../../client/api-error.ts';
export type { CallOptions } from '../../client/caller.ts';

/** Calls `/api/v1` with the session cookie, for whom this document is. */
export const api = createCaller({ base: '/api/v1', actingFor });
