import type { KeptRecording } from './kept-recording.ts';
import type { RecorderProblem } from './problems.ts';
import type { RecorderState } from './recorder-state.ts';
import { createDigest } from './sha256.ts';
import type { SliceStore } from './slice-store.ts';
import type { Tape } from './tape.ts';

export interface TakeParts {
  recording: KeptRecording;
  tape: Tape;
  store: SliceStore;
  stream: MediaStream;
  MediaRecorder: typeof MediaRecorder;
  onChange: (changes: Partial<Pick<RecorderState, 'seconds' | 'keptSeconds' | 'problem'>>) => void;
  /** Once, after the last slice is on the tape: the digest of all of them, and why it stopped. */
  onDone: (sha256: string, problem: RecorderProblem | null) => void;
}

/** One run of MediaRecorder. */
export interface Take {
  begin: () => void;
  pause: () => void;
  resume: () => void;
  /** Puts what was said so far on the tape now, without waiting for the end of a slice. */
  flush: () => void;
  stop: (because: RecorderProblem | null) => void;
}

/**
 * Without slices iPhones give nothing after about four minutes; Safari gives empty blobs for
 * slices under two seconds.
 */
const SLICE_MS = 2000;
export const BITS = { videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 128_000 };

export function createTake(parts: TakeParts): Take {
  const { recording, tape, store, onChange } = parts;
  const options = { mimeType: recording.contentType, ...BITS };
  const recorder = new parts.MediaRecorder(parts.stream, options);
  const clock = createClock();
  const digest = createDigest();
  let because: RecorderProblem | null = null;
  let ticking: ReturnType<typeof setInterval> | undefined;

  // One write after another. The first that fails ends the writing, so that what is on disk has
  // no hole; from there on slices stay in memory until they are sent, and the page says so.
  let kept = true;
  let writing: Promise<void> = Promise.resolve();
  const write = async (work: () => Promise<void>) => {
    if (!kept) return;
    try {
      await work();
    } catch (error) {
      console.error('the recording could not be written to this device', error);
      kept = false;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      onChange({ problem: full ? 'no-room' : 'not-kept' });
    }
  };
  const put = async (data: Blob, seconds: number) => {
    const mark = { start: tape.size, size: data.size, seconds };
    await write(() => store.add(recording.id, mark, data));
    tape.append(data.size, seconds, kept ? null : data);
    if (kept) onChange({ keptSeconds: seconds });
    await digest.update(data);
  };

  const stop = (reason: RecorderProblem | null) => {
    because ??= reason;
    clock.stop();
    if (recorder.state !== 'inactive') recorder.stop();
  };

  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    const seconds = clock.seconds();
    writing = writing.then(() => put(data, seconds));
  });
  recorder.addEventListener('error', () => stop('unknown'));
  recorder.addEventListener('stop', async () => {
    clock.stop();
    clearInterval(ticking);
    onChange({ seconds: clock.seconds() });
    await writing;
    parts.onDone(digest.hex(), because);
  });

  return {
    begin() {
      writing = write(() => store.begin(recording));
      recorder.start(SLICE_MS);
      clock.start();
      ticking = setInterval(() => onChange({ seconds: clock.seconds() }), 250);
    },
    pause() {
      // What was said before a pause should not wait for the end of the pause.
      recorder.requestData();
      recorder.pause();
      clock.stop();
    },
    resume() {
      recorder.resume();
      clock.start();
    },
    flush() {
      if (recorder.state === 'recording') recorder.requestData();
    },
    stop,
  };
}

/** A stopwatch. */
function createClock() {
  let gone = 0;
  let since: number | null = null;
  return {
    start: () => {
      since ??= performance.now();
    },
    stop: () => {
      if (since !== null) gone += performance.now() - since;
      since = null;
    },
    seconds: () => (gone + (since === null ? 0 : performance.now() - since)) / 1000,
  };
}
