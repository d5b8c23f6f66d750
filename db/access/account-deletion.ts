import { accessTable } from '../testing/access-cases.ts';
import { people } from '../testing/personas.ts';

const denied = '42501';
const asked = `insert into public."AccountDeletion" ("profileId")`;

/** Asking that one's account be deleted. In the world, `listener` and `other` have asked. */
export const accountDeletion = [
  accessTable('AccountDeletion', [
    {
      what: 'is seen by whoever asked',
      see: 'select "profileId" from public."AccountDeletion"',
      expected: {
        rest: '',
        anon: denied,
        listener: 'listener',
        other: 'other',
        admin: 'listener other',
        service: 'listener other',
      },
    },
    {
      what: 'is asked for oneself',
      attempt: `${asked} values ('${people.owner}')`,
      expected: { rest: denied, owner: 1, admin: 1, service: 1 },
    },
    {
      what: 'is taken back by oneself, also without WHERE',
      attempt: 'delete from public."AccountDeletion"',
      expected: { rest: 0, anon: denied, listener: 1, other: 1, admin: 2, service: 2 },
    },
    {
      what: 'is not put off or hurried by a client',
      attempt: `update public."AccountDeletion" set "dueAt" = now()`,
      expected: { rest: denied, admin: 2, service: 2 },
    },
    {
      what: 'has its day set by the database',
      attempt: `insert into public."AccountDeletion" ("profileId", "dueAt") values ('${people.owner}', now())`,
      expected: { rest: denied, admin: 1, service: 1 },
    },
  ]),
  accessTable('api.my_details', [
    {
      what: 'is one’s own',
      attempt: 'select from api.my_details',
      expected: { rest: 1, anon: denied, admin: denied, service: denied },
    },
    {
      what: 'is changed by oneself alone',
      attempt: `update api.my_details set phone = '1'`,
      expected: { rest: 1, anon: denied, admin: denied, service: denied },
    },
  ]),
];
