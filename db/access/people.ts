import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';

const denied = '42501';

const profile = accessTable('Profile', [
  {
    what: 'is read by oneself alone; an admin reads all',
    see: 'select id from public."Profile"',
    expected: {
      rest: '',
      anon: denied,
      ...Object.fromEntries(
        ['stranger', 'invitee', 'listener', 'revoked', 'none', 'reader', 'writer', 'executor'].map(
          (person) => [person, person],
        ),
      ),
      owner: 'owner',
      other: 'other',
      adminAsPerson: 'admin',
      admin: Object.keys(people).sort().join(' '),
      service: Object.keys(people).sort().join(' '),
    },
  },
  {
    what: 'passwordHash is for the service alone',
    attempt: `select "passwordHash" from public."Profile" where id = '${people.owner}'`,
    expected: { rest: denied, service: 1 },
  },
  {
    what: 'whole rows are therefore not selectable',
    attempt: 'select * from public."Profile"',
    expected: { rest: denied, service: Object.keys(people).length },
  },
  {
    what: 'an UPDATE without WHERE changes oneself alone',
    attempt: `update public."Profile" set phone = '1'`,
    expected: {
      rest: 1,
      anon: denied,
      admin: Object.keys(people).length,
      service: Object.keys(people).length,
    },
  },
  {
    what: `another's row is not changed`,
    attempt: `update public."Profile" set phone = '1' where id = '${people.owner}'`,
    expected: { rest: 0, anon: denied, owner: 1, admin: 1, service: 1 },
  },
  {
    what: 'a DELETE without WHERE removes oneself alone',
    attempt: 'delete from public."Profile"',
    expected: {
      rest: 1,
      anon: denied,
      admin: Object.keys(people).length,
      service: Object.keys(people).length,
    },
  },
  {
    what: 'nobody inserts one as a client',
    attempt: 'insert into public."Profile" (id) values (gen_random_uuid())',
    expected: { rest: denied, admin: 1, service: 1 },
  },
  ...['isAdmin'].map((column) => ({
    what: `${column} is set by no hand at all`,
    attempt: `update public."Profile" set "${column}" = true where id = '${people.owner}'`,
    expected: { rest: denied },
  })),
  ...['status', 'email', 'revenuecatAppUserId', 'airtableRecordId', 'createdAt', 'updatedAt'].map(
    (column) => ({
      what: `a client does not write ${column}`,
      attempt: `update public."Profile" set "${column}" = default where id = '${people.owner}'`,
      expected: { rest: denied, admin: 1, service: 1 },
    }),
  ),
  {
    what: 'a client does not write id',
    attempt: `update public."Profile" set id = '${rows.newRow}' where id = '${people.owner}'`,
    // the row is referenced, so even those who may are stopped
    expected: { rest: denied, admin: '23503', service: '23503' },
  },
  {
    what: 'a client does not write passwordHash',
    attempt: `update public."Profile" set "passwordHash" = 'x' where id = '${people.owner}'`,
    expected: { rest: denied, service: 1 },
  },
  ...[
    'firstName',
    'lastName',
    'fullName',
    'username',
    'avatarUrl',
    'phone',
    'addressStreet',
    'addressUnit',
    'addressCity',
    'addressState',
    'addressZipcode',
    'executorFirstName',
    'executorLastName',
    'executorRelation',
    'executorPhone',
    'executorEmail',
  ].map((column) => ({
    what: `oneself writes ${column}`,
    attempt: `update public."Profile" set "${column}" = 'x' where id = '${people.owner}'`,
    expected: { rest: 0, anon: denied, owner: 1, admin: 1, service: 1 },
  })),
]);

const addRole = (role: string, profile: keyof typeof people) =>
  `insert into public."ProfileRole" ("profileId", role) values ('${people[profile]}', '${role}')`;

const profileRole = accessTable('ProfileRole', [
  {
    what: 'is read by oneself',
    attempt: 'select from public."ProfileRole"',
    expected: {
      rest: 1,
      anon: denied,
      executor: 2,
      owner: 2,
      other: 2,
      adminAsPerson: 2,
      admin: 23,
      service: 23,
    },
  },
  {
    what: 'nobody makes themselves ADMIN',
    attempt: addRole('ADMIN', 'stranger'),
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'an admin in ordinary clothes makes nobody ADMIN',
    attempt: addRole('ADMIN', 'admin'),
    expected: { rest: denied, admin: '23505', service: '23505' },
  },
  {
    what: 'nobody makes themselves EXECUTOR',
    attempt: addRole('EXECUTOR', 'stranger'),
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'one makes oneself SHARER',
    attempt: addRole('SHARER', 'stranger'),
    expected: { rest: denied, stranger: 1, admin: 1, service: 1 },
  },
  {
    what: 'a role is held once',
    attempt: addRole('LISTENER', 'stranger'),
    expected: { rest: denied, stranger: '23505', admin: '23505', service: '23505' },
  },
  {
    what: 'roles are not changed into others',
    attempt: `update public."ProfileRole" set role = 'ADMIN' where role = 'SHARER'`,
    expected: { rest: denied, admin: 2, service: 2 },
  },
  {
    what: 'one gives up LISTENER and SHARER, and no other role',
    attempt: 'delete from public."ProfileRole"',
    expected: { rest: 1, anon: denied, owner: 2, other: 2, admin: 23, service: 23 },
  },
]);

export const profiles = [profile, profileRole];
