import { accessTable } from '../testing/access-cases.ts';
import { people } from '../testing/personas.ts';

const denied = '42501';
const nobodys = { rest: denied };

/** As a person's key with these scopes: what private.enter() sets. */
const byKey = (scopes: string) => `set_config('telloom.key_scopes', '{${scopes}}', true)`;
const anyone = { rest: 1, anon: denied, admin: denied, service: denied };
const whoever = { rest: 0, anon: denied, admin: denied, service: denied };
const asAdmin = { rest: 0, anon: denied, admin: 1 };

/**
 * Keys for scripts, passkeys, other services: behind functions alone, each about the caller. In the
 * world, nobody has one; account/api-keys and account/passkeys try them with two people.
 */
export const keys = [
  accessTable('what is kept of ways to sign in', [
    ...['private.api_key', 'private.passkey', 'auth.ba_provider_accounts'].map((table) => ({
      what: `${table} is nobody’s to read or to clear`,
      attempt: `with gone as (delete from ${table} returning 1) select * from ${table}`,
      expected: nobodys,
    })),
    ...[
      `private.enter_by_key('x')`,
      `private.passkey_by_credential('x')`,
      `private.use_passkey('${people.owner}', 1, now())`,
    ].map((call) => ({
      what: `${call} is nobody’s to call`,
      attempt: `select ${call}`,
      expected: nobodys,
    })),
  ]),
  accessTable('one’s own ways to sign in', [
    ...['api.my_api_keys()', 'api.my_passkeys()', 'api.my_sign_in_services()'].map((list) => ({
      what: `${list} are one’s own: there are none`,
      attempt: `select * from ${list}`,
      expected: whoever,
    })),
    ...['api.revoke_api_key', 'api.remove_passkey', 'api.remove_sign_in_service'].map((end) => ({
      what: `${end} ends nothing of another’s`,
      attempt: `select where ${end}('${people.owner}')`,
      expected: whoever,
    })),
    {
      what: 'a passkey of another is not renamed',
      attempt: `select where api.rename_passkey('${people.owner}', 'mine')`,
      expected: whoever,
    },
    {
      what: 'nobody makes a key without a session of the last hour',
      attempt: `select api.make_api_key('none', repeat('0', 64), 'tlm_', 'x', '{read}', null)`,
      expected: nobodys,
    },
    {
      what: 'nobody adds a passkey without one',
      attempt: `select api.add_passkey('none', 'x', 'x', '\\x00', 0, '{}', now())`,
      expected: nobodys,
    },
  ]),
  accessTable('a key', [
    ...[
      'api.my_sessions(null)',
      'api.my_api_keys()',
      'api.my_passkeys()',
      'api.my_sign_in_services()',
    ].map((list) => ({
      what: `with every scope does not list ${list}`,
      attempt: `select l.* from ${byKey('admin,read,write')} k, lateral (select k) x, ${list} l`,
      expected: nobodys,
    })),
    {
      what: 'asks its person’s account to be deleted never',
      attempt: `insert into public."AccountDeletion" ("profileId")
        select '${people.owner}' from ${byKey('admin,read,write')}`,
      expected: { ...nobodys, admin: 1, service: 1 },
    },
    {
      what: 'takes that back never',
      attempt: `delete from public."AccountDeletion" where ${byKey('admin,read,write')} is not null`,
      expected: { rest: 0, anon: denied, listener: denied, other: denied, admin: 2, service: 2 },
    },
    {
      what: 'has the scope that it has',
      attempt: `select private.need_scope('write') from ${byKey('read,write')}`,
      expected: { ...anyone, admin: 1 },
    },
    {
      what: 'has no other',
      attempt: `select private.need_scope('write') from ${byKey('read')}`,
      expected: nobodys,
    },
    {
      what: 'is an admin’s with that scope alone',
      attempt: `select from ${byKey('read,write')} k where case when k is not null then private.i_am_admin() end`,
      expected: { ...whoever, admin: 0, service: 0 },
    },
    {
      what: 'is an admin’s with that scope',
      attempt: `select from ${byKey('admin,read')} k where case when k is not null then private.i_am_admin() end`,
      expected: { ...asAdmin, adminAsPerson: 1, service: 0 },
    },
  ]),
];
