import { constraintsFor, type DeviceChoice, listDevices, stopTracks } from './devices.ts';
import { chooseMime, type RecordingKind } from './mime.ts';
import { problemOf, type RecorderProblem } from './problems.ts';
import { INITIAL, type RecorderState } from './recorder-state.ts';
import type { SliceStore } from './slice-store.ts';
import { createTake, type Take } from './take.ts';

export interface RecorderParts {
  /** Where the slices of this person's answer to this question are kept. */
  key: string;
  store: SliceStore;
  /** Undefined on a page that was not served over https. */
  media: MediaDevices | undefined;
  /** Undefined in a browser that cannot record. */
  MediaRecorder: typeof MediaRecorder | undefined;
  /** How long a number of the countdown stays, in ms. */
  beatMs?: number;
}

export interface Recorder {
  getState: () => RecorderState;
  /** Calls back after every change; returns how to stop that. */
  subscribe: (listener: () => void) => () => void;
  /** Opens camera and microphone, also to change one of them. Never rejects: see `problem`. */
  open: (choice?: Partial<DeviceChoice>) => Promise<void>;
  /** checking → ready. */
  confirmDevices: () => void;
  /** ready → checking. */
  checkDevices: () => void;
  /** ready → countdown → recording. */
  start: () => Promise<void>;
  /** countdown → ready. */
  cancelCountdown: () => void;
  pause: () => void;
  resume: () => void;
  /** recording, paused → recorded. */
  stop: () => void;
  /** recorded → ready for another take; the first one stays until that begins. */
  again: () => Promise<void>;
  /** ready → recorded: the take before it after all. */
  keepFormer: () => void;
  /** recorded → kept. */
  keep: () => void;
  /** Takes up a recording that an earlier visit left: idle → recorded. */
  restore: (recording: { kind: RecordingKind; seconds: number; blob: Blob }) => void;
  /** Stops everything and lets the devices go. What was said stays in the store. */
  close: () => void;
}

/** The recording of one answer, from the first look into the camera to a finished Blob. */
export function createRecorder(parts: RecorderParts): Recorder {
  const { media, MediaRecorder: Recorder, beatMs = 1000 } = parts;
  let state = INITIAL;
  let take: Take | null = null;
  /** Goes up whenever an earlier request for a stream or a countdown no longer counts. */
  let turn = 0;
  const listeners = new Set<() => void>();

  const set = (changes: Partial<RecorderState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const letGo = () => {
    turn += 1;
    stopTracks(state.stream);
    set({ stream: null });
  };

  const refreshDevices = async () => {
    if (media) set(await listDevices(media));
  };

  const mime = (kind: RecordingKind) =>
    Recorder ? chooseMime(kind, (type) => Recorder.isTypeSupported(type)) : null;

  async function open(choice: Partial<DeviceChoice> = {}) {
    letGo();
    const mine = turn;
    const { kind, cameraId, microphoneId } = { ...state, ...choice };
    set({ step: 'checking', kind, cameraId, microphoneId, problem: null });
    if (!media) return set({ problem: globalThis.isSecureContext ? 'unsupported' : 'insecure' });
    if (!mime(kind)) return set({ problem: 'unsupported' });
    try {
      const stream = await media.getUserMedia(constraintsFor({ kind, cameraId, microphoneId }));
      if (mine !== turn) return stopTracks(stream);
      for (const track of stream.getTracks()) track.addEventListener('ended', onUnplugged);
      set({ stream });
      await refreshDevices();
    } catch (error) {
      if (mine === turn) set({ problem: problemOf(error) });
    }
  }

  /** Comes from the device alone: stopping a track ourselves raises no event. */
  function onUnplugged() {
    if (take) return take.stop('unplugged');
    letGo();
    set({ step: 'checking', problem: 'unplugged' });
  }

  async function start() {
    if (state.step !== 'ready' || !state.stream) return;
    turn += 1;
    const mine = turn;
    for (const countdown of [3, 2, 1]) {
      set({ step: 'countdown', countdown, problem: null });
      await new Promise((resolve) => setTimeout(resolve, beatMs));
      if (mine !== turn) return;
    }
    beginTake();
  }

  function beginTake() {
    const type = mime(state.kind);
    if (!state.stream || !type || !Recorder) return;
    set({ step: 'recording', seconds: 0, keptSeconds: 0, blob: null });
    take = createTake({
      key: parts.key,
      store: parts.store,
      kind: state.kind,
      stream: state.stream,
      type,
      MediaRecorder: Recorder,
      onChange: set,
      onDone: finish,
    });
    take.begin();
  }

  function finish(blob: Blob, problem: RecorderProblem | null) {
    take = null;
    letGo();
    if (blob.size > 0) {
      const lasting = state.problem === 'not-kept' ? state.problem : null;
      return set({ step: 'recorded', blob, problem: problem ?? lasting });
    }
    set({ step: 'checking', blob: null, problem: problem ?? 'empty' });
  }

  function close() {
    media?.removeEventListener('devicechange', refreshDevices);
    take?.stop(null);
    letGo();
    if (!take) set({ step: 'idle' });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async open(choice) {
      media?.addEventListener('devicechange', refreshDevices);
      await open(choice);
    },
    confirmDevices: () => {
      if (state.step === 'checking' && state.stream) set({ step: 'ready', problem: null });
    },
    checkDevices: () => {
      if (state.step === 'ready') set({ step: 'checking' });
    },
    start,
    cancelCountdown() {
      if (state.step !== 'countdown') return;
      turn += 1;
      set({ step: 'ready' });
    },
    pause() {
      if (state.step !== 'recording') return;
      take?.pause();
      set({ step: 'paused' });
    },
    resume() {
      if (state.step !== 'paused') return;
      take?.resume();
      set({ step: 'recording' });
    },
    stop() {
      if (state.step !== 'recording' && state.step !== 'paused') return;
      set({ step: 'stopping' });
      take?.stop(null);
    },
    async again() {
      if (state.step !== 'recorded') return;
      await open();
      if (state.stream) set({ step: 'ready' });
    },
    keepFormer() {
      if (!state.blob) return;
      letGo();
      set({ step: 'recorded', problem: null });
    },
    keep() {
      if (state.step === 'recorded') set({ step: 'kept' });
    },
    restore: ({ kind, seconds, blob }) =>
      set({ step: 'recorded', kind, seconds, keptSeconds: seconds, blob, problem: null }),
    close,
  };
}
