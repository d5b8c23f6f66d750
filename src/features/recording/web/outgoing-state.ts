import type { Outgoing } from './outgoing.ts';
import type { SendingState } from './use-sending.ts';

/** A recording on its way, in the terms of the page that shows one. */
export function stateOf(one: Outgoing | undefined): SendingState {
  const videoId = one?.recording.place?.videoId;
  if (!one) return { phase: 'idle' };
  if (one.phase === 'safe' && videoId) return { phase: 'safe', videoId };
  if (one.phase === 'failed' || one.phase === 'signed-out') {
    return { phase: 'failed', error: one.error };
  }
  const { sent, tape, safeSeconds } = one;
  return {
    phase: 'sending',
    progress: {
      sent,
      total: tape?.size ?? 0,
      state: one.phase === 'waiting' ? 'waiting' : 'sending',
      seconds: { safe: safeSeconds, all: tape?.seconds ?? one.recording.seconds },
    },
  };
}
