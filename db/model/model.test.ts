import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type Family, levels, mayRead, permissions } from './family.ts';
import * as op from './operations.ts';

/** TELLOOM_MODEL_RUNS and TELLOOM_MODEL_SEED look further than the fixed walk of every test run. */
const runs = Number(process.env.TELLOOM_MODEL_RUNS ?? 40);
const seed = Number(process.env.TELLOOM_MODEL_SEED ?? 20_261_124);
const steps = 60;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.apiUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Three sharers, eight people; who looks after whom and who listens is the generator's choice. */
async function makeFamily(dice: number[]): Promise<Family> {
  let at = 0;
  const roll = (sides: number) => (dice[at++ % dice.length] ?? 0) % sides;
  const people = Array.from({ length: 8 }, () => randomUUID());
  const sharers = people.slice(0, 3).map((owner) => ({ id: randomUUID(), owner }));
  const family: Family = {
    people,
    owners: new Map(sharers.map(({ id, owner }) => [id, owner])),
    executors: new Map(),
    listeners: new Map(),
    responses: new Map(),
    named: new Map(),
    requests: new Map(),
  };
  const { sql } = database;
  await sql`insert into public."Profile" (id) select unnest(${people}::uuid[])`;
  for (const { id, owner } of sharers) {
    await sql`insert into public."ProfileSharer" (id, "profileId") values (${id}, ${owner})`;
    const executor = people[3 + roll(5)];
    if (executor !== undefined && roll(2) === 0) {
      family.executors.set(id, executor);
      await sql`insert into public."ProfileExecutor" ("sharerId", "executorId") values (${id}, ${executor})`;
    }
    for (const person of people) {
      if (person === owner || roll(2) === 0) continue;
      const row = { person, sharer: id, hasAccess: roll(4) > 0, notifications: true };
      const listener = randomUUID();
      family.listeners.set(listener, row);
      await sql`insert into public."ProfileListener" (id, "listenerId", "sharerId", "hasAccess")
        values (${listener}, ${person}, ${id}, ${row.hasAccess})`;
    }
    for (const level of levels) {
      const [response, video] = [randomUUID(), randomUUID()];
      family.responses.set(response, { sharer: id, video, level });
      await sql`insert into public."Video" (id, "profileSharerId") values (${video}, ${id})`;
      await sql`insert into public."PromptResponse" (id, "profileSharerId", "videoId", "privacyLevel")
        values (${response}, ${id}, ${video}, ${level})`;
    }
  }
  return family;
}

/** Turns three numbers into something that somebody might try on this family. */
function operation(family: Family, [what, which, whom]: [number, number, number]): op.Operation {
  const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
  const response = pick([...family.responses.keys(), randomUUID()], which);
  const listener = pick([...family.listeners.keys()].filter(isId).concat(randomUUID()), which);
  const request = pick([...family.requests.keys(), randomUUID()], which);
  const sharer = pick([...family.owners.keys()], which);
  const person = pick(family.people, whom);
  const kinds = [
    () => op.setPrivacy(response, pick(levels, whom)),
    () => op.setSummary(response, `told ${whom}`),
    () => op.addResponse(sharer),
    () => op.deleteResponse(response),
    () => op.setAccess(listener, whom % 2 === 0),
    () => op.setNotifications(listener, whom % 2 === 0),
    () => op.removeListener(listener),
    () => op.name(response, person, pick(permissions, which + whom)),
    () => op.name(response, person, 'write'),
    () => op.rename(response, person, pick(permissions, which + whom)),
    () => op.unname(response, person),
    () => op.removeExecutor(sharer),
    () => op.ask(sharer),
    () => op.answer(request, pick(['APPROVED', 'DENIED', 'PENDING'] as const, whom)),
    () => op.withdraw(request),
  ];
  return pick(kinds, what)();
}

const isId = (key: string) => /^[0-9a-f-]{36}$/.test(key);

async function asPerson<T>(person: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`,
      [JSON.stringify({ sub: person, role: 'authenticated' })],
    );
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function attempt(person: string, { text, values }: op.Operation): Promise<op.Outcome> {
  try {
    return (await asPerson(person, () => client.query(text, values))).rowCount ?? 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code as op.Outcome;
    throw error;
  }
}

/** What a person sees of this family's stories and recordings, and what they should see. */
async function expectSight(family: Family, person: string): Promise<void> {
  const ids = [...family.responses.keys()];
  const videos = [...family.responses.values()].map(({ video }) => video).filter(Boolean);
  const seen = await asPerson(person, async () => {
    const stories = await client.query<{ id: string }>(
      'select id from public."PromptResponse" where id = any ($1)',
      [ids],
    );
    const films = await client.query<{ id: string }>(
      'select id from public."Video" where id = any ($1)',
      [videos],
    );
    return [stories.rows, films.rows].map((rows) => rows.map(({ id }) => id).sort());
  });
  const readable = ids.filter((id) => mayRead(family, person, id));
  const films = readable.map((id) => family.responses.get(id)?.video ?? '').filter(Boolean);
  expect(seen).toEqual([readable.sort(), films.sort()]);
}

test(`${runs} random families, ${runs * steps} random steps: the policies do what is written`, async () => {
  const number = fc.nat(999_983);
  const walk = fc.array(fc.tuple(number, number, number, number), {
    minLength: steps,
    maxLength: steps,
  });
  const dice = fc.array(fc.nat(999), { minLength: 40, maxLength: 40 });
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(dice, walk, async (rolled, moves) => {
      const family = await makeFamily(rolled);
      for (const [who, ...choice] of moves) {
        // every other step by a storyteller, who has the most to do
        const among = who % 2 === 0 ? [...family.owners.values()] : family.people;
        const person = among[who % among.length] as string;
        const tried = operation(family, choice);
        const before = await attempt(person, tried);
        const told = tried.predict(family, person);
        outcomes.set(String(told), (outcomes.get(String(told)) ?? 0) + 1);
        expect({ ...tried, outcome: before }).toEqual({ ...tried, outcome: told });
        await expectSight(family, person);
        const other = family.people[(who + choice[0]) % family.people.length] as string;
        await expectSight(family, other);
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  // The walk meets everything that can happen, often enough to mean something.
  for (const outcome of ['0', '1', '42501', '23505']) {
    expect([outcome, (outcomes.get(outcome) ?? 0) > 2]).toEqual([outcome, true]);
  }
}, 300_000);
