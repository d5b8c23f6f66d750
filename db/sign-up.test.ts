import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import {
  emailOf,
  makeWorld,
  openPersonas,
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

async function signUp(email: string | null, meta: object | null = null) {
  const id = randomUUID();
  await db.sql`insert into auth.users (id, email, raw_user_meta_data, is_sso_user) values (${id}, ${email}, ${meta}, true)`;
  const [profile] = await db.sql`
    select email, "fullName", "firstName", "lastName", "isAdmin",
      array(select role::text from public."ProfileRole" where "profileId" = ${id}) as roles
    from public."Profile" where id = ${id}`;
  return profile;
}
const listener = { isAdmin: false, roles: ['LISTENER'] };

describe('signing up makes a Profile with the role LISTENER', () => {
  it.each([
    [{ first_name: 'Ada', last_name: 'King' }, 'Ada', 'King', 'Ada King'],
    [{ full_name: 'Ada King Noel' }, 'Ada', 'King Noel', 'Ada King Noel'],
    [{ name: ' Ada ' }, 'Ada', null, 'Ada'],
    [{ first_name: ' ', last_name: '' }, null, null, null],
    [{}, null, null, null],
    [null, null, null, null],
  ])('from %j', async (meta, firstName, lastName, fullName) => {
    const email = `${randomUUID()}@Example.org`;
    expect(await signUp(email, meta)).toEqual({
      email: email.toLowerCase(),
      firstName,
      lastName,
      fullName,
      ...listener,
    });
  });

  it('without an e-mail', async () => {
    expect(await signUp(null)).toMatchObject({ email: null, ...listener });
    expect(await signUp(null)).toMatchObject({ email: null, ...listener });
    expect(await signUp('  ')).toMatchObject({ email: null, ...listener });
  });

  it('with an e-mail that another Profile has, which stays there', async () => {
    expect(await signUp(emailOf('owner').toUpperCase())).toMatchObject({
      email: null,
      ...listener,
    });
    const [owner] = await db.sql`select email from public."Profile" where id = ${people.owner}`;
    expect(owner).toEqual({ email: emailOf('owner') });
  });

  it('whatever role the metadata claims', async () => {
    const meta = { role: 'ADMIN', isAdmin: true, full_name: 'Eve' };
    expect(await signUp('eve@example.org', meta)).toMatchObject(listener);
  });

  it('two with one e-mail in the same moment both get in', async () => {
    const both = await Promise.all([signUp('twin@example.org'), signUp('twin@example.org')]);
    expect(both.map((profile) => profile?.roles)).toEqual([['LISTENER'], ['LISTENER']]);
    expect(both.map((profile) => profile?.email ?? '').sort()).toEqual(['', 'twin@example.org']);
  });

  it('as the sign-in service, which holds no right on public', async () => {
    const id = randomUUID();
    const service = new pg.Client({ connectionString: db.authUrl });
    await service.connect();
    await service.query(`insert into auth.users (id, email) values ($1, 'by@example.org')`, [id]);
    await service.end();
    expect(await db.sql`select email from public."Profile" where id = ${id}`).toHaveLength(1);
  });
});

describe('fullName', () => {
  const name = (change: string) =>
    callers.see(
      'owner',
      `update public."Profile" set ${change} where id = '${people.owner}' returning "fullName"`,
    );
  it.each([
    [`"firstName" = 'Ann'`, 'Ann Test'],
    [`"firstName" = ' Ann ', "lastName" = ' Lee '`, 'Ann Lee'],
    [`"lastName" = null`, 'Owner'],
    [`"firstName" = '', "lastName" = 'Lee'`, 'Lee'],
    [`"firstName" = null, "lastName" = null`, 'null'],
    [`phone = '1'`, 'Owner Test'],
  ])('after %s', async (change, expected) => {
    expect(await name(change)).toBe(expected);
  });

  it('of an imported row stays as it is', async () => {
    const [row] =
      await db.sql`insert into public."Profile" (id, "fullName") values (gen_random_uuid(), 'A. Lee')
      returning "fullName"`;
    expect(row).toEqual({ fullName: 'A. Lee' });
  });
});

it('updatedAt moves with every change', async () => {
  await db.sql`alter table public."Profile" disable trigger profile_updated`;
  await db.sql`update public."Profile" set "updatedAt" = '2001-01-01' where id = ${people.owner}`;
  await db.sql`alter table public."Profile" enable trigger profile_updated`;
  await callers.as('owner', (sql) => sql`update public."Profile" set phone = '2'`);
  const [row] =
    await db.sql`select "updatedAt" > now() - interval '1 hour' as moved from public."Profile" where id = ${people.owner}`;
  expect(row).toEqual({ moved: true });
});

it('who deletes their Profile takes what is theirs, sign-in included', async () => {
  await callers.as('owner', (sql) => sql`delete from public."Profile"`);
  const [left] = await db.sql`select
    (select count(*)::int from auth.users where id = ${people.owner}) as users,
    (select count(*)::int from public."ProfileSharer" where id = ${rows.sharer}) as sharers,
    (select count(*)::int from public."PromptResponse" where "profileSharerId" = ${rows.sharer}) as responses,
    (select count(*)::int from public."Video" where "profileSharerId" = ${rows.sharer}) as videos,
    (select count(*)::int from public."Invitation" where "sharerId" = ${rows.sharer}) as invitations,
    (select count(*)::int from public."ProfileRole" where "profileId" = ${people.executor} and role = 'EXECUTOR') as keepers,
    (select count(*)::int from public."PromptResponse") as others`;
  expect(left).toEqual({
    users: 0,
    sharers: 0,
    responses: 0,
    videos: 0,
    invitations: 0,
    keepers: 0,
    others: 1,
  });
});
