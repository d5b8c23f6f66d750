import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInPath, findTools } from './tools.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'telloom-tools-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('finds ffmpeg in PATH, or where the settings say', async () => {
  const tools = await findTools();
  expect(tools?.version).toMatch(/^\S+$/);
  expect(await findTools({ ffmpeg: tools?.ffmpeg })).toEqual(tools);
});

test('a setting that is wrong is an error, not a search', async () => {
  const wrong = join(dir, 'ffmpeg');
  await expect(findTools({ ffmpeg: wrong })).rejects.toThrow(`can be run at ${wrong}`);
});

test('an ffmpeg that cannot make H.264 is named as such', async () => {
  const poor = join(dir, 'poor-ffmpeg');
  await writeFile(poor, '#!/bin/sh\necho " A..... aac  AAC"\n');
  await chmod(poor, 0o755);
  await expect(findTools({ ffmpeg: poor })).rejects.toThrow('without libx264');
});

test('a program that PATH does not hold is null', async () => {
  expect(await findInPath('no-such-program-here')).toBeNull();
  expect(await findInPath('poor-ffmpeg', `/nowhere:${dir}`)).toBe(join(dir, 'poor-ffmpeg'));
});
