import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { importCommand } from '../../src/cli/import.ts';
import { installQuestions } from '../../src/cli/starter.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { addFamily, id, type SourceDatabase, sourceDatabase } from './testing-source.ts';

let source: SourceDatabase;
let db: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'telloom-import-'));
beforeAll(async () => {
  [source, db] = await Promise.all([sourceDatabase(), testDatabase()]);
  await addFamily(source);
  await source.add('ProfileRole', { id: id(200), profileId: id(999), role: 'LISTENER' });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await source.drop();
  await db.drop();
  rmSync(folder, { recursive: true });
});

it('prints counts and rows set aside, and writes them all, beside the starter library', async () => {
  await installQuestions(db.ownerUrl, () => {});
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const report = join(folder, 'report.json');
  const given = { from: source.url, report };
  expect(await importCommand({ DATABASE_URL: db.ownerUrl }, given)).toBe(0);
  const text = printed.mock.calls.map(([part]) => part).join('');
  expect(text).toMatch(/^table +read +imported +merged +set aside +already there$/m);
  expect(text).toMatch(/^ProfileRole +5 +4 +0 +1 +0$/m);
  expect(text).toContain(`  ProfileRole ${id(200)}: its "profileId" points to no Profile`);
  expect(text).toContain('Files still to be fetched: 1.');
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
    setAside: [{ table: 'ProfileRole', id: id(200) }],
    filesToFetch: [{ bucket: 'attachments' }],
    tokens: 'hashed',
  });
});

it('says in one sentence what it needs', async () => {
  const env = { DATABASE_URL: db.ownerUrl };
  await expect(importCommand(env, {})).rejects.toThrow('--from postgres://');
  await expect(importCommand({}, { from: source.url })).rejects.toThrow('DATABASE_URL is not set');
  await expect(importCommand(env, { from: db.ownerUrl })).rejects.toThrow('same');
  const nowhere = { from: source.url, report: join(folder, 'no', 'where.json') };
  await expect(importCommand(env, nowhere)).rejects.toThrow('cannot be written');
});
