import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../web/api.ts';
import type { KeptRecording } from './kept-recording.ts';
import type { Parcel, SendOptions } from './send.ts';
import { createSender, type Sender, type SenderParts } from './sender.ts';
import { createSliceStore, type SliceStore } from './slice-store.ts';
import { createTape } from './tape.ts';
import { fakeLocks } from './testing/fake-locks.ts';

const place = { videoId: 'video', uploadUrl: '/u', chunkBytes: 10 };
const recording = (changes: Partial<KeptRecording> = {}): KeptRecording => ({
  id: 'one',
  personId: 'rosa',
  promptId: 'bread',
  question: 'Bread?',
  kind: 'video',
  contentType: 'video/webm',
  startedAt: 0,
  seconds: 0,
  stage: 'recording',
  place: null,
  placeKey: 'key',
  sha256: null,
  ...changes,
});

let store: SliceStore;
let dropped: string[];
/** What the server was told of each whole. */
let digests: string[];
let sends: { parcel: Parcel; options: SendOptions }[];
/** What the next attempts meet. After these, the server takes all of it. */
let failures: unknown[];

/** As `send` does it: everything that is there, the rest when it comes, and the receipt at the end. */
async function fakeSend(parcel: Parcel, options: SendOptions): Promise<string> {
  sends.push({ parcel, options });
  const failure = failures.shift();
  if (failure) throw failure;
  await options.onPlace(options.place ?? place, options.placeKey);
  const { source } = parcel;
  for (;;) {
    options.onProgress({ sent: source.size, total: source.size, state: 'sending' });
    if (source.ended) {
      digests.push(await parcel.digest());
      return 'video';
    }
    await source.changed();
    options.signal.throwIfAborted();
  }
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  store = createSliceStore();
  dropped = [];
  digests = [];
  sends = [];
  failures = [];
});

const sender = (changes: Partial<SenderParts> = {}): Sender =>
  createSender({
    personId: 'rosa',
    store,
    locks: undefined,
    prepare: async () => {},
    send: fakeSend,
    drop: async (videoId) => {
      dropped.push(videoId);
    },
    wait: async () => {},
    ...changes,
  });

/** A recording of two slices, as a browser that was killed leaves it. */
async function leave(changes: Partial<KeptRecording> = {}) {
  const left = recording(changes);
  await store.begin(left);
  await store.add(left.id, { start: 0, size: 3, seconds: 2 }, new Blob(['one']));
  await store.add(left.id, { start: 3, size: 3, seconds: 4 }, new Blob(['two']));
}

const phases = (one: Sender) => one.getState().map(({ phase }) => phase);
const reached = (one: Sender, ...phase: string[]) =>
  vi.waitFor(() => expect(phases(one)).toEqual(phase));

