import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';

const denied = '42501';
const everyListener = 'keeperRow listenerRow noneRow readerRow revokedRow writerRow';
const everyone =
  'keeperRow listenerRow noneRow otherListenerRow readerRow revokedKeeperRow revokedRow writerRow';

const profileSharer = accessTable('ProfileSharer', [
  {
    what: 'is read by the storyteller, the keeper and those who listen now',
    see: 'select id from public."ProfileSharer"',
    expected: {
      rest: 'sharer',
      anon: denied,
      stranger: '',
      invitee: '',
      revoked: '',
      other: 'otherSharer',
      adminAsPerson: '',
      admin: 'otherSharer sharer',
      service: 'otherSharer sharer',
    },
  },
  {
    what: 'is made for oneself, by a SHARER',
    attempt: `insert into public."ProfileSharer" ("profileId") values ('${people.stranger}')`,
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'is made once',
    attempt: `insert into public."ProfileSharer" ("profileId") values ('${people.owner}')`,
    expected: { rest: denied, owner: '23505', admin: '23505', service: '23505' },
  },
  {
    what: 'subscriptionStatus cannot come along',
    attempt: `insert into public."ProfileSharer" ("profileId", "subscriptionStatus")
      values ('${people.owner}', true)`,
    expected: { rest: denied, admin: '23505', service: '23505' },
  },
  {
    what: 'subscriptionStatus is not changed by clients',
    attempt: 'update public."ProfileSharer" set "subscriptionStatus" = true',
    expected: { rest: denied, admin: 2, service: 2 },
  },
  {
    what: 'is removed by the storyteller alone',
    attempt: 'delete from public."ProfileSharer"',
    expected: { rest: 0, anon: denied, owner: 1, other: 1, admin: 2, service: 2 },
  },
]);

const profileListener = accessTable('ProfileListener', [
  {
    what: 'a listener sees their own row, also when revoked; managers see all of theirs',
    see: 'select id from public."ProfileListener"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listenerRow',
      revoked: 'revokedRow',
      none: 'noneRow',
      reader: 'readerRow',
      writer: 'writerRow',
      executor: everyListener,
      owner: everyListener,
      other: 'otherListenerRow revokedKeeperRow',
      admin: everyone,
      service: everyone,
    },
  },
  {
    what: 'nobody inserts one as a client',
    attempt: `insert into public."ProfileListener" ("listenerId", "sharerId")
      values ('${people.stranger}', '${rows.sharer}')`,
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'managers change hasAccess, and a listener is told that it is not theirs',
    attempt: 'update public."ProfileListener" set "hasAccess" = not "hasAccess"',
    expected: {
      rest: denied,
      stranger: 0,
      invitee: 0,
      adminAsPerson: 0,
      executor: 6,
      owner: 6,
      other: 2,
      admin: 8,
      service: 8,
    },
  },
  ...['notifications = false', `"lastViewed" = now()`].map((change) => ({
    what: `only the listener changes ${change}`,
    attempt: `update public."ProfileListener" set ${change}`,
    expected: {
      rest: 1,
      anon: denied,
      stranger: 0,
      invitee: 0,
      adminAsPerson: 0,
      executor: denied,
      owner: denied,
      other: denied,
      admin: 8,
      service: 8,
    },
  })),
  {
    what: 'writing hasAccess as it is harms nobody',
    attempt: `update public."ProfileListener" set "hasAccess" = "hasAccess", notifications = false
      where "listenerId" = '${people.listener}'`,
    expected: {
      rest: 0,
      anon: denied,
      listener: 1,
      executor: denied,
      owner: denied,
      admin: 1,
      service: 1,
    },
  },
  ...['listenerId', 'sharerId', 'id', 'sharedSince', 'createdAt', 'updatedAt'].map((column) => ({
    what: `${column} is not a client's to write`,
    attempt: `update public."ProfileListener" set "${column}" = "${column}"`,
    expected: { rest: denied, admin: 8, service: 8 },
  })),
  {
    what: 'a listener leaves, and managers remove listeners',
    attempt: 'delete from public."ProfileListener"',
    expected: {
      rest: 1,
      anon: denied,
      stranger: 0,
      invitee: 0,
      adminAsPerson: 0,
      executor: 6,
      owner: 6,
      other: 2,
      admin: 8,
      service: 8,
    },
  },
]);

const profileExecutor = accessTable('ProfileExecutor', [
  {
    what: 'is read by the storyteller and the keeper',
    see: 'select id from public."ProfileExecutor"',
    expected: {
      rest: '',
      anon: denied,
      executor: 'executorRow',
      owner: 'executorRow',
      other: 'otherExecutorRow',
      otherExecutor: 'otherExecutorRow',
      admin: 'executorRow otherExecutorRow',
      service: 'executorRow otherExecutorRow',
    },
  },
  {
    what: 'nobody inserts one as a client, the storyteller neither',
    attempt: `insert into public."ProfileExecutor" ("sharerId", "executorId")
      values ('${rows.sharer}', '${people.stranger}')`,
    expected: { rest: denied, admin: '23505', service: '23505' },
  },
  {
    what: 'is not changed by clients',
    attempt: `update public."ProfileExecutor" set "executorId" = '${people.stranger}'`,
    expected: { rest: denied, admin: 2, service: 2 },
  },
  {
    what: 'is ended by either side',
    attempt: 'delete from public."ProfileExecutor"',
    expected: {
      rest: 0,
      anon: denied,
      executor: 1,
      owner: 1,
      other: 1,
      otherExecutor: 1,
      admin: 2,
      service: 2,
    },
  },
]);

export const ties = [profileSharer, profileListener, profileExecutor];
