import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTables } from './access/all.ts';
import { tryCase } from './testing/access-cases.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { makeWorld, openPersonas, type Personas } from './testing/personas.ts';

let db: TestDatabase;
let callers: Personas;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  callers = openPersonas(db);
});
afterAll(async () => {
  await callers.close();
  await db.drop();
});

describe.each(accessTables)('$title', ({ cases }) => {
  it.each(cases)('$what', async (accessCase) => {
    const { got, wanted } = await tryCase(callers, accessCase);
    expect(got).toEqual(wanted);
  });
});
