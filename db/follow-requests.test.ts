import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { makeWorld, openPersonas, type Personas, people, rows } from './testing/personas.ts';

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

async function settle(person: keyof typeof people, ...statuses: string[]) {
  await db.sql`insert into public."FollowRequest" ("sharerId", "requestorId")
    values (${rows.sharer}, ${people[person]})`;
  for (const status of statuses) {
    await callers.as(
      'service',
      (sql) => sql`update public."FollowRequest" set status = ${status}
        where "requestorId" = ${people[person]}`,
    );
  }
  const [state] = await db.sql`
    select "approvedAt" is not null as approved, "deniedAt" is not null as denied,
      (select l."hasAccess" from public."ProfileListener" l
       where l."listenerId" = f."requestorId" and l."sharerId" = f."sharerId") as listens
    from public."FollowRequest" f where "requestorId" = ${people[person]}`;
  return state;
}

it('an approved one makes the listener', async () => {
  expect(await settle('stranger', 'APPROVED')).toEqual({
    approved: true,
    denied: false,
    listens: true,
  });
});

it('or gives one who was revoked access again', async () => {
  expect(await settle('revoked', 'APPROVED')).toMatchObject({ listens: true });
});

it('a denied one does not', async () => {
  expect(await settle('invitee', 'DENIED')).toEqual({
    approved: false,
    denied: true,
    listens: null,
  });
});

it('until it is approved after all', async () => {
  expect(await settle('other', 'DENIED', 'APPROVED')).toEqual({
    approved: true,
    denied: true,
    listens: true,
  });
});

it('there is one for each person and storyteller', async () => {
  await expect(settle('stranger')).rejects.toMatchObject({ code: '23505' });
});
