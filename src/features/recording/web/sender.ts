import { ApiError } from '../../../web/api.ts';
import { type KeptRecording, subjectOf } from './kept-recording.ts';
import { dropVideo } from './queries.ts';
import { send as sendParcel } from './send.ts';
import type { SliceStore } from './slice-store.ts';
import { type Tape, tapeFromStore } from './tape.ts';
import { backOff, UploadRefused, waitOrOnline } from './tus-upload.ts';

/** One recording of this person that is not a story yet, and how much of it is safe. */
export interface Outgoing {
  recording: KeptRecording;
  tape: Tape | null;
  phase:
    | 'sending'
    /** No connection; it tries again by itself. */
    | 'waiting'
    /** Nobody, or somebody else, is signed in. It goes on after they are back. */
    | 'signed-out'
    /** Another window has it. */
    | 'elsewhere'
    | 'failed'
    /** The receipt is here. */
    | 'safe';
  /** Bytes the server has confirmed, and the seconds that are in them. */
  sent: number;
  safeSeconds: number;
  error: unknown;
}

export interface SenderParts {
  personId: string;
  store: SliceStore;
  /** Undefined on a page without https; then the server's own order of things has to do. */
  locks: Pick<LockManager, 'request'> | undefined;
  /** What has to be done once before anything can be sent. */
  prepare: () => Promise<unknown>;
  send?: typeof sendParcel;
  drop?: (videoId: string) => Promise<void>;
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

const SIGNED_OUT_WAIT_MS = 30_000;
export const isSignedOut = (error: unknown) =>
  (error instanceof ApiError || error instanceof UploadRefused) && error.status === 401;
const isPassing = (error: unknown) =>
  error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);

/** Brings this person's recordings to the server, each by one window at a time, until it has them. */
export function createSender(parts: SenderParts): Sender {
  const { store, personId, locks, send = sendParcel, drop = dropVideo } = parts;
  const listeners = new Set<() => void>();
  const stops = new Map<string, AbortController>();
  let closed = false;
  let state: readonly Outgoing[] = [];
  const pokes = new Set<() => void>();

  const publish = (next: readonly Outgoing[]) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const find = (id: string) => state.find(({ recording }) => recording.id === id);
  const set = (id: string, changes: Partial<Outgoing>) =>
    publish(state.map((one) => (one.recording.id === id ? { ...one, ...changes } : one)));
  const forget = (id: string) => publish(state.filter(({ recording }) => recording.id !== id));
  // Where this device keeps nothing, sending works all the same; it only cannot outlive a reload.
  const onDisk = (work: Promise<void>) =>
    work.catch((error: unknown) => console.error('this could not be noted on the device', error));
  const change = async (id: string, changes: Partial<KeptRecording>) => {
    const one = find(id);
    if (one) set(id, { recording: { ...one.recording, ...changes } });
    await onDisk(store.change(id, changes));
  };
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
    publish([
      ...state,
      { recording, tape, phase: 'sending', sent: 0, safeSeconds: 0, error: null },
    ]);
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
    if (!find(id)?.tape && !(await load(id))) return forget(id);
    if (find(id)?.recording.stage === 'unwanted') return dropNow(id);
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await sendOne(id, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (isSignedOut(error)) set(id, { phase: 'signed-out', error });
        else set(id, { phase: isPassing(error) ? 'waiting' : 'failed', error });
        const ms = isPassing(error) ? backOff(failures) : SIGNED_OUT_WAIT_MS;
        await pause(find(id)?.phase === 'failed' ? 2 ** 31 - 1 : ms, signal);
      }
    }
  }

  /** Reads what is kept: the window that had it before may have gone on, or ended it. */
  async function load(id: string): Promise<boolean> {
    const recording = await store.get(id);
    if (!recording) return false;
    const tape = await tapeFromStore(id, store);
    // The browser died before the person had said anything about it, or before anything was said.
    const stage = recording.stage === 'recording' ? 'undecided' : recording.stage;
    if (tape.size === 0 && stage === 'undecided')
      return change(id, { stage: 'unwanted' }).then(() => load(id));
    if (stage === 'wanted') tape.end();
    set(id, { recording: { ...recording, stage }, tape, phase: 'sending' });
    if (stage !== recording.stage) await change(id, { stage });
    return true;
  }

  async function sendOne(id: string, signal: AbortSignal) {
    const { recording, tape } = find(id) ?? {};
    if (!recording || !tape) return;
    set(id, { phase: 'sending', error: null });
    await parts.prepare();
    const videoId = await send(
      {
        ...subjectOf(recording),
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
    await onDisk(store.remove(id));
    return videoId;
  }

  /** The server may be out of reach just now: the recording is unwanted until it has been told. */
  async function dropNow(id: string) {
    const place = find(id)?.recording.place;
    forget(id);
    await onDisk(store.removeSlices(id));
    try {
      if (place) await drop(place.videoId);
    } catch (error) {
      if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 409)) return;
    }
    await onDisk(store.remove(id));
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
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
