import { useEffect } from 'react';

/** A tablet that goes dark in the middle of a story stops recording it: keeps the screen on. */
export function useWakeLock(active: boolean) {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let left = false;
    // The browser lets go of it whenever the page is hidden, and may refuse on a low battery.
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const granted = await navigator.wakeLock.request('screen');
        if (left) await granted.release();
        else lock = granted;
      } catch (error) {
        console.info('the screen may go dark', error);
      }
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, [active]);
}
