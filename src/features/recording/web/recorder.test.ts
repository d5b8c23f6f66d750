import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loudness } from './level-meter.ts';
import { chooseMime } from './mime.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { RecorderStep } from './recorder-state.ts';
import { createSliceStore, type SliceStore } from './slice-store.ts';
import { FakeDevices, FakeMediaRecorder } from './testing/fake-media.ts';
import { type FakeSender, fakeSender } from './testing/fake-sender.ts';

const about = { personId: 'rosa', promptId: 'bread', question: 'Bread?' };
let devices: FakeDevices;
let store: SliceStore;
let sender: FakeSender;
let persisted: number;
let recorder: Recorder;
let steps: RecorderStep[];

beforeEach(() => {
  devices = new FakeDevices();
  globalThis.indexedDB = new IDBFactory();
  store = createSliceStore();
  sender = fakeSender();
  persisted = 0;
  recorder = createRecorder({
    about,
    store,
    sender,
    persist: async () => {
      persisted += 1;
    },
    media: devices as unknown as MediaDevices,
    MediaRecorder: FakeMediaRecorder as unknown as typeof MediaRecorder,
    beatMs: 0,
  });
  steps = [];
  recorder.subscribe(() => {
    const { step } = recorder.getState();
    if (steps.at(-1) !== step) steps.push(step);
  });
});

/** What is on the disk. */
async function kept(): Promise<string[]> {
  const [recording] = await store.list('rosa');
  if (!recording) return [];
  const marks = await store.marks(recording.id);
  return Promise.all(
    marks.map(async ({ start }) => (await store.slice(recording.id, start)).text()),
  );
}

/** Gives one slice and waits until it is on the tape. */
async function said(media: FakeMediaRecorder, text: string) {
  const before = sender.tape().size;
  media.give(text);
  await vi.waitFor(() => expect(sender.tape().size).toBe(before + text.length));
}

const reached = (step: RecorderStep) =>
  vi.waitFor(() => expect(recorder.getState().step).toBe(step));

async function recording(kind: 'video' | 'audio' = 'video') {
  await recorder.open({ kind });
  recorder.confirmDevices();
  await recorder.start();
  return FakeMediaRecorder.last;
}

