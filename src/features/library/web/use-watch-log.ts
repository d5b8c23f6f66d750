import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '../../../web/api.ts';
import { createWatchLog } from './watch-log.ts';

/** For the player's `onMoment`: remembers that a story is watched, and where somebody left off. */
export function useWatchLog(storyId: string) {
  const client = useQueryClient();
  const log = useMemo(() => {
    const outdate = () => {
      for (const queryKey of [['feed'], ['shelves'], ['stories', storyId]]) {
        // What is on the screen stays as it is; the next page asks anew.
        client.invalidateQueries({ queryKey, refetchType: 'none' });
      }
    };
    return createWatchLog({
      now: () => performance.now() / 1000,
      send: (position) =>
        api.post(`/responses/${storyId}/watched`, { position }, { keepalive: true }).then(
          outdate,
          // the next time says it again
          (error: unknown) => console.error('the place could not be kept', error),
        ),
    });
  }, [client, storyId]);
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && log.leave();
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', log.leave);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', log.leave);
      log.leave();
    };
  }, [log]);
  return log.hear;
}
