import type { Query, QueryPersister } from '@tanstack/react-query';
import { actingFor } from '../acting-for.ts';
import { ApiError, isAway } from '../api.ts';
import { noteAnswer, noteAway } from './away.ts';
import { epochNow, findKept, forget, forgetAll, keep, keepFor, tidy } from './store.ts';

const scope = actingFor ?? 'own';

/**
 * Queries, by the first part of their key, whose answers stay nowhere: what admins see of others,
 * what was searched for, links that are secret or run out, and what the browser itself says.
 */
const neverKept = new Set(['admin', 'curating', 'invitation', 'push', 'renewed', 'search']);

/**
 * Asks the server, and keeps its answer on this device. While the server is out of reach, the page
 * gets what it has, or what was kept. Nothing kept is ever shown where the server answers: what one
 * edits and who may see what are always as they are now.
 */
export const keeping: QueryPersister = async (ask, context, query) => {
  if (neverKept.has(String(query.queryKey[0]))) return ask(context);
  const epoch = epochNow();
  // awaited below; a browser that keeps nothing (a private window) fails only then
  epoch.catch(() => {});
  try {
    const data = await ask(context);
    noteAnswer(query.queryHash);
    const written = epoch.then((began) => keepAnswer(began, query, data)).catch(keepsNothing);
    // What another left has gone before anything of this person is asked for.
    if (isMe(query)) await written;
    return data;
  } catch (error) {
    return whatThereIs(error, query) as ReturnType<typeof ask>;
  }
};

/** Only a server that is away, or busy, is worth asking again; without a network nothing is. */
export const worthRetrying = (count: number, error: Error) =>
  count < 2 && isAway(error) && navigator.onLine;

const keepsNothing = (error: unknown) => console.info('this browser keeps no pages', error);

/** Who is here is answered under this key. */
const isMe = ({ queryKey }: Query) => queryKey.length === 1 && queryKey[0] === 'me';

function keepAnswer(epoch: number, query: Query, data: unknown): Promise<void> {
  const answer = { scope, hash: query.queryHash, data, at: Date.now() };
  if (!isMe(query)) return keep(epoch, answer);
  return keepFor(epoch, (data as { id: string }).id, answer).then(tidy);
}

/** Instead of an answer. Rejects with the error where it is no reason to show anything else. */
async function whatThereIs(error: unknown, query: Query): Promise<unknown> {
  if (!(error instanceof ApiError)) throw error;
  await forgetRefused(error, query).catch(keepsNothing);
  if (!isAway(error)) throw error;
  const { data, dataUpdatedAt, fetchFailureCount } = query.state;
  if (data !== undefined && worthRetrying(fetchFailureCount, error)) throw error;
  const found =
    data === undefined
      ? await findKept(scope, query.queryHash).catch(() => null)
      : { data, at: dataUpdatedAt };
  noteAway(query.queryHash, found?.at);
  if (!found) throw error;
  return found.data;
}

/** A session that ended, and what one may not see any more, leave nothing here. */
async function forgetRefused(error: ApiError, { queryHash }: Query): Promise<void> {
  if (error.status === 401) return forgetAll();
  if (error.is('not-keeper')) return forget(scope);
  if (error.status === 403 || error.status === 404) return forget(scope, queryHash);
}
