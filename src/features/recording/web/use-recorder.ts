import { useEffect, useState, useSyncExternalStore } from 'react';
import { createRecorder, type Recorder } from './recorder.ts';
import type { RecorderState } from './recorder-state.ts';
import type { SliceStore } from './slice-store.ts';

/** A recorder for as long as the component is there. Camera and microphone go off with it. */
export function useRecorder(key: string, store: SliceStore): [Recorder, RecorderState] {
  const [recorder] = useState(() =>
    createRecorder({
      key,
      store,
      media: navigator.mediaDevices as MediaDevices | undefined,
      MediaRecorder: globalThis.MediaRecorder as typeof MediaRecorder | undefined,
    }),
  );
  useEffect(() => () => recorder.close(), [recorder]);
  return [recorder, useSyncExternalStore(recorder.subscribe, recorder.getState)];
}
