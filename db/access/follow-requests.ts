import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { bannedColumns, denied, managersMay, noClientMay, shutColumns } from './outcomes.ts';

const family = 'approvedRequest deniedRequest pendingRequest';
const all = 'approvedRequest deniedRequest otherRequest pendingRequest';

const ask = (person: keyof typeof people, status = 'PENDING') => `
  insert into public."FollowRequest" ("sharerId", "requestorId", status)
  values ('${rows.sharer}', '${people[person]}', '${status}')`;
const settle = (request: keyof typeof rows, status: string) =>
  `update public."FollowRequest" set status = '${status}' where id = '${rows[request]}'`;

const followRequest = accessTable('FollowRequest', [
  {
    what: 'is read by who asks and by managers',
    see: 'select id from public."FollowRequest"',
    expected: {
      rest: '',
      anon: denied,
      follower: 'otherRequest pendingRequest',
      refused: 'deniedRequest',
      listener: 'approvedRequest',
      executor: family,
      owner: family,
      other: 'otherRequest',
      admin: all,
      service: all,
    },
  },
  {
    what: 'one asks for oneself',
    attempt: ask('stranger'),
    expected: { ...noClientMay(1), stranger: 1 },
  },
  {
    what: 'once',
    attempt: ask('follower'),
    expected: { ...noClientMay('23505'), follower: '23505' },
  },
  { what: 'not of oneself', attempt: ask('owner'), expected: noClientMay(1) },
  ...['APPROVED', 'DENIED'].map((status) => ({
    what: `nobody begins with ${status}`,
    attempt: ask('stranger', status),
    expected: noClientMay(1),
  })),
  ...bannedColumns(
    'FollowRequest',
    ['createdAt', 'updatedAt', 'approvedAt', 'deniedAt'],
    '"sharerId", "requestorId"',
    `'${rows.sharer}', '${people.stranger}'`,
  ),
  ...(
    [
      ['pendingRequest', 'APPROVED'],
      ['pendingRequest', 'DENIED'],
      ['deniedRequest', 'APPROVED'],
    ] as const
  ).map(([request, status]) => ({
    what: `managers alone: ${request} becomes ${status}`,
    attempt: settle(request, status),
    expected: { ...managersMay(), rest: 0, anon: denied, follower: 0, refused: 0 },
  })),
  ...(
    [
      ['deniedRequest', 'PENDING'],
      ['approvedRequest', 'DENIED'],
      ['approvedRequest', 'PENDING'],
    ] as const
  ).map(([request, status]) => ({
    what: `no client: ${request} becomes ${status}`,
    attempt: settle(request, status),
    expected: {
      rest: 0,
      anon: denied,
      follower: 0,
      refused: 0,
      executor: denied,
      owner: denied,
      admin: 1,
      service: 1,
    },
  })),
  {
    what: 'an UPDATE without WHERE reaches those of the caller’s stories',
    attempt: `update public."FollowRequest" set status = 'APPROVED'`,
    expected: {
      rest: 0,
      anon: denied,
      follower: 0,
      executor: 3,
      owner: 3,
      other: 1,
      admin: 4,
      service: 4,
    },
  },
  ...shutColumns(
    'FollowRequest',
    ['id', 'sharerId', 'requestorId', 'createdAt', 'updatedAt', 'approvedAt', 'deniedAt'],
    4,
  ),
  {
    what: 'who asks withdraws while it is open, and nobody else removes one',
    attempt: 'delete from public."FollowRequest"',
    expected: { rest: 0, anon: denied, follower: 2, refused: 0, admin: 4, service: 4 },
  },
]);

export const followRequests = [followRequest];
