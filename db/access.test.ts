import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTables } from './access/all.ts';
import { authenticatedGrants } from './catalogue/grants.ts';
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

it('every table that is open to clients has cases, for each command', () => {
  const tables = Object.keys(authenticatedGrants).filter((name) => name.startsWith('public.'));
  const statements = accessTables.flatMap(({ cases }) =>
    cases.map(({ see, attempt }) => (see ?? attempt ?? '').replaceAll(/\s+/g, ' ')),
  );
  const untried = tables.flatMap((name) => {
    const table = `public."${name.slice('public.'.length)}"`;
    const commands = [
      `select .*from ${table}`,
      `insert into ${table}`,
      `update ${table}`,
      `delete from ${table}`,
    ];
    return commands.filter((command) => !statements.some((text) => text.match(command)));
  });
  expect(untried).toEqual([]);
});
