import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessTables } from './access/all.ts';
import { authenticatedGrants } from './catalogue/grants.ts';
import { readGrants } from './catalogue/read.ts';
import { tryCase } from './testing/access-cases.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { clausesOf, columnMutations, type Mutation, policyMutations } from './testing/mutations.ts';
import { makeWorld, openPersonas, type Personas } from './testing/personas.ts';
import {
  guardMutations,
  predicateMutations,
  unknownPredicates,
} from './testing/predicate-mutations.ts';

let db: TestDatabase;
let callers: Personas;
let owner: pg.Client;
let tried = 0;
let survived = 0;
beforeAll(async () => {
  db = await testDatabase();
  await makeWorld(db);
  callers = openPersonas(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  process.stdout.write(`${tried} mutants, ${survived} survivors\n`);
  await owner.end();
  await callers.close();
  await db.drop();
});

it('finds the clauses of an expression', () => {
  expect(clausesOf(`((a = 'x OR y') OR ((b = c) AND f(d)))`)).toEqual([
    { text: '(b = c)', without: `((a = 'x OR y') OR (true AND f(d)))` },
    { text: 'f(d)', without: `((a = 'x OR y') OR ((b = c) AND true))` },
    { text: `(a = 'x OR y')`, without: '(false OR ((b = c) AND f(d)))' },
    { text: '((b = c) AND f(d))', without: `((a = 'x OR y') OR false)` },
  ]);
  expect(clausesOf('(a = b)')).toEqual([]);
});

const cases = accessTables.flatMap(({ title, cases }) => cases.map((one) => ({ title, ...one })));

/**
 * Does any case come out otherwise? Those of the table itself are asked first, and of them the ones that
 * noticed something last: a table's mutants are much alike.
 */
async function isNoticed({ table }: Mutation): Promise<boolean> {
  const isOwn = ({ title }: { title: string }) =>
    table === title || table.includes(`"${title.split(',')[0]}"`);
  for (const accessCase of [...cases].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))) {
    const { got, wanted } = await tryCase(callers, accessCase);
    if (Object.keys(wanted).every((persona) => got[persona] === wanted[persona])) continue;
    cases.splice(cases.indexOf(accessCase), 1);
    cases.unshift(accessCase);
    return true;
  }
  return false;
}

async function unnoticed(mutations: Mutation[]): Promise<string[]> {
  const missed: string[] = [];
  for (const mutation of mutations) {
    expect(mutation.apply, mutation.what).not.toBe(mutation.restore);
    await owner.query(mutation.apply);
    if (!(await isNoticed(mutation))) missed.push(mutation.what);
    tried += 1;
    await owner.query(mutation.restore);
  }
  survived += missed.length;
  return missed;
}

it('every clause of every policy is needed: without it a case comes out otherwise', async () => {
  const mutations = await policyMutations(db.sql);
  expect(mutations.length).toBeGreaterThan(250);
  expect(await unnoticed(mutations)).toEqual([]);
}, 900_000);

it('so is every condition of the predicates that policies ask', async () => {
  expect(await unknownPredicates(db.sql)).toEqual([]);
  expect(await unnoticed(await predicateMutations(db.sql))).toEqual([]);
}, 900_000);

it('so is every guard', async () => {
  const guards = await guardMutations(db.sql);
  expect(guards.length).toBeGreaterThanOrEqual(5);
  expect(await unnoticed(guards)).toEqual([]);
}, 900_000);

/** By the list that catalogue-access.test.ts holds grants to, which the cases need not repeat. */
it('so is every column that is withheld from clients', async () => {
  const columns = await columnMutations(db.sql);
  expect(columns.length).toBeGreaterThan(150);
  const missed: string[] = [];
  for (const { what, apply, restore } of columns) {
    await owner.query(apply);
    if (isDeepStrictEqual(await readGrants(db.sql, 'authenticated'), authenticatedGrants)) {
      missed.push(what);
    }
    await owner.query(restore);
  }
  tried += columns.length;
  survived += missed.length;
  expect(missed).toEqual([]);
}, 900_000);
