import { useRef } from 'react';

/** A second press within this time is a slip of the finger, in milliseconds. */
export const SLIP_MS = 1000;

/** A function that is true for a press that is meant, and false for one that follows too soon. */
export function useSteadyHand(): () => boolean {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const now = performance.now();
    if (now - last.current < SLIP_MS) return false;
    last.current = now;
    return true;
  };
}
