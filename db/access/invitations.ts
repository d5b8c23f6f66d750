import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';

const denied = '42501';
const listeners =
  'acceptedInvitation declinedInvitation lateInvitation listenerInvitation unconfirmedInvitation';
const family =
  'acceptedInvitation declinedInvitation executorInvitation lateInvitation listenerInvitation unconfirmedInvitation';
const all =
  'acceptedInvitation declinedInvitation executorInvitation lateInvitation listenerInvitation otherInvitation unconfirmedInvitation';

const setStatus = (invitation: keyof typeof rows, status: string) =>
  `update public."Invitation" set status = '${status}' where id = '${rows[invitation]}'`;

const invitation = accessTable('Invitation', [
  {
    what: 'the storyteller reads all, the keeper those of listeners, the invitee their own',
    see: 'select id from public."Invitation"',
    expected: {
      rest: '',
      anon: denied,
      invitee: 'executorInvitation listenerInvitation',
      listener: 'acceptedInvitation',
      unconfirmed: '',
      late: 'lateInvitation',
      executor: listeners,
      owner: family,
      other: 'otherInvitation',
      admin: all,
      service: all,
    },
  },
  {
    what: 'nobody reads token, nor uses it to find a row',
    attempt: `select id from public."Invitation" where token <> ''`,
    expected: { rest: denied, service: 7 },
  },
  {
    what: 'rows are made by create_invitation alone',
    attempt: `insert into public."Invitation" ("sharerId", "inviteeEmail", role)
      values ('${rows.sharer}', 'x@example.org', 'LISTENER')`,
    expected: { rest: denied, admin: 1, service: 1 },
  },
  ...['DECLINED', 'EXPIRED'].map((status) => ({
    what: `managers cancel a pending one: ${status}`,
    attempt: setStatus('listenerInvitation', status),
    expected: { rest: 0, anon: denied, executor: 1, owner: 1, admin: 1, service: 1 },
  })),
  {
    what: `a keeper's invitation is cancelled by the storyteller alone`,
    attempt: setStatus('executorInvitation', 'DECLINED'),
    expected: { rest: 0, anon: denied, owner: 1, admin: 1, service: 1 },
  },
  ...['ACCEPTED', 'PENDING'].map((status) => ({
    what: `no client sets ${status}`,
    attempt: setStatus('listenerInvitation', status),
    expected: { rest: 0, anon: denied, executor: denied, owner: denied, admin: 1, service: 1 },
  })),
  {
    what: 'one that is settled stays as it is',
    attempt: setStatus('acceptedInvitation', 'DECLINED'),
    expected: { rest: 0, anon: denied, admin: 1, service: 1 },
  },
  {
    what: 'an UPDATE without WHERE reaches the pending ones of those who may',
    attempt: `update public."Invitation" set status = 'DECLINED'`,
    expected: { rest: 0, anon: denied, executor: 3, owner: 4, other: 1, admin: 7, service: 7 },
  },
  ...[
    'id',
    'sharerId',
    'inviterId',
    'inviteeEmail',
    'role',
    'createdAt',
    'updatedAt',
    'acceptedAt',
  ].map((column) => ({
    what: `${column} is not a client's to change`,
    attempt: `update public."Invitation" set "${column}" = "${column}"`,
    expected: { rest: denied, admin: 7, service: 7 },
  })),
  {
    what: 'token is not for a client to change',
    attempt: `update public."Invitation" set token = null where id = '${rows.listenerInvitation}'`,
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'managers remove them, the keeper those of listeners',
    attempt: 'delete from public."Invitation"',
    expected: { rest: 0, anon: denied, executor: 5, owner: 6, other: 1, admin: 7, service: 7 },
  },
]);

export const invitations = [invitation];
