import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loudness } from './level-meter.ts';
import { chooseMime } from './mime.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import type { RecorderStep } from './recorder-state.ts';
import { createMemoryStore, FakeDevices, FakeMediaRecorder } from './testing/fake-media.ts';

let devices: FakeDevices;
let store: ReturnType<typeof createMemoryStore>;
let recorder: Recorder;
let steps: RecorderStep[];

beforeEach(() => {
  devices = new FakeDevices();
  store = createMemoryStore();
  recorder = createRecorder({
    key: 'rosa/question',
    store,
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
    expect(store.slices).toEqual(['one', 'P', 'two']);
    expect(store.recording).toMatchObject({ key: 'rosa/question', kind: 'video' });
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

  it('says so when the device is full, and goes on', async () => {
    store.fullAt = 2;
    vi.spyOn(console, 'error').mockImplementationOnce(() => {});
    const media = await recording();
    media.give('one');
    media.give('two');
    await vi.waitFor(() => expect(recorder.getState().problem).toBe('not-kept'));
    media.give('three');
    recorder.stop();
    await reached('recorded');
    expect(await recorder.getState().blob?.text()).toBe('onetwothree');
    expect(store.slices).toEqual(['one']);
    expect(recorder.getState().problem).toBe('not-kept');
  });

  it('keeps the first take until the second begins', async () => {
    const media = await recording('audio');
    media.give('first');
    recorder.stop();
    await reached('recorded');
    await recorder.again();
    expect(recorder.getState()).toMatchObject({ step: 'ready', kind: 'audio' });
    recorder.keepFormer();
    expect(await recorder.getState().blob?.text()).toBe('first');
    await recorder.again();
    await recorder.start();
    expect(recorder.getState()).toMatchObject({ step: 'recording', blob: null });
    expect(store.slices).toEqual([]);
  });

  it('does not count as recorded when nothing was', async () => {
    await recording();
    recorder.stop();
    await reached('checking');
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
    const parts = { key: 'k', store, media: undefined, MediaRecorder: undefined };
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
