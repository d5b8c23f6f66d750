import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../e2e/chaos/random.ts';
import { newEmail, startTestServer, type TestServer } from '../../server/testing.ts';
import type { Browser } from '../../server/testing-browser.ts';
import { videoFiles } from '../videos/files.ts';
import { type Journal, keepJournal, type Told } from './testing/disk-journal.ts';
import { afterPowerCut, type Chance } from './testing/power-cut.ts';
import { breakOff, offsetOf, patch, sha256 } from './testing.ts';
import { DurableFileStore } from './upload-store.ts';

const SEED = 4;
const nothingUnsynced: Chance = () => false;
const everything: Chance = () => true;

interface Recording {
  videoId: string;
  uploadId: string;
  uploadUrl: string;
  said: Buffer;
}

let server: TestServer;
let rosa: Browser;
let folder: string;
let journal: Journal;
const recordings: Recording[] = [];

beforeAll(async () => {
  server = await startTestServer();
  folder = videoFiles(server.dataDir).originals;
  rosa = await server.member(newEmail('rosa'));
  await rosa.post('/me/sharer');
  journal = await keepJournal(folder);
  for (const size of [3_000, 200_000, 3_500_000]) recordings.push(await begin(randomBytes(size)));
  await Promise.all(recordings.map(tell));
  journal.stop();
});
afterAll(() => server.stop());

async function begin(said: Buffer): Promise<Recording> {
  const promptId = randomUUID();
  await server.owner.query(`insert into public."Prompt" (id, "promptText") values ($1, 'Bread?')`, [
    promptId,
  ]);
  const start = { promptId, kind: 'video', contentType: 'video/webm' };
  const { body, status } = await rosa.post('/recordings', start);
  expect(status).toBe(201);
  return { ...body, said };
}

/** In pieces, one of which breaks off, with a look where it stands before each, to the receipt. */
async function tell({ uploadUrl, videoId, said }: Recording): Promise<void> {
  const third = Math.floor(said.length / 3);
  await breakOff(server.url + uploadUrl, rosa.cookies, said.subarray(0, third), said.length);
  for (let at = 0; at < said.length; ) {
    at = await offsetOf(rosa, uploadUrl);
    const piece = said.subarray(at, at + third);
    const whole = at + piece.length === said.length ? said.length : undefined;
    const { status } = await patch(rosa, uploadUrl, at, piece, whole);
    // what broke off may have been written after the look
    expect([204, 409]).toContain(status);
    if (status === 204) at += piece.length;
  }
  const asked = { bytes: said.length, sha256: sha256(said) };
  expect((await rosa.post(`/recordings/${videoId}/receipt`, asked)).status).toBe(200);
}

interface Promised {
  told: Told;
  recording: Recording;
  /** So many of its first bytes are safe. */
  bytes: number;
}

/** What this promises; null where it promises nothing. */
function promised(told: Told): Promised | null {
  if (told.to === 'database') {
    const recording = recordings.find(({ uploadId }) => uploadId === told.uploadId);
    return recording ? { told, recording, bytes: told.bytes } : null;
  }
  if (told.status >= 300) return null;
  const recording = recordings.find(
    ({ uploadUrl, videoId }) =>
      told.url === uploadUrl || told.url === `/api/v1/recordings/${videoId}/receipt`,
  );
  if (!recording) return null;
  const isReceipt = told.method === 'POST';
  return { told, recording, bytes: isReceipt ? recording.said.length : told.offset };
}

test('what was promised is on the disk, whenever the power is cut, whatever else a disk kept', () => {
  const random = createRandom(SEED);
  const some: Chance = () => random.chance(0.5);
  const promises = journal.told.flatMap((told) => promised(told) ?? []);
  const ways = promises.map(({ told }) => (told.to === 'device' ? told.method : told.to));
  expect(new Set(ways)).toEqual(new Set(['HEAD', 'PATCH', 'POST', 'database']));
  for (const { told } of promises) {
    // in the moment itself, and when more has begun
    for (const moment of [told.moment, told.moment + random.whole(1, 20)]) {
      const before = promises.filter((promise) => promise.told.moment <= moment);
      for (const chance of [nothingUnsynced, everything, some]) {
        const files = afterPowerCut(journal, folder, moment, chance);
        for (const { recording, bytes } of before) {
          const { said, uploadId } = recording;
          const kept = files.get(join(folder, uploadId));
          expect(kept?.subarray(0, bytes).equals(said.subarray(0, bytes))).toBe(true);
          const about = JSON.parse(String(files.get(join(folder, `${uploadId}.json`))));
          expect(about.id).toBe(uploadId);
        }
      }
    }
  }
});

test('what was left is gone on with, and comes to the same', async () => {
  for (const { told, recording, bytes } of journal.told.flatMap((one) => promised(one) ?? [])) {
    const { uploadId, said } = recording;
    const root = mkdtempSync(join(tmpdir(), 'telloom-power-'));
    for (const [path, left] of afterPowerCut(journal, folder, told.moment, nothingUnsynced)) {
      writeFileSync(join(root, basename(path)), left);
    }
    const store = new DurableFileStore(root);
    const { offset } = await store.getUpload(uploadId);
    expect(offset).toBeGreaterThanOrEqual(bytes);
    await store.write(Readable.from([said.subarray(offset)]), uploadId, offset);
    expect(await store.seal(uploadId)).toEqual({ bytes: said.length, sha256: sha256(said) });
    rmSync(root, { recursive: true });
  }
});

test('a place for recordings is there with the folders that hold it, for whoever comes twice too', async () => {
  const root = mkdtempSync(join(tmpdir(), 'telloom-power-'));
  const watched = await keepJournal(root);
  const originals = join(root, 'originals');
  const names = () =>
    [...afterPowerCut(watched, root, Number.POSITIVE_INFINITY, nothingUnsynced).keys()].sort();
  await Promise.all([1, 2].map(() => new DurableFileStore(originals).open('a')));
  watched.stop();
  expect(names()).toEqual(['', '/a', '/a.json'].map((name) => originals + name));
  rmSync(root, { recursive: true });
});

test('what a killed server left in memory is vouched for when it is on the disk', async () => {
  const root = mkdtempSync(join(tmpdir(), 'telloom-power-'));
  const store = new DurableFileStore(root);
  const watched = await keepJournal(root);
  await store.open('a');
  const file = await open(join(root, 'a'), 'r+');
  await file.write(Buffer.from('My mother baked bread.'), 0, 22, 0);
  await file.close();
  const { offset } = await new DurableFileStore(root).getUpload('a');
  watched.stop();
  const left = afterPowerCut(watched, root, Number.POSITIVE_INFINITY, nothingUnsynced);
  expect([offset, String(left.get(join(root, 'a')))]).toEqual([22, 'My mother baked bread.']);
  rmSync(root, { recursive: true });
});
