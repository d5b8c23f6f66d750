import { useCallback, useEffect, useRef, useState } from 'react';
import type { UploadPlace } from './kept-recording.ts';
import { newId, type Parcel, send } from './send.ts';
import type { UploadProgress } from './tus-upload.ts';

export type SendingState =
  | { phase: 'idle' }
  | { phase: 'sending'; progress: SendingProgress | null }
  /** The server holds every byte. */
  | { phase: 'safe'; videoId: string }
  | { phase: 'failed'; error: unknown };

export interface SendingProgress extends UploadProgress {
  /** The same in seconds, for what was recorded here. */
  seconds?: { safe: number; all: number };
}

export interface Sending {
  state: SendingState;
  /** The place on the server, once there is one. */
  place: UploadPlace | null;
  /** Starts, or starts again after a failure. */
  start: (parcel: Parcel) => void;
  cancel: () => void;
}

/** Sends one file while the component is there; leaving it stops the upload where it is. */
export function useSending(prepare?: () => Promise<unknown>): Sending {
  const [state, setState] = useState<SendingState>({ phase: 'idle' });
  const [place, setPlace] = useState<UploadPlace | null>(null);
  const current = useRef<AbortController>(null);
  const placeKey = useRef(newId());

  const start = useCallback(
    async (parcel: Parcel) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      const { signal } = controller;
      setState({ phase: 'sending', progress: null });
      try {
        await prepare?.();
        const videoId = await send(parcel, {
          place,
          placeKey: placeKey.current,
          signal,
          onProgress: (progress) => !signal.aborted && setState({ phase: 'sending', progress }),
          onPlace: async (next, key) => {
            placeKey.current = key;
            setPlace(next);
          },
        });
        if (!signal.aborted) setState({ phase: 'safe', videoId });
      } catch (error) {
        if (!signal.aborted) setState({ phase: 'failed', error });
      }
    },
    [place, prepare],
  );

  const cancel = useCallback(() => {
    current.current?.abort();
    placeKey.current = newId();
    setPlace(null);
    setState({ phase: 'idle' });
  }, []);

  useEffect(() => () => current.current?.abort(), []);
  return { state, place, start, cancel };
}
