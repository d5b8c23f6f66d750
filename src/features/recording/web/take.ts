import type { RecordingKind } from './mime.ts';
import type { RecorderProblem } from './problems.ts';
import type { RecorderState } from './recorder-state.ts';
import type { SliceStore } from './slice-store.ts';

export interface TakeParts {
  key: string;
  store: SliceStore;
  kind: RecordingKind;
  stream: MediaStream;
  type: string;
  MediaRecorder: typeof MediaRecorder;
  onChange: (changes: Partial<Pick<RecorderState, 'seconds' | 'keptSeconds' | 'problem'>>) => void;
  /** Once, with every byte (none when nothing was recorded), after the last one is on disk. */
  onDone: (blob: Blob, problem: RecorderProblem | null) => void;
}

/** One run of MediaRecorder. */
export interface Take {
  begin: () => void;
  pause: () => void;
  resume: () => void;
  stop: (because: RecorderProblem | null) => void;
}

/**
 * Without slices iPhones give nothing after about four minutes; Safari gives empty blobs for
 * slices under two seconds.
 */
const SLICE_MS = 2000;
const BITS = { videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 128_000 };

export function createTake(parts: TakeParts): Take {
  const { key, store, kind, stream, onChange } = parts;
  const recorder = new parts.MediaRecorder(stream, { mimeType: parts.type, ...BITS });
  const contentType = recorder.mimeType || parts.type;
  const clock = createClock();
  const slices: Blob[] = [];
  let because: RecorderProblem | null = null;
  let ticking: ReturnType<typeof setInterval> | undefined;

  // One write after another. The first that fails ends the writing, so that what is on disk has
  // no hole; the recording itself goes on in memory, and the page says so.
  let kept = true;
  let writing: Promise<void> = Promise.resolve();
  const write = (work: () => Promise<void>, seconds: number) => {
    writing = writing.then(async () => {
      if (!kept) return;
      try {
        await work();
        onChange({ keptSeconds: seconds });
      } catch (error) {
        console.error('the recording could not be written to this device', error);
        kept = false;
        onChange({ problem: 'not-kept' });
      }
    });
  };

  const stop = (reason: RecorderProblem | null) => {
    because ??= reason;
    clock.stop();
    if (recorder.state !== 'inactive') recorder.stop();
  };

  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    const number = slices.push(data);
    const seconds = clock.seconds();
    write(() => store.add(key, number, data, seconds), seconds);
  });
  recorder.addEventListener('error', () => stop('unknown'));
  recorder.addEventListener('stop', async () => {
    clock.stop();
    clearInterval(ticking);
    onChange({ seconds: clock.seconds() });
    await writing;
    parts.onDone(new Blob(slices, { type: contentType }), because);
  });

  return {
    begin() {
      const recording = { key, kind, contentType, startedAt: Date.now(), seconds: 0, upload: null };
      write(() => store.begin(recording), 0);
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
