import { constraintsFor, type DeviceChoice, listDevices, stopTracks } from './devices.ts';
import type { KeptRecording } from './kept-recording.ts';
import { chooseMime, type RecordingKind } from './mime.ts';
import { isUnkept, problemOf, type RecorderProblem } from './problems.ts';
import { INITIAL, type RecorderState } from './recorder-state.ts';
import { newId } from './send.ts';
import type { Sender } from './sender.ts';
import type { SliceStore } from './slice-store.ts';
import { createTake, type Take } from './take.ts';
import { createTape, type Tape } from './tape.ts';

export interface RecorderParts {
  /** Who tells what. */
  about: Pick<KeptRecording, 'personId' | 'actingFor' | 'promptId' | 'topicId' | 'question'>;
  store: SliceStore;
  /** Who brings recordings to the server, while they are made. */
  sender: Pick<Sender, 'follow' | 'change' | 'keep' | 'drop'>;
  /** Undefined on a page that was not served over https. */
  media: MediaDevices | undefined;
  /** Undefined in a browser that cannot record. */
  MediaRecorder: typeof MediaRecorder | undefined;
  /** Asks the browser never to clear away what is kept, for want of room. */
  persist?: () => Promise<unknown>;
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
  /** The page may be about to go: what was said until now is written down. */
  flush: () => void;
  /** recording, paused → recorded. */
  stop: () => void;
  /** recorded → ready for another take; the first one stays until that begins. */
  again: () => Promise<void>;
  /** ready → recorded: the take before it after all. */
  keepFormer: () => void;
  /** recorded → kept. */
  keep: () => void;
  /** recorded → checking, without the recording: the person does not want it. */
  discard: () => Promise<void>;
  /** Takes up a recording that an earlier visit left: idle → recorded, or kept if it is wanted. */
  restore: (recording: KeptRecording, blob: Blob) => void;
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
    // What the person keeps is from here on no longer this recorder's to drop.
    if (state.step === 'kept') set({ recordingId: null, blob: null });
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
      for (const track of stream.getAudioTracks()) {
        track.addEventListener('mute', onMute);
        track.addEventListener('unmute', onUnmute);
      }
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

  /** A call is coming in, or the system took the microphone: silence need not be recorded. */
  function onMute() {
    if (state.step !== 'recording') return;
    pause();
    set({ problem: 'muted' });
  }

  function onUnmute() {
    if (state.problem === 'muted') set({ problem: null });
  }

  function pause() {
    if (state.step !== 'recording') return;
    take?.pause();
    set({ step: 'paused' });
  }

  async function start() {
    if (state.step !== 'ready' || !state.stream) return;
    // Not waited for: some browsers ask the person, and none of their answers stops a story.
    parts.persist?.().catch((error: unknown) => console.info('no lasting storage', error));
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
    const contentType = mime(state.kind);
    if (!state.stream || !contentType || !Recorder) return;
    dropRecorded();
    const recording: KeptRecording = {
      ...parts.about,
      id: newId(),
      kind: state.kind,
      contentType,
      startedAt: Date.now(),
      seconds: 0,
      stage: 'recording',
      place: null,
      placeKey: newId(),
      sha256: null,
    };
    const tape = createTape(recording.id, parts.store);
    set({ step: 'recording', seconds: 0, keptSeconds: 0, recordingId: recording.id });
    take = createTake({
      recording,
      tape,
      store: parts.store,
      stream: state.stream,
      MediaRecorder: Recorder,
      onChange: set,
      onDone: (sha256, problem) => finish(recording, tape, sha256, problem),
    });
    take.begin();
    parts.sender.follow(recording, tape);
  }

  /** What was recorded before is not wanted; the person has said so. */
  function dropRecorded() {
    if (state.recordingId) parts.sender.drop(state.recordingId);
    set({ recordingId: null, blob: null });
  }

  async function finish(
    { id, contentType }: KeptRecording,
    tape: Tape,
    sha256: string,
    problem: RecorderProblem | null,
  ) {
    take = null;
    letGo();
    if (tape.size === 0) {
      dropRecorded();
      return set({ step: 'checking', problem: problem ?? 'empty' });
    }
    parts.sender.change(id, { stage: 'undecided', seconds: tape.seconds, sha256 });
    const lasting = isUnkept(state.problem) ? state.problem : null;
    const blob = await tape.blob(contentType);
    set({ step: 'recorded', blob, problem: problem ?? lasting });
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
    pause,
    resume() {
      if (state.step !== 'paused') return;
      take?.resume();
      onUnmute();
      set({ step: 'recording' });
    },
    flush: () => take?.flush(),
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
      if (state.step !== 'recorded' || !state.recordingId) return;
      parts.sender.keep(state.recordingId);
      set({ step: 'kept' });
    },
    async discard() {
      if (state.step !== 'recorded') return;
      dropRecorded();
      await open();
    },
    restore({ id, kind, seconds, stage }, blob) {
      const step = stage === 'wanted' ? 'kept' : 'recorded';
      set({ step, kind, seconds, keptSeconds: seconds, recordingId: id, blob, problem: null });
    },
    close,
  };
}
