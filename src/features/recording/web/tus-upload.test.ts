import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTape } from './tape.ts';
import { type FakeTus, startFakeTus } from './testing/fake-tus.ts';
import {
  backOff,
  type UploadOptions,
  type UploadProgress,
  UploadRefused,
  upload,
  wholeFile,
} from './tus-upload.ts';

const bytes = randomBytes(1_000_000);
let server: FakeTus;
let waits: number[];
let progress: UploadProgress[];

beforeEach(async () => {
  server = await startFakeTus();
  waits = [];
  progress = [];
});
afterEach(() => server.close());

const send = (changes: Partial<UploadOptions> = {}) =>
  upload({
    uploadUrl: server.url,
    source: wholeFile(new Blob([bytes])),
    chunkBytes: 300_000,
    onProgress: (p) => progress.push(p),
    wait: async (ms) => {
      waits.push(ms);
    },
    ...changes,
  });

const arrivedWhole = () => server.received().equals(bytes);

describe('upload', () => {
  it('sends every byte in pieces and names the length', async () => {
    await send();
    expect(arrivedWhole()).toBe(true);
    expect(server.requests[0]).toBe('HEAD');
    expect(server.requests.length).toBeGreaterThan(4);
    // once, as the protocol has it
    expect(server.lengths.filter((length) => length !== undefined)).toEqual(['1000000']);
    expect(progress.at(-1)).toEqual({ sent: 1_000_000, total: 1_000_000, state: 'sending' });
  });

  it('carries on where an earlier visit stopped', async () => {
    server.setReceived(Buffer.from(bytes.subarray(0, 700_000)));
    await send();
    expect(arrivedWhole()).toBe(true);
    expect(progress[0]?.sent).toBe(700_000);
  });

  it('tells the length alone when everything has arrived', async () => {
    server.setReceived(Buffer.from(bytes));
    await send();
    expect(server.requests).toEqual(['HEAD', 'PATCH']);
    expect(server.lengths).toEqual(['1000000']);
    expect(arrivedWhole()).toBe(true);
  });

  it('resumes in the middle of a piece after the server dropped the line', async () => {
    server.mishaps.push({ kind: 'drop-after', bytes: 100_000 }, { kind: 'drop-after', bytes: 5 });
    await send();
    expect(arrivedWhole()).toBe(true);
    expect(waits).toEqual([1000, 2000]);
    expect(progress.some((p) => p.state === 'waiting')).toBe(true);
  });

  it('asks again at once after a wrong offset', async () => {
    let meddled = false;
    await send({
      onProgress: ({ sent }) => {
        if (meddled || sent === 0) return;
        meddled = true;
        server.setReceived(Buffer.from(bytes.subarray(0, sent - 10)));
      },
    });
    expect(arrivedWhole()).toBe(true);
    expect(waits).toEqual([]);
  });

  it('waits as long as a busy server asks', async () => {
    server.mishaps.push(
      { kind: 'answer', status: 503 },
      { kind: 'answer', status: 429, headers: { 'Retry-After': '20' } },
    );
    await send();
    expect(arrivedWhole()).toBe(true);
    expect(waits).toEqual([1000, 20_000]);
  });

  it('ends with the words of a final refusal', async () => {
    const gone = send({ uploadUrl: server.url.replace('/upload', '/other') });
    await expect(gone).rejects.toMatchObject({ status: 404 });
    server.mishaps.push({ kind: 'answer', status: 415, title: 'This is not a recording.' });
    const refused = await send().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UploadRefused);
    expect(refused).toMatchObject({ status: 415, words: 'This is not a recording.' });
    expect(waits).toEqual([]);
  });

  it('refuses to go on with another file', async () => {
    server.setReceived(Buffer.alloc(1_000_001));
    await expect(send()).rejects.toMatchObject({ status: 409 });
  });

  it('sends what grows, and tells the length only at its end', async () => {
    const tape = createTape('one', { slice: async () => Promise.reject(new Error('no disk')) });
    const sending = send({ source: tape });
    const arrived = (size: number) => vi.waitFor(() => expect(server.received().length).toBe(size));
    for (const [from, to, seconds] of [
      [0, 400_000, 2],
      [400_000, 900_000, 4.25],
    ] as const) {
      tape.append(to - from, seconds, new Blob([bytes.subarray(from, to)]));
      await arrived(to);
    }
    expect(server.lengths.filter((length) => length !== undefined)).toEqual([]);
    expect(server.seconds.at(-1)).toBe('4.250');
    tape.append(100_000, 5, new Blob([bytes.subarray(900_000)]));
    await arrived(1_000_000);
    tape.end();
    await sending;
    expect(arrivedWhole()).toBe(true);
    expect(server.lengths.filter((length) => length !== undefined)).toEqual(['1000000']);
  });

  it('stops waiting for more when asked', async () => {
    const stop = new AbortController();
    const source = createTape('one', { slice: async () => new Blob() });
    const sending = send({ source, signal: stop.signal });
    await vi.waitFor(() => expect(server.requests).toEqual(['HEAD']));
    stop.abort();
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('stops when asked, also while it waits', async () => {
    const stop = new AbortController();
    server.mishaps.push({ kind: 'drop-after', bytes: 10 });
    const sending = send({ signal: stop.signal, wait: async () => stop.abort() });
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('backs off to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(backOff)).toEqual([
      1000, 2000, 4000, 8000, 16000, 30000, 30000,
    ]);
  });
});