describe('sender', () => {
  it('sends a recording while it is made, and forgets it only at the receipt', async () => {
    const mine = sender();
    await store.begin(recording());
    const tape = createTape('one', store);
    mine.follow(recording(), tape);
    tape.append(3, 2, new Blob(['one']));
    await vi.waitFor(() => expect(mine.getState()[0]).toMatchObject({ sent: 3, safeSeconds: 2 }));
    mine.keep('one');
    await reached(mine, 'safe');
    await vi.waitFor(async () => expect(await store.get('one')).toBeNull());
  });

  it('goes on by itself with what the person wanted, after the browser died', async () => {
    await leave({ stage: 'wanted', place });
    const mine = sender();
    await mine.start();
    await reached(mine, 'safe');
    expect(sends[0]?.options.place).toEqual(place);
    expect(digests).toEqual([createHash('sha256').update('onetwo').digest('hex')]);
  });

  it('sends what was cut short too, and leaves it to the person whether to keep it', async () => {
    await leave();
    const mine = sender();
    await mine.start();
    await vi.waitFor(() => expect(mine.getState()[0]).toMatchObject({ sent: 6, safeSeconds: 4 }));
    expect(mine.getState()[0]?.recording.stage).toBe('undecided');
    expect(phases(mine)).toEqual(['sending']);
    expect(await store.get('one')).toMatchObject({ stage: 'undecided' });
  });

  it('has it noted that a recording was cut short before the person may decide', async () => {
    await leave();
    const mine = sender();
    const stop = mine.subscribe(() => {
      if (mine.getState()[0]?.recording.stage !== 'undecided') return;
      stop();
      mine.keep('one');
    });
    await mine.start();
    await reached(mine, 'safe');
    expect(mine.getState()[0]?.recording.stage).toBe('wanted');
  });

  it('shows nobody what another person told on the same tablet', async () => {
    await leave({ personId: 'anna', stage: 'wanted' });
    const mine = sender();
    await mine.start();
    expect(mine.getState()).toEqual([]);
    expect(sends).toEqual([]);
    expect(await store.get('one')).not.toBeNull();
  });

  it.each([undefined, null, 'a storyteller'])(
    'sends what was told for %s in that name, from whichever page is open',
    async (actingFor) => {
      await leave({ stage: 'wanted', actingFor });
      const prepare = vi.fn(async () => {});
      const mine = sender({ prepare });
      await mine.start();
      await reached(mine, 'safe');
      expect(sends[0]?.parcel.actingFor).toBe(actingFor ?? null);
      // nobody becomes a storyteller by what they told for somebody else
      expect(prepare).toHaveBeenCalledTimes(actingFor ? 0 : 1);
    },
  );

  it('stops when nobody is signed in any more, keeps it, and carries on', async () => {
    await leave({ stage: 'wanted' });
    failures = [new ApiError(401, 'unauthenticated', '')];
    let comeBack = () => {};
    const wait = () =>
      new Promise<void>((resolve) => {
        comeBack = resolve;
      });
    const mine = sender({ wait });
    await mine.start();
    await reached(mine, 'signed-out');
    expect(await store.marks('one')).toHaveLength(2);
    comeBack();
    await reached(mine, 'safe');
    expect(sends[1]?.parcel.profileId).toBe('rosa');
  });

  it('tries again while the server is away, and asks a person after a refusal', async () => {
    await leave({ stage: 'wanted' });
    const away = new ApiError(503, 'unavailable', '');
    failures = [away, away, new ApiError(403, 'subscription-ended', '')];
    const waits: number[] = [];
    let retry = () => {};
    const wait = (ms: number) => {
      waits.push(ms);
      if (waits.length < 3) return Promise.resolve();
      return new Promise<void>((resolve) => {
        retry = resolve;
      });
    };
    const mine = sender({ wait });
    await mine.start();
    await reached(mine, 'failed');
    expect(waits.slice(0, 2)).toEqual([1000, 2000]);
    retry();
    await reached(mine, 'safe');
  });

  it('is one at a time: the second window waits until the first is closed', async () => {
    await leave();
    const locks = fakeLocks();
    const first = sender({ locks });
    await first.start();
    await vi.waitFor(() => expect(sends).toHaveLength(1));
    const second = sender({ locks });
    await second.start();
    await reached(second, 'elsewhere');
    expect(sends).toHaveLength(1);
    const { signal } = sends[0]?.options ?? {};
    first.close();
    expect(signal?.aborted).toBe(true);
    first.getState()[0]?.tape?.end(); // wakes what waits for more
    await reached(second, 'sending');
    expect(sends).toHaveLength(2);
  });

  it('throws away here and on the server, and tells the server later if it is away', async () => {
    await leave({ place });
    let away = true;
    const drop = async (videoId: string) => {
      if (away) throw new ApiError(0, 'unreachable', '');
      dropped.push(videoId);
    };
    const mine = sender({ drop });
    await mine.start();
    await vi.waitFor(() => expect(sends).toHaveLength(1));
    mine.drop('one');
    await vi.waitFor(() => expect(mine.getState()).toEqual([]));
    await vi.waitFor(async () => expect(await store.marks('one')).toEqual([]));
    expect(await store.get('one')).toMatchObject({ stage: 'unwanted' });
    away = false;
    const later = sender({ drop });
    await later.start();
    await vi.waitFor(async () => expect(await store.get('one')).toBeNull());
    expect([dropped, later.getState()]).toEqual([['video'], []]);
  });

  it('works where the browser keeps nothing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'info').mockImplementation(() => {});
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private', 'SecurityError');
    });
    const mine = sender();
    await mine.start();
    const tape = createTape('one', store);
    mine.follow(recording(), tape);
    tape.append(3, 2, new Blob(['one']));
    mine.keep('one');
    await reached(mine, 'safe');
    vi.restoreAllMocks();
  });
});
