import { useSuspenseQuery } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { actingFor } from '../../../web/acting-for.ts';
import { meQuery, useBecomeSharer } from '../../people/web/queries.ts';
import type { Outgoing } from './outgoing.ts';
import { createSender, type Sender } from './sender.ts';
import { createSliceStore, type SliceStore } from './slice-store.ts';
import { isUnsent } from './unsent.ts';

interface Sending {
  sender: Sender;
  store: SliceStore;
}

const SendingContext = createContext<Sending | null>(null);
const NOTHING: readonly Outgoing[] = [];

/** Around every page of someone who is signed in: what they recorded goes on its way by itself. */
export function SenderProvider({ children }: { children: ReactNode }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const { mutateAsync } = useBecomeSharer();
  const prepare = useRef<() => Promise<unknown>>(null);
  prepare.current = () => (me.sharerId === null ? mutateAsync() : Promise.resolve());
  const [sending, setSending] = useState<Sending | null>(null);

  useEffect(() => {
    const store = createSliceStore();
    const sender = createSender({
      personId: me.id,
      store,
      locks: navigator.locks as LockManager | undefined,
      prepare: async () => prepare.current?.(),
    });
    // Who comes back to this window may have signed in again in another.
    const look = () => document.visibilityState === 'visible' && sender.retry();
    document.addEventListener('visibilitychange', look);
    void sender.start().then(() => setSending({ sender, store }));
    return () => {
      document.removeEventListener('visibilitychange', look);
      sender.close();
    };
  }, [me.id]);
  return <SendingContext value={sending}>{children}</SendingContext>;
}

/** Null for the moment until it is known what earlier visits left. */
export const useSender = () => useContext(SendingContext);

const nobody = { subscribe: () => () => {}, getState: () => NOTHING };

/** All that is on its way from this device, for whomever it was told. */
function useAllOutgoing(): readonly Outgoing[] {
  const { subscribe, getState } = useSender()?.sender ?? nobody;
  return useSyncExternalStore(subscribe, getState);
}

const isOfThisDocument = ({ recording }: Outgoing) => (recording.actingFor ?? null) === actingFor;

/** What is on its way from this device, of the storyteller whom this document is for. */
export const useOutgoing = () => useAllOutgoing().filter(isOfThisDocument);

/** The same of everybody else: it goes on being sent here, and is decided about in their pages. */
export const useOutgoingOfOthers = () => useAllOutgoing().filter((one) => !isOfThisDocument(one));

/** What of all of it Telloom has not got yet; null until that is known. */
export function useUnsent(): readonly Outgoing[] | null {
  const outgoing = useAllOutgoing();
  return useSender() === null ? null : outgoing.filter(isUnsent);
}
