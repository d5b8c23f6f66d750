import { useEffect, useState, useSyncExternalStore } from 'react';
import { createRecorder, type Recorder, type RecorderParts } from './recorder.ts';
import type { RecorderState } from './recorder-state.ts';

/** A recorder for as long as the component is there. Camera and microphone go off with it. */
export function useRecorder(
  parts: Pick<RecorderParts, 'about' | 'store' | 'sender'>,
): [Recorder, RecorderState] {
  const [recorder] = useState(() =>
    createRecorder({
      ...parts,
      media: navigator.mediaDevices as MediaDevices | undefined,
      MediaRecorder: globalThis.MediaRecorder as typeof MediaRecorder | undefined,
      // The browser may otherwise clear away what is kept when the device runs short.
      persist: () => navigator.storage?.persist?.() ?? Promise.resolve(false),
    }),
  );
  useEffect(() => () => recorder.close(), [recorder]);
  useEffect(() => {
    const flush = () => document.visibilityState === 'hidden' && recorder.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', recorder.flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', recorder.flush);
    };
  }, [recorder]);
  return [recorder, useSyncExternalStore(recorder.subscribe, recorder.getState)];
}
