import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSecret } from './secret.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'telloom-secret-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('is made once, 32 bytes, for the owner alone', () => {
  const made = loadSecret(dataDir);
  expect(made).toHaveLength(32);
  expect(loadSecret(dataDir)).toEqual(made);
  expect(statSync(join(dataDir, 'keys')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'keys/secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dataDir, 'keys'))).toEqual(['secret']);
});

it('differs between data folders', () => {
  expect(loadSecret(dataDir)).not.toEqual(loadSecret(join(dataDir, 'other')));
});

it('refuses a damaged file and leaves it as it is', () => {
  loadSecret(dataDir);
  writeFileSync(join(dataDir, 'keys/secret'), 'short');
  expect(() => loadSecret(dataDir)).toThrow('is damaged');
  expect(statSync(join(dataDir, 'keys/secret')).size).toBe(5);
});
