import type { Outgoing } from './outgoing.ts';

/**
 * Whether a part of it is on this device alone. What waits for its teller's word may have arrived
 * as far as it goes; what is wanted has arrived with its receipt.
 */
export function isUnsent({ recording, tape, phase, sent }: Outgoing): boolean {
  if (phase === 'safe' || recording.stage === 'unwanted') return false;
  return recording.stage !== 'undecided' || tape === null || sent < tape.size;
}

/** How much of it that is, in seconds. */
export const unsentSeconds = ({ recording, tape, safeSeconds }: Outgoing): number =>
  Math.max(0, (tape?.seconds ?? recording.seconds) - safeSeconds);

/** Whether it stays as it is until its teller does something. */
export const needsTeller = ({ recording, phase }: Outgoing): boolean =>
  phase === 'failed' || recording.stage === 'undecided';
