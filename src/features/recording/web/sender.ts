import { ApiError } from '../../../web/api.ts';
import { type KeptRecording, subjectOf } from './kept-recording.ts';
import { createOutgoingList, type Outgoing } from './outgoing.ts';
import { dropVideo } from './queries.ts';
import { send as sendParcel } from './send.ts';
import { isPassing, isSignedOut } from './send-failures.ts';
import type { SliceStore } from './slice-store.ts';
import type { Tape } from './tape.ts';
import { backOff, waitOrOnline } from './tus-upload.ts';

export interface SenderParts {
  personId: string;
  store: SliceStore;
  /** Undefined on a page without https; then the server's own order of things has to do. */
  locks: Pick<LockManager, 'request'> | undefined;
  /** What has to be done once before anything of their own can be sent. */
  prepare: () => Promise<unknown>;
  send?: typeof sendParcel;
  drop?: (videoId: string, actingFor: string | null) => Promise<void>;
  /** Resolves after `ms`, or earlier when trying again makes sense. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Sender {
  getState: () => readonly Outgoing[];
  subscribe: (listener: () => void) => () => void;
  /** Takes up what earlier visits left. Resolves when it is known what that is. */
  start: () => Promise<void>;
  /** Sends a recording while it is made. */
  follow: (recording: KeptRecording, tape: Tape) => void;
  /** What became of a recording, in memory and on the disk. */
  change: (id: string, changes: Partial<KeptRecording>) => void;
  /** The person wants it: its length is told, and it is finished. */
  keep: (id: string) => void;
  /** The person does not want it: it goes, here and on the server. */
  drop: (id: string) => void;
  /** Tries again now, after a failure or a change of session. */
  retry: () => void;
  /** A story was made of it. */
  forget: (id: string) => void;
  close: () => void;
}

/** Until the network or the person comes back, as far as a browser's timers go. */
const FOR_LONG_MS = 2 ** 31 - 1;
const SIGNED_OUT_WAIT_MS = 30_000;

/** Brings this person's recordings to the server, each by one window at a time, until it has them. */
export function createSender(parts: SenderParts): Sender {
  const { store, personId, locks, send = sendParcel, drop = dropVideo } = parts;
  const list = createOutgoingList(store);
  const { find, set, change, forget } = list;
  const stops = new Map<string, AbortController>();
  const pokes = new Set<() => void>();
  let closed = false;

  /** Waits, or less when it is poked. */
  const pause = async (ms: number, signal: AbortSignal) => {
    const waiting = new AbortController();
    const end = () => waiting.abort();
    pokes.add(end);
    signal.addEventListener('abort', end);
    await (parts.wait ?? waitOrOnline)(ms, waiting.signal);
    signal.removeEventListener('abort', end);
    pokes.delete(end);
  };

  function add(recording: KeptRecording, tape: Tape | null) {
    const stop = new AbortController();
    stops.set(recording.id, stop);
    list.add(recording, tape);
    carry(recording.id, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) set(recording.id, { phase: 'failed', error });
    });
  }

  /** One window at a time has a recording; the next one begins when that is closed or dies. */
  async function carry(id: string, signal: AbortSignal) {
    if (!locks) return work(id, signal);
    const name = `telloom-recording-${id}`;
    const done = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await work(id, signal);
      return lock !== null;
    });
    if (done) return;
    set(id, { phase: 'elsewhere' });
    await locks.request(name, { signal }, () => work(id, signal));
  }

  async function work(id: string, signal: AbortSignal) {
    // The window that had it before may have gone on with it, or ended it.
    if (!find(id)?.tape && !(await list.load(id))) return forget(id);
    if (find(id)?.recording.stage === 'unwanted') return dropNow(id);
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await sendOne(id, signal);
      } catch (error) {
        if (signal.aborted) return;
        const waits = {
          waiting: backOff(failures),
          'signed-out': SIGNED_OUT_WAIT_MS,
          failed: FOR_LONG_MS,
        };
        const phase = isSignedOut(error) ? 'signed-out' : isPassing(error) ? 'waiting' : 'failed';
        set(id, { phase, error });
        await pause(waits[phase], signal);
      }
    }
  }

  async function sendOne(id: string, signal: AbortSignal) {
    const { recording, tape } = find(id) ?? {};
    if (!recording || !tape) return;
    set(id, { phase: 'sending', error: null });
    const { actingFor = null } = recording;
    if (actingFor === null) await parts.prepare();
    await send(
      {
        ...subjectOf(recording),
        actingFor,
        kind: recording.kind,
        contentType: recording.contentType,
        profileId: personId,
        source: tape,
        digest: async () =>
          find(id)?.recording.sha256 ?? (await import('./sha256.ts')).digestOf(tape),
      },
      {
        place: recording.place,
        placeKey: recording.placeKey,
        onPlace: (place, placeKey) => change(id, { place, placeKey }),
        onProgress: ({ sent, state: phase }) =>
          set(id, { sent, safeSeconds: tape.secondsAt(sent), phase }),
        signal,
      },
    );
    set(id, { phase: 'safe', sent: tape.size, safeSeconds: tape.seconds });
    await list.erase(id);
  }

  /** The server may be out of reach just now: the recording is unwanted until it has been told. */
  async function dropNow(id: string) {
    const { place, actingFor = null } = find(id)?.recording ?? {};
    forget(id);
    await list.eraseSlices(id);
    try {
      if (place) await drop(place.videoId, actingFor);
    } catch (error) {
      if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 409)) return;
    }
    await list.erase(id);
  }

  return {
    getState: list.getState,
    subscribe: list.subscribe,
    async start() {
      const recordings = await store.list(personId).catch((error: unknown) => {
        // A private window: there is nothing from earlier visits.
        console.info('this browser keeps no recordings', error);
        return [];
      });
      for (const recording of recordings) {
        if (!closed && !find(recording.id)) add(recording, null);
      }
    },
    follow: add,
    change: (id, changes) => void change(id, changes),
    keep(id) {
      void change(id, { stage: 'wanted' });
      find(id)?.tape?.end();
    },
    drop(id) {
      void change(id, { stage: 'unwanted' }).then(() => {
        stops.get(id)?.abort();
        return dropNow(id);
      });
    },
    retry() {
      for (const poke of pokes) poke();
    },
    forget,
    close() {
      closed = true;
      for (const stop of stops.values()) stop.abort();
    },
  };
}
