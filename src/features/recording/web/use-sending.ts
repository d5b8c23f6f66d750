import { useCallback, useEffect, useRef, useState } from 'react';
import { newId, type Parcel, send } from './send.ts';
import type { UploadTicket } from './slice-store.ts';
import type { UploadProgress } from './tus-upload.ts';

export type SendingState =
  | { phase: 'idle' }
  | { phase: 'sending'; progress: UploadProgress | null }
  /** The server holds every byte. */
  | { phase: 'safe'; videoId: string }
  | { phase: 'failed'; error: unknown };

export interface Sending {
  state: SendingState;
  /** The place on the server, once there is one. */
  ticket: UploadTicket | null;
  /** Starts, or starts again after a failure. */
  start: (parcel: Parcel) => void;
  cancel: () => void;
}

export interface SendingOptions {
  /** What has to be done once before anything can be sent. */
  prepare?: () => Promise<unknown>;
  ticket?: UploadTicket | null;
  /** Where to remember the place beyond a reload. */
  onTicket?: (ticket: UploadTicket | null) => Promise<void>;
}

/** Sends one recording while the component is there; leaving it stops the upload where it is. */
export function useSending(options: SendingOptions): Sending {
  const { prepare, ticket: known = null, onTicket } = options;
  const [state, setState] = useState<SendingState>({ phase: 'idle' });
  const [ticket, setTicket] = useState(known);
  const current = useRef<AbortController>(null);
  const idempotencyKey = useRef(newId());

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
          ticket,
          signal,
          idempotencyKey: idempotencyKey.current,
          onProgress: (progress) => !signal.aborted && setState({ phase: 'sending', progress }),
          onTicket: async (next) => {
            setTicket(next);
            await onTicket?.(next);
          },
        });
        if (!signal.aborted) setState({ phase: 'safe', videoId });
      } catch (error) {
        if (!signal.aborted) setState({ phase: 'failed', error });
      }
    },
    [ticket, onTicket, prepare],
  );

  const cancel = useCallback(() => {
    current.current?.abort();
    idempotencyKey.current = newId();
    setTicket(null);
    setState({ phase: 'idle' });
  }, []);

  useEffect(() => () => current.current?.abort(), []);
  return { state, ticket, start, cancel };
}
