import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  emailOf,
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
beforeEach(async () => {
  await db.sql`delete from public."Invitation"`;
  await db.sql`delete from public."ProfileListener" where "listenerId" = ${people.invitee}`;
});

interface Made {
  id: string;
  token: string;
}

async function invite(
  who: Persona,
  email: string,
  role: string,
  sharer = rows.sharer,
): Promise<Made> {
  const [made] = await callers.as(
    who,
    (sql) => sql<Made>`
    select id, token from public.create_invitation(${sharer}, ${email}, ${role}::public."Role")`,
  );
  if (made === undefined) throw new Error('no invitation was returned');
  return made;
}

const accept = (who: Persona, token: string | null) =>
  callers.as(who, async (sql) => {
    const [row] = await sql<{
      id: string | null;
    }>`select public.accept_invitation_by_token(${token}) as id`;
    return row?.id;
  });
const decline = (who: Persona, token: string | null) =>
  callers.as(who, (sql) => sql`select public.decline_invitation(${token})`);
const statusOf = async (id: string) =>
  (await db.sql`select status from public."Invitation" where id = ${id}`)[0]?.status;
const listens = async (person: keyof typeof people) =>
  (
    await db.sql`select "hasAccess" from public."ProfileListener"
    where "listenerId" = ${people[person]} and "sharerId" = ${rows.sharer}`
  )[0]?.hasAccess;
const refused = (code: string, detail?: string) => (detail ? { code, detail } : { code });

describe('create_invitation', () => {
  it('returns the raw token once, and keeps its SHA-256', async () => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const [row] =
      await db.sql`select token, status, "inviterId", "sharerId" from public."Invitation" where id = ${id}`;
    expect(row).toEqual({
      token: createHash('sha256').update(token).digest('hex'),
      status: 'PENDING',
      inviterId: people.owner,
      sharerId: rows.sharer,
    });
  });

  it.each([
    ['owner', 'LISTENER'],
    ['owner', 'EXECUTOR'],
    ['executor', 'LISTENER'],
    ['admin', 'LISTENER'],
    ['admin', 'EXECUTOR'],
    ['service', 'LISTENER'],
  ] as const)('%s invites a %s', async (who, role) => {
    expect((await invite(who, 'Guest@Example.org ', role)).token).toHaveLength(64);
    expect(await db.sql`select "inviteeEmail" from public."Invitation"`).toEqual([
      { inviteeEmail: 'guest@example.org' },
    ]);
  });

  it.each([
    ['executor', 'EXECUTOR'],
    ['listener', 'LISTENER'],
    ['writer', 'LISTENER'],
    ['stranger', 'LISTENER'],
    ['other', 'LISTENER'],
    ['adminAsPerson', 'LISTENER'],
    ['anon', 'LISTENER'],
  ] as const)('%s may not invite a %s', async (who, role) => {
    await expect(invite(who, 'guest@example.org', role)).rejects.toMatchObject(refused('42501'));
  });

  it.each([
    ['another role', 'guest@example.org', 'SHARER'],
    ['ADMIN', 'guest@example.org', 'ADMIN'],
    ['no address', 'guest', 'LISTENER'],
    ['two addresses', 'a@example.org,b@example.org', 'LISTENER'],
    ['a header line', 'a@example.org\nBcc: b@example.org', 'LISTENER'],
    ['oneself', emailOf('owner'), 'LISTENER'],
    ['oneself in capitals', emailOf('owner').toUpperCase(), 'EXECUTOR'],
  ])('refuses %s', async (_, email, role) => {
    await expect(invite('owner', email, role)).rejects.toMatchObject(refused('22023'));
  });

  it('refuses the storyteller when their keeper invites them', async () => {
    await expect(invite('executor', emailOf('owner'), 'LISTENER')).rejects.toMatchObject(
      refused('22023'),
    );
  });

  it('refuses nulls', async () => {
    const made = callers.as(
      'owner',
      (sql) => sql`select public.create_invitation(${rows.sharer}, null, 'LISTENER')`,
    );
    await expect(made).rejects.toMatchObject(refused('22004'));
  });
});

