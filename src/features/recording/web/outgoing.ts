import type { KeptRecording, RecordingStage } from './kept-recording.ts';
import type { SliceStore } from './slice-store.ts';
import { type Tape, tapeFromStore } from './tape.ts';

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

/** The recordings that are on their way, as pages see them and as the disk has them. */
export interface OutgoingList {
  getState: () => readonly Outgoing[];
  subscribe: (listener: () => void) => () => void;
  find: (id: string) => Outgoing | undefined;
  add: (recording: KeptRecording, tape: Tape | null) => void;
  /** In memory alone. */
  set: (id: string, changes: Partial<Outgoing>) => void;
  change: (id: string, changes: Partial<KeptRecording>) => Promise<void>;
  /** Takes from the disk what is kept there; false where that is nothing. */
  load: (id: string) => Promise<boolean>;
  forget: (id: string) => void;
  /** On the disk alone: all of it, or all but what is known of it. */
  erase: (id: string) => Promise<void>;
  eraseSlices: (id: string) => Promise<void>;
}

export function createOutgoingList(store: SliceStore): OutgoingList {
  const listeners = new Set<() => void>();
  let state: readonly Outgoing[] = [];

  const publish = (next: readonly Outgoing[]) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const find = (id: string) => state.find(({ recording }) => recording.id === id);
  const set = (id: string, changes: Partial<Outgoing>) =>
    publish(state.map((one) => (one.recording.id === id ? { ...one, ...changes } : one)));
  // Where this device keeps nothing, sending works all the same; it only cannot outlive a reload.
  const onDisk = (work: Promise<void>) =>
    work.catch((error: unknown) => console.error('this could not be noted on the device', error));

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    find,
    add: (recording, tape) =>
      publish([
        ...state,
        { recording, tape, phase: 'sending', sent: 0, safeSeconds: 0, error: null },
      ]),
    set,
    async change(id, changes) {
      const one = find(id);
      if (one) set(id, { recording: { ...one.recording, ...changes } });
      await onDisk(store.change(id, changes));
    },
    async load(id) {
      const recording = await store.get(id);
      if (!recording) return false;
      const tape = await tapeFromStore(id, store);
      const stage = stageOfLeft(recording.stage, tape);
      // Before anybody sees it and may decide: their word is the later one.
      if (stage !== recording.stage) await onDisk(store.change(id, { stage }));
      if (stage === 'wanted') tape.end();
      set(id, { recording: { ...recording, stage }, tape, phase: 'sending' });
      return true;
    },
    forget: (id) => publish(state.filter(({ recording }) => recording.id !== id)),
    erase: (id) => onDisk(store.remove(id)),
    eraseSlices: (id) => onDisk(store.removeSlices(id)),
  };
}

/** The browser may have died before the person had said anything about it, or anything at all. */
function stageOfLeft(stage: RecordingStage, { size }: Tape): RecordingStage {
  const isDecided = stage === 'wanted' || stage === 'unwanted';
  if (isDecided) return stage;
  return size === 0 ? 'unwanted' : 'undecided';
}