describe('recorder', () => {
  it('goes from a look at the devices to a kept recording', async () => {
    const media = await recording();
    media.give('one');
    media.give('');
    recorder.pause();
    recorder.resume();
    media.give('two');
    recorder.stop();
    await reached('recorded');
    recorder.keep();
    const state = recorder.getState();
    expect(await state.blob?.text()).toBe('onePtwo');
    expect(state.blob?.type).toBe('video/mp4');
    expect(await kept()).toEqual(['one', 'P', 'two']);
    const { recordingId } = state;
    expect(sender.changes.at(-1)).toEqual([
      recordingId,
      expect.objectContaining({
        stage: 'undecided',
        sha256: createHash('sha256').update('onePtwo').digest('hex'),
      }),
    ]);
    expect(sender.kept).toEqual([recordingId]);
    expect(persisted).toBe(1);
    expect(devices.streams[0]?.tracks.every((track) => track.stopped)).toBe(true);
    expect(steps.join(' ')).toBe(
      'idle checking ready countdown recording paused recording stopping recorded kept',
    );
  });

  it('opens no camera for a voice, and lists what can be chosen', async () => {
    await recorder.open({ kind: 'audio', microphoneId: 'mic' });
    expect(devices.asked[0]).toMatchObject({ video: false, audio: { deviceId: { exact: 'mic' } } });
    expect(recorder.getState().cameras.map((c) => c.id)).toEqual(['front', 'back']);
    expect(recorder.getState().microphones.map((m) => m.id)).toEqual(['mic']);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'no-device'],
    ['NotReadableError', 'in-use'],
  ])('tells %s as %s, and can try again', async (name, problem) => {
    devices.failWith = name;
    await recorder.open();
    expect(recorder.getState()).toMatchObject({ step: 'checking', stream: null, problem });
    devices.failWith = null;
    await recorder.open();
    expect(recorder.getState().problem).toBeNull();
    expect(recorder.getState().stream).not.toBeNull();
  });

  it('keeps what was said when the device is unplugged', async () => {
    const media = await recording();
    media.give('so far');
    devices.streams[0]?.tracks[0]?.dispatchEvent(new Event('ended'));
    await reached('recorded');
    expect(recorder.getState().problem).toBe('unplugged');
    expect(await recorder.getState().blob?.text()).toBe('so far');
  });

  it.each([
    ['is full', new DOMException('full', 'QuotaExceededError'), 'no-room'],
    ['keeps nothing', new DOMException('private', 'InvalidStateError'), 'not-kept'],
  ])('says so when the device %s, and goes on from memory', async (_what, error, problem) => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {});
    const media = await recording();
    await said(media, 'one');
    vi.spyOn(store, 'add').mockRejectedValueOnce(error);
    await said(media, 'two');
    expect(recorder.getState().problem).toBe(problem);
    await said(media, 'three');
    recorder.stop();
    await reached('recorded');
    expect(await recorder.getState().blob?.text()).toBe('onetwothree');
    expect(await kept()).toEqual(['one']);
    expect(recorder.getState().problem).toBe(problem);
  });

  it('puts a slice on the disk before anybody may send it', async () => {
    const media = await recording();
    let written = () => {};
    const writing = new Promise<void>((resolve) => {
      written = resolve;
    });
    vi.spyOn(store, 'add').mockReturnValueOnce(writing);
    media.give('one');
    media.give('two');
    await Promise.resolve();
    expect(sender.tape().size).toBe(0);
    written();
    await vi.waitFor(() => expect(sender.tape().size).toBe(6));
  });

  it('waits while a call has the microphone, and says why', async () => {
    const media = await recording();
    await said(media, 'one');
    const microphone = devices.streams[0]?.getAudioTracks()[0];
    microphone?.dispatchEvent(new Event('mute'));
    expect(recorder.getState()).toMatchObject({ step: 'paused', problem: 'muted' });
    await vi.waitFor(() => expect(sender.tape().size).toBe(4));
    microphone?.dispatchEvent(new Event('unmute'));
    expect(recorder.getState()).toMatchObject({ step: 'paused', problem: null });
    recorder.resume();
    expect(recorder.getState().step).toBe('recording');
  });

  it('writes down what was said when the page is hidden', async () => {
    await recording();
    recorder.flush();
    await vi.waitFor(async () => expect(await kept()).toEqual(['P']));
    recorder.stop();
    recorder.flush();
    await reached('recorded');
    expect(await recorder.getState().blob?.text()).toBe('P');
  });

  it('keeps the first take until the second begins', async () => {
    const media = await recording('audio');
    media.give('first');
    recorder.stop();
    await reached('recorded');
    const first = recorder.getState().recordingId;
    await recorder.again();
    expect(recorder.getState()).toMatchObject({ step: 'ready', kind: 'audio' });
    recorder.keepFormer();
    expect(await recorder.getState().blob?.text()).toBe('first');
    await recorder.again();
    expect(sender.dropped).toEqual([]);
    await recorder.start();
    expect(recorder.getState()).toMatchObject({ step: 'recording', blob: null });
    expect(sender.dropped).toEqual([first]);
  });

  it('never lets go of one that was kept, whatever is recorded next', async () => {
    const media = await recording();
    media.give('first');
    recorder.stop();
    await reached('recorded');
    recorder.keep();
    await recorder.open();
    recorder.confirmDevices();
    await recorder.start();
    expect(recorder.getState()).toMatchObject({ step: 'recording' });
    expect(sender.dropped).toEqual([]);
  });

  it('lets go of a recording that is not wanted', async () => {
    const media = await recording();
    media.give('first');
    recorder.stop();
    await reached('recorded');
    const { recordingId } = recorder.getState();
    await recorder.discard();
    expect(sender.dropped).toEqual([recordingId]);
    expect(recorder.getState()).toMatchObject({ step: 'checking', blob: null, recordingId: null });
  });

  it('holds nothing of an hour in memory, but where it lies', async () => {
    const media = await recording();
    const slice = 'x'.repeat(64);
    vi.spyOn(store, 'add').mockResolvedValue();
    const reading = vi.spyOn(store, 'slice').mockImplementation(async () => new Blob([slice]));
    for (let n = 0; n < 1800; n += 1) media.give(slice);
    await vi.waitFor(() => expect(sender.tape().size).toBe(1800 * 64), 10_000);
    expect(reading).not.toHaveBeenCalled();
    const piece = await sender.tape().slice(100_000, 100_100);
    expect(await piece.text()).toBe('x'.repeat(100));
    // every byte of it came from the disk, and nothing around it was read
    expect(reading).toHaveBeenCalledTimes(3);
  });

  it('does not count as recorded when nothing was', async () => {
    await recording();
    const { recordingId } = recorder.getState();
    recorder.stop();
    await reached('checking');
    expect(sender.dropped).toEqual([recordingId]);
    expect(recorder.getState().problem).toBe('empty');
  });

  it('stops a countdown, and lets go of a camera that came too late', async () => {
    await recorder.open();
    recorder.confirmDevices();
    const starting = recorder.start();
    recorder.cancelCountdown();
    await starting;
    expect(recorder.getState().step).toBe('ready');
    const opening = recorder.open();
    recorder.close();
    await opening;
    expect(recorder.getState()).toMatchObject({ step: 'idle', stream: null });
    expect(devices.streams.every((s) => s.tracks.every((t) => t.stopped))).toBe(true);
  });

  it('says when this browser cannot record', async () => {
    const parts = { about, store, sender, media: undefined, MediaRecorder: undefined };
    const old = createRecorder(parts);
    await old.open();
    expect(old.getState().problem).toBe('insecure');
    const mute = { isTypeSupported: () => false } as unknown as typeof MediaRecorder;
    const media = devices as unknown as MediaDevices;
    const other = createRecorder({ ...parts, media, MediaRecorder: mute });
    await other.open();
    expect(other.getState().problem).toBe('unsupported');
  });
});

it('prefers WebM with VP9, and takes MP4 where there is nothing else', () => {
  expect(chooseMime('video', () => true)).toBe('video/webm;codecs=vp9,opus');
  expect(chooseMime('video', (type) => type === 'video/mp4')).toBe('video/mp4');
  expect(chooseMime('audio', (type) => type.includes('mp4'))).toBe('audio/mp4');
  expect(chooseMime('audio', () => false)).toBeNull();
});

it('measures loudness between silence and full scale', () => {
  expect(loudness(new Float32Array(8))).toBe(0);
  expect(loudness(new Float32Array(8).fill(1))).toBe(1);
  expect(loudness(new Float32Array(8).fill(0.1))).toBeCloseTo(2 / 3);
});