describe('accept_invitation_by_token', () => {
  it('makes a listener', async () => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    expect(await accept('invitee', token)).toBe(id);
    expect(await listens('invitee')).toBe(true);
    const [row] =
      await db.sql`select status, "acceptedAt" is not null as dated from public."Invitation"`;
    expect(row).toEqual({ status: 'ACCEPTED', dated: true });
  });

  it('accepting twice changes nothing, not even after being revoked', async () => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await accept('invitee', token);
    await callers.as(
      'owner',
      (sql) => sql`update public."ProfileListener" set "hasAccess" = false
      where "listenerId" = ${people.invitee}`,
    );
    const before = await db.sql`select * from public."Invitation"`;
    expect(await accept('invitee', token)).toBe(id);
    expect(await listens('invitee')).toBe(false);
    expect(await db.sql`select * from public."Invitation"`).toEqual(before);
  });

  it('a new invitation gives a revoked listener access again', async () => {
    const { token } = await invite('owner', emailOf('revoked'), 'LISTENER');
    await accept('revoked', token);
    expect(await listens('revoked')).toBe(true);
    await db.sql`update public."ProfileListener" set "hasAccess" = false where id = ${rows.revokedRow}`;
  });

  it.each([
    ['another person', 'stranger', 'email-mismatch'],
    ['the storyteller', 'owner', 'email-mismatch'],
    ['an admin', 'admin', 'email-mismatch'],
  ] as const)('refuses %s', async (_, who, detail) => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await expect(accept(who, token)).rejects.toMatchObject(refused('42501', detail));
    expect(await statusOf(id)).toBe('PENDING');
  });

  it('refuses an address that is not confirmed', async () => {
    const { token } = await invite('owner', emailOf('unconfirmed'), 'LISTENER');
    await expect(accept('unconfirmed', token)).rejects.toMatchObject(
      refused('42501', 'email-unconfirmed'),
    );
    expect(await listens('unconfirmed')).toBeUndefined();
  });

  it('refuses callers without a session', async () => {
    const { token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await expect(accept('anon', token)).rejects.toMatchObject(refused('42501'));
    await expect(accept('service', token)).rejects.toMatchObject(refused('42501'));
  });

  it('past 14 days it becomes EXPIRED, gives null and lets nobody in', async () => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await db.sql`update public."Invitation" set "createdAt" = now() - interval '14 days'`;
    expect(await accept('invitee', token)).toBeNull();
    expect(await statusOf(id)).toBe('EXPIRED');
    expect(await listens('invitee')).toBeUndefined();
    expect(await accept('invitee', token)).toBeNull();
  });

  it('a minute before that it is good', async () => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await db.sql`update public."Invitation" set "createdAt" = now() - interval '14 days' + interval '1 minute'`;
    expect(await accept('invitee', token)).toBe(id);
  });

  it('a declined or withdrawn one is closed', async () => {
    const { id, token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await decline('invitee', token);
    expect(await statusOf(id)).toBe('DECLINED');
    await expect(accept('invitee', token)).rejects.toMatchObject(
      refused('55000', 'invitation-closed'),
    );
    await expect(decline('stranger', token)).rejects.toMatchObject(refused('42501'));
  });

  it('an accepted one cannot be declined', async () => {
    const { token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    await accept('invitee', token);
    await expect(decline('invitee', token)).rejects.toMatchObject(refused('55000'));
  });

  it('refuses nulls and unknown tokens', async () => {
    await expect(accept('invitee', null)).rejects.toMatchObject(refused('22004'));
    await expect(decline('invitee', null)).rejects.toMatchObject(refused('22004'));
    await expect(accept('invitee', 'x')).rejects.toMatchObject(refused('P0002'));
    await expect(decline('invitee', 'x')).rejects.toMatchObject(refused('P0002'));
  });

  it('the stored hash is no token', async () => {
    const { token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    const hash = createHash('sha256').update(token).digest('hex');
    await expect(accept('invitee', hash)).rejects.toMatchObject(refused('P0002'));
  });

  it('nobody becomes their own listener by a change of address', async () => {
    const { token } = await invite('owner', 'later@example.org', 'LISTENER');
    await db.sql`update auth.users set email = 'later@example.org' where id = ${people.owner}`;
    await expect(accept('owner', token)).rejects.toMatchObject(refused('22023'));
    await db.sql`update auth.users set email = ${emailOf('owner')} where id = ${people.owner}`;
  });
});

describe('keepers', () => {
  const roles = async () =>
    (
      await db.sql<{ role: string }>`select role from public."ProfileRole"
      where "profileId" = ${people.invitee} order by role`
    ).map(({ role }) => role);

  it('a storyteller has one, and the role goes with the last row', async () => {
    const first = await invite('owner', emailOf('invitee'), 'EXECUTOR');
    await expect(accept('invitee', first.token)).rejects.toMatchObject(refused('23505'));
    expect(await roles()).toEqual(['LISTENER']);
    await callers.as('owner', (sql) => sql`delete from public."ProfileExecutor"`);
    expect(await accept('invitee', first.token)).toBe(first.id);
    expect(await roles()).toEqual(['LISTENER', 'EXECUTOR']);
    await db.sql`delete from public."ProfileExecutor" where "sharerId" = ${rows.otherSharer}`;
    const second = await invite('other', emailOf('invitee'), 'EXECUTOR', rows.otherSharer);
    await accept('invitee', second.token);
    await callers.as('owner', (sql) => sql`delete from public."ProfileExecutor"`);
    expect(await roles()).toEqual(['LISTENER', 'EXECUTOR']);
    await callers.as('invitee', (sql) => sql`delete from public."ProfileExecutor"`);
    expect(await roles()).toEqual(['LISTENER']);
  });
});

describe('look_at_invitation', () => {
  const look = (token: string) =>
    callers.as('anon', (sql) => sql`select * from api.look_at_invitation(${token})`);

  it('tells the holder of a token what it is', async () => {
    const { token } = await invite('owner', emailOf('invitee'), 'LISTENER');
    expect(await look(token)).toEqual([
      {
        sharerName: 'Owner Test',
        inviterName: 'Owner Test',
        role: 'LISTENER',
        status: 'PENDING',
        inviteeEmail: emailOf('invitee'),
      },
    ]);
    await expect(look('x')).rejects.toMatchObject(refused('P0002'));
    await db.sql`update public."Invitation" set "createdAt" = now() - interval '15 days'`;
    expect(await look(token)).toMatchObject([{ status: 'EXPIRED' }]);
  });
});
