import { RealtimeClient } from '@supabase/realtime-js';
import type { QueryClient } from '@tanstack/react-query';
import { setChangesArrive } from './polling.ts';
import { invalidate, liveTables } from './stale.ts';

/** Changes that come in one breath are fetched together. */
const BREATH_MS = 300;

/**
 * Listens to changes of what this person may read, and fetches again what shows them. The session's
 * cookie says who it is. Once the connection was away, everything that may have changed is fetched.
 *
 * @returns what ends it
 */
export function connect(queries: QueryClient): () => void {
  const address = `${window.location.origin.replace(/^http/, 'ws')}/realtime/v1`;
  // the client insists on a key, which says nothing here
  const client = new RealtimeClient(address, { params: { apikey: 'web' } });
  const channel = client.channel('changes');
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = false;

  function note(table: string): void {
    changed.add(table);
    timer ??= setTimeout(() => {
      timer = undefined;
      invalidate(queries, changed);
      changed.clear();
    }, BREATH_MS);
  }

  for (const table of liveTables) {
    channel.on('postgres_changes', { event: '*', schema: 'public', table, select: ['id'] }, () =>
      note(table),
    );
  }
  channel.subscribe((status, error) => {
    const subscribed = status === 'SUBSCRIBED';
    setChangesArrive(subscribed);
    if (subscribed && before) invalidate(queries, liveTables);
    before ||= subscribed;
    if (error?.message.startsWith('Unauthorized')) {
      void client.disconnect();
      // whose answer leads to the sign-in page
      void queries.invalidateQueries({ queryKey: ['me'], exact: true });
    }
  });

  return () => {
    clearTimeout(timer);
    setChangesArrive(false);
    void client.disconnect();
  };
}
