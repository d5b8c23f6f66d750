import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const readable = [
  'Profile',
  'ProfileRole',
  'ProfileSharer',
  'PromptResponse',
  'Video',
  'Invitation',
];
const read = (table: string) => `select id from public."${table}"`;

const nobodies: Record<string, string> = {
  'no claims': '',
  'empty claims': '{}',
  'no sub': '{"role":"authenticated"}',
  'an empty sub': '{"sub":""}',
  'null as sub': '{"sub":null}',
  'a malformed sub': '{"sub":"not-a-uuid"}',
  'a sub that carries SQL': `{"sub":"' or true --"}`,
  'an object as sub': '{"sub":{"id":"x"}}',
  'claims that are no JSON': 'sub=1',
  'the sub of nobody': `{"sub":"${rows.newRow}"}`,
};

describe.each(Object.entries(nobodies))('%s is nobody', (_, claims) => {
  it.each(['authenticated', 'telloom_admin'])('as %s', async (role) => {
    for (const table of readable) {
      expect(await callers.see({ role, claims }, read(table)), table).toBe('');
    }
    expect(
      await callers.attempt(
        { role, claims },
        `insert into public."ProfileRole" ("profileId", role) values ('${people.stranger}', 'SHARER')`,
      ),
    ).toBe('42501');
  });
});

describe('claims are trusted for sub alone', () => {
  const forged = {
    role: 'service_role',
    is_admin: true,
    email: 'owner@example.org',
    email_verified: true,
    user_metadata: { role: 'ADMIN', isAdmin: true, profileId: people.owner },
    app_metadata: { role: 'ADMIN', roles: ['ADMIN', 'service_role'] },
  };
  const claims = JSON.stringify({ ...forged, sub: people.stranger });

  it('a stranger with forged claims is a stranger', async () => {
    const caller = { role: 'authenticated', claims };
    expect(await callers.see(caller, read('Profile'))).toBe('stranger');
    for (const table of ['ProfileSharer', 'PromptResponse', 'Video', 'Invitation']) {
      expect(await callers.see(caller, read(table)), table).toBe('');
    }
    expect(await callers.see(caller, 'select private.my_confirmed_email()')).toBe(
      'stranger@example.org',
    );
    expect(await callers.attempt(caller, 'select where public.is_admin()')).toBe(0);
  });

  it('telloom_admin without ProfileRole ADMIN can do nothing', async () => {
    const caller = { role: 'telloom_admin', claims };
    const tables = await db.sql<{ name: string }>`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'private')`;
    for (const { name } of tables) {
      for (const command of ['select from', 'delete from', 'insert into']) {
        const statement = `${command} ${name}${command === 'insert into' ? ' default values' : ''}`;
        const outcome = await callers.attempt(caller, statement);
        expect([command === 'insert into' ? '42501' : 0, '42501'], statement).toContain(outcome);
      }
    }
  });

  it('an admin whose role is taken back is none from that moment', async () => {
    const admin = { role: 'telloom_admin', claims: JSON.stringify({ sub: people.admin }) };
    expect(await callers.attempt(admin, 'select from public."PromptResponse"')).toBe(4);
    await db.sql`delete from public."ProfileRole" where "profileId" = ${people.admin} and role = 'ADMIN'`;
    expect(await callers.attempt(admin, 'select from public."PromptResponse"')).toBe(0);
    await db.sql`insert into public."ProfileRole" ("profileId", role) values (${people.admin}, 'ADMIN')`;
  });
});

describe('Profile.isAdmin follows ProfileRole', () => {
  const isAdmin = async (person: keyof typeof people) =>
    (await db.sql`select "isAdmin" from public."Profile" where id = ${people[person]}`)[0]?.isAdmin;

  it('when the role comes, moves and goes', async () => {
    expect(await isAdmin('admin')).toBe(true);
    const [role] = await db.sql<{ id: string }>`
      insert into public."ProfileRole" ("profileId", role) values (${people.stranger}, 'ADMIN') returning id`;
    expect(await isAdmin('stranger')).toBe(true);
    await db.sql`update public."ProfileRole" set "profileId" = ${people.invitee} where id = ${role?.id}`;
    expect([await isAdmin('stranger'), await isAdmin('invitee')]).toEqual([false, true]);
    await db.sql`delete from public."ProfileRole" where id = ${role?.id}`;
    expect(await isAdmin('invitee')).toBe(false);
  });

  it('when an admin grants the role', async () => {
    await callers.as('admin', async (sql) => {
      await sql`insert into public."ProfileRole" ("profileId", role) values (${people.stranger}, 'ADMIN')`;
    });
    expect(await isAdmin('stranger')).toBe(true);
    await callers.as('admin', async (sql) => {
      await sql`delete from public."ProfileRole" where "profileId" = ${people.stranger} and role = 'ADMIN'`;
    });
    expect(await isAdmin('stranger')).toBe(false);
  });
});
