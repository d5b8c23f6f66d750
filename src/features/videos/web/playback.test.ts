import { beforeEach, expect, it, vi } from 'vitest';
import { attachPlayback, type Playback, type PlaybackParts } from './playback.ts';

/** As much of a video element as playback touches. */
class FakeMedia extends EventTarget {
  currentTime = 0;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  paused = true;
  src = '';
  canPlayType = (type: string) => (type.includes('mpegurl') ? '' : 'maybe');
  async play() {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
  }
  pause() {
    this.paused = true;
  }
  load() {}
  removeAttribute() {}
}

/** As much of hls.js as playback touches, with a hand on its errors. */
class FakeHls {
  static Events = { ERROR: 'hlsError' };
  static ErrorTypes = { NETWORK_ERROR: 'networkError', MEDIA_ERROR: 'mediaError' };
  static all: FakeHls[] = [];
  config: { startPosition: number; maxBufferLength: number };
  source = '';
  fail: (event: string, data: object) => void = () => {};
  startLoad = vi.fn();
  destroy = vi.fn();
  constructor(config: FakeHls['config']) {
    this.config = { ...config };
    FakeHls.all.push(this);
  }
  on(_event: string, listener: FakeHls['fail']) {
    this.fail = listener;
  }
  loadSource(address: string) {
    this.source = address;
  }
  attachMedia() {}
}

const addresses = (token: string, expiresAt = '2099-01-01T00:00:00Z'): Playback => ({
  hls: `/media/${token}/index.m3u8`,
  poster: null,
  captions: null,
  storyboard: null,
  download: null,
  file: null,
  original: `/media/${token}/original`,
  expiresAt,
});

let media: FakeMedia;
let network: { isOn: () => boolean; events: EventTarget };
let problems: unknown[];
let renew: ReturnType<typeof vi.fn<PlaybackParts['renew']>>;

beforeEach(() => {
  FakeHls.all = [];
  media = new FakeMedia();
  network = { isOn: () => true, events: new EventTarget() };
  problems = [];
  renew = vi.fn<PlaybackParts['renew']>(async () => addresses('new'));
});

const attach = (changes: Partial<PlaybackParts> = {}) =>
  attachPlayback({
    media: media as unknown as HTMLVideoElement,
    playback: addresses('old'),
    Hls: FakeHls as unknown as PlaybackParts['Hls'],
    renew,
    onProblem: (problem) => problems.push(problem),
    network,
    ...changes,
  });

const refuse = () =>
  FakeHls.all.at(-1)?.fail('hlsError', { fatal: false, response: { code: 404 } });

it('goes on at the same second and speed when its address has expired', async () => {
  attach({ startAt: 3 });
  expect(FakeHls.all[0]).toMatchObject({ source: '/media/old/index.m3u8' });
  expect(FakeHls.all[0]?.config.startPosition).toBe(3);
  await media.play();
  Object.assign(media, { currentTime: 42, playbackRate: 1.5 });
  refuse();
  refuse();
  await vi.waitFor(() => expect(FakeHls.all).toHaveLength(2));
  expect(renew).toHaveBeenCalledTimes(1);
  expect(FakeHls.all[0]?.destroy).toHaveBeenCalled();
  expect(FakeHls.all[1]?.source).toBe('/media/new/index.m3u8');
  expect(FakeHls.all[1]?.config.startPosition).toBe(42);
  expect(media).toMatchObject({ paused: false, defaultPlaybackRate: 1.5 });
});

it('gives up when the fresh address is refused too, or there is none', async () => {
  attach();
  refuse();
  await vi.waitFor(() => expect(FakeHls.all).toHaveLength(2));
  refuse();
  expect(problems.at(-1)).toBe('gone');
  expect(renew).toHaveBeenCalledTimes(1);

  renew.mockResolvedValue(null);
  attach();
  refuse();
  await vi.waitFor(() => expect(problems.at(-1)).toBe('gone'));
});

it('fetches fresh addresses before it plays with expired ones', async () => {
  attach({ playback: addresses('old', '2020-01-01T00:00:00Z') });
  await media.play();
  await vi.waitFor(() => expect(FakeHls.all.at(-1)?.source).toBe('/media/new/index.m3u8'));
});

it('starts anew on Play when the server did not answer', async () => {
  attach();
  await media.play();
  media.currentTime = 7;
  FakeHls.all[0]?.fail('hlsError', { fatal: true, type: 'networkError' });
  expect(problems.at(-1)).toBe('unreachable');
  expect(media.paused).toBe(true);
  await media.play();
  expect(FakeHls.all.at(-1)?.config.startPosition).toBe(7);
});

it('carries on by itself when the network is back', async () => {
  network.isOn = () => false;
  attach();
  await media.play();
  media.currentTime = 9;
  FakeHls.all[0]?.fail('hlsError', { fatal: true, type: 'networkError' });
  expect(problems.at(-1)).toBe('offline');
  network.isOn = () => true;
  network.events.dispatchEvent(new Event('online'));
  expect(FakeHls.all).toHaveLength(2);
  expect(FakeHls.all[1]?.config.startPosition).toBe(9);
  expect([problems.at(-1), media.paused]).toEqual([null, false]);
  network.events.dispatchEvent(new Event('online'));
  expect(FakeHls.all).toHaveLength(2);
});

it('plays the original without hls, and says when there is nothing to play', () => {
  attach({ Hls: null, startAt: 5 });
  expect(media).toMatchObject({ src: '/media/old/original', currentTime: 5 });
  attach({ Hls: null, playback: { ...addresses('old'), hls: null, file: null, original: null } });
  expect(problems.at(-1)).toBe('unplayable');
});
