import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** Whether the server answered when it was asked last. */
let away = false;
/** Of what the server could not be asked for: by the query's hash, when it last could. */
const shown = new Map<string, number>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** The server answered. */
export function noteAnswer(hash: string): void {
  shown.delete(hash);
  away = false;
  tell();
}

/** The server did not answer; `at`: since when what the page shows instead is as it is. */
export function noteAway(hash: string, at?: number): void {
  if (at !== undefined && !shown.has(hash)) shown.set(hash, at);
  away = true;
  tell();
}

/** Whether a query shows what the server could not confirm. */
export const isUnconfirmed = (hash: string) => shown.has(hash);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** True while there is no network, or no server at the other end. */
export const useAway = (): boolean =>
  useSyncExternalStore(subscribe, () => away || !navigator.onLine);

/** Since when the oldest part of this page is as it is; null where all of it is confirmed. */
export function useLastSeen(client: QueryClient): number | null {
  const cache = client.getQueryCache();
  return useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => {
      const onPage = [...shown].filter(([hash]) => cache.get(hash)?.isActive());
      return onPage.length > 0 ? Math.min(...onPage.map(([, at]) => at)) : null;
    },
  );
}
