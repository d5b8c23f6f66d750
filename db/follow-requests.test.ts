import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  makeWorld,
  openPersonas,
  type Persona,
  type Personas,
  people,
  rows,
} from './testing/personas.ts';

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

describe('handle_follow_request', () => {
  const follow = (person: keyof typeof people, sharer: string | null = rows.sharer) =>
    callers.as(
      person,
      (sql) => sql<{ id: string }>`select public.handle_follow_request(${sharer}) as id`,
    );

  it('asks for the caller, and gives the same request when asked again', async () => {
    const [first] = await follow('unconfirmed');
    const [request] =
      await db.sql`select "sharerId", "requestorId", status from public."FollowRequest"
      where id = ${first?.id}`;
    expect(request).toEqual({
      sharerId: rows.sharer,
      requestorId: people.unconfirmed,
      status: 'PENDING',
    });
    expect(await follow('unconfirmed')).toEqual([first]);
  });

  it('also one that is settled, which it leaves as it is', async () => {
    expect(await follow('refused')).toEqual([{ id: rows.deniedRequest }]);
    const [request] =
      await db.sql`select status from public."FollowRequest" where id = ${rows.deniedRequest}`;
    expect(request).toEqual({ status: 'DENIED' });
  });

  it.each([
    ['null', 'stranger', null, '22004'],
    ['oneself', 'owner', rows.sharer, '42501'],
    ['a storyteller who is not there', 'late', rows.newRow, '23503'],
    ['a person who is no storyteller', 'late', people.listener, '23503'],
  ] as const)('refuses %s', async (_, person, sharer, code) => {
    await expect(follow(person, sharer)).rejects.toMatchObject({ code });
  });

  it('is not for anon, nobody, nor an admin of their own stories', async () => {
    const statement = `select public.handle_follow_request('${rows.sharer}')`;
    for (const persona of ['anon', 'nobody', 'service'] as const) {
      expect(await callers.attempt(persona, statement), persona).toBe('42501');
    }
    await db.sql`insert into public."ProfileRole" ("profileId", role) values (${people.owner}, 'ADMIN')`;
    const claims = JSON.stringify({ sub: people.owner });
    expect(await callers.attempt({ role: 'telloom_admin', claims }, statement)).toBe('42501');
    await db.sql`delete from public."ProfileRole" where "profileId" = ${people.owner} and role = 'ADMIN'`;
  });

  it('from two connections at once makes one', async () => {
    const both = await Promise.all([follow('declined'), follow('declined')]);
    expect(both[0]).toEqual(both[1]);
  });
});

describe('handle_follow_request_response', () => {
  const answer = (request: string | null, approve: boolean | null) =>
    `select public.handle_follow_request_response(${request && `'${request}'`}, ${approve})`;
  const listens = async (person: keyof typeof people) =>
    (
      await db.sql`select "hasAccess" from public."ProfileListener"
      where "listenerId" = ${people[person]} and "sharerId" = ${rows.sharer}`
    )[0]?.hasAccess;

  it('approves in one transaction: the listener is there at once, or nothing is', async () => {
    const both = callers.as('executor', async (sql) => {
      await sql`select public.handle_follow_request_response(${rows.pendingRequest}, true)`;
      expect(
        await sql`select "hasAccess" from public."ProfileListener" where "listenerId" = ${people.follower}`,
      ).toEqual([{ hasAccess: true }]);
      throw new Error('taken back');
    });
    await expect(both).rejects.toThrow('taken back');
    expect(await listens('follower')).toBeUndefined();
  });

  it.each([
    ['a stranger', 'stranger', 'P0002'],
    ['who asked', 'follower', 'P0002'],
    ['a listener', 'listener', 'P0002'],
    ['another storyteller', 'other', 'P0002'],
    ['an admin in ordinary clothes', 'adminAsPerson', 'P0002'],
    ['anon', 'anon', '42501'],
  ] as const)('is not for %s, whatever became of it', async (_, persona, code) => {
    for (const request of [rows.pendingRequest, rows.deniedRequest, rows.approvedRequest]) {
      for (const approve of [true, false]) {
        expect(await callers.attempt(persona, answer(request, approve))).toBe(code);
      }
    }
  });

  it.each(['owner', 'executor', 'admin', 'service'] as const)('is for %s', async (persona) => {
    for (const request of [rows.pendingRequest, rows.deniedRequest]) {
      for (const approve of [true, false]) {
        expect(await callers.attempt(persona, answer(request, approve))).toBe(1);
      }
    }
    expect(await callers.attempt(persona, answer(rows.newRow, true))).toBe('P0002');
    expect(await callers.attempt(persona, answer(null, true))).toBe('22004');
    expect(await callers.attempt(persona, answer(rows.pendingRequest, null))).toBe('22004');
  });

  it('does not take an approval back', async () => {
    expect(await callers.attempt('owner', answer(rows.approvedRequest, false))).toBe('42501');
    expect(await callers.attempt('owner', answer(rows.approvedRequest, true))).toBe(1);
  });

  it('twice is as once, and denied may be approved after all', async () => {
    for (const approve of [false, false, true, true]) {
      await callers.as(
        'owner',
        (sql) =>
          sql`select public.handle_follow_request_response(${rows.pendingRequest}, ${approve})`,
      );
      expect(await listens('follower')).toBe(approve || undefined);
    }
  });

  it('the same approval again does not undo a revocation', async () => {
    await db.sql`update public."ProfileListener" set "hasAccess" = false where "listenerId" = ${people.follower}`;
    await callers.as(
      'owner',
      (sql) => sql`select public.handle_follow_request_response(${rows.pendingRequest}, true)`,
    );
    expect(await listens('follower')).toBe(false);
  });
});

describe('api.find_sharer', () => {
  const find = (handle: string | null, persona: Persona = 'stranger') =>
    callers.see(
      persona,
      `select "sharerId" from api.find_sharer(${handle === null ? 'null' : `$q$${handle}$q$`})`,
    );
  beforeAll(
    () => db.sql`update public."Profile" set username = 'Grandma' where id = ${people.owner}`,
  );

  it.each(['Grandma', ' Grandma ', 'owner@example.org', 'OWNER@example.org '])(
    'finds by exact username or e-mail: "%s"',
    async (handle) => expect(await find(handle)).toBe('sharer'),
  );
  it.each([
    'grandma',
    'Grand',
    'Grand%',
    '%',
    '_______',
    '',
    ' ',
    'owner',
    'owner@example',
    '@example.org',
    null,
  ])('and by nothing less: "%s"', async (handle) => expect(await find(handle)).toBe(''));
  it('finds storytellers alone, and nothing for nobody', async () => {
    expect(await find('listener@example.org')).toBe('');
    expect(await find('Grandma', 'anon')).toBe('42501');
    expect(await find('Grandma', 'nobody')).toBe('');
  });
  it('gives a card', async () => {
    const cards = await callers.as(
      'stranger',
      (sql) => sql`select * from api.find_sharer('Grandma')`,
    );
    expect(cards).toEqual([
      {
        sharerId: rows.sharer,
        id: people.owner,
        fullName: 'Owner Test',
        username: 'Grandma',
        avatarUrl: null,
      },
    ]);
  });
});
