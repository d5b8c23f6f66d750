import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { readSchema, schemaFile, typesFile } from './write-schema.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

it('db/schema.sql and db/types.ts are what the migrations make: npx tsx db/generate.ts', async () => {
  const made = await readSchema(db.ownerUrl);
  expect(await readFile(schemaFile, 'utf8')).toBe(made.schema);
  expect(await readFile(typesFile, 'utf8')).toBe(made.types);
});
