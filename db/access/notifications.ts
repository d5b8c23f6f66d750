import { accessTable, type Expected } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { pushEndpoint } from '../testing/world-belongings.ts';
import { denied, noClientMay, shutColumns } from './outcomes.ts';

/** What each was told of in the world; some of it they may no longer see. */
const told = {
  listener: 'listenerRow publicResponse',
  none: 'noneRow publicResponse',
  reader: 'customResponse readerRow',
  writer: 'writerRow',
  revoked: 'publicResponse',
  stranger: 'privateResponse',
  otherListener: 'otherListenerRow',
  otherExecutor: 'keeperRow otherRequest',
  owner: 'pendingRequest',
  executor: 'pendingRequest',
  other: 'otherRequest',
  invitee: 'executorInvitation listenerInvitation',
  late: 'lateInvitation',
};
const all = Object.values(told).join(' ').split(' ').sort().join(' ');
const total = all.split(' ').length;
const counts = Object.fromEntries(
  Object.entries(told).map(([person, subjects]) => [person, subjects.split(' ').length]),
);

const notification = accessTable('Notification', [
  {
    what: 'is read by oneself',
    see: 'select "subjectId" from public."Notification"',
    expected: { rest: '', anon: denied, ...told, admin: all, service: all },
  },
  {
    what: 'is marked as read by oneself, without WHERE too',
    attempt: 'update public."Notification" set "readAt" = now()',
    expected: { rest: 0, anon: denied, ...counts, admin: total, service: total },
  },
  {
    what: 'is written by nobody',
    attempt: `insert into public."Notification" ("profileId", kind, "profileSharerId", "subjectId")
      values ('${people.listener}', 'story', '${rows.sharer}', '${rows.customResponse}')`,
    expected: noClientMay(1),
  },
  {
    what: 'is removed by nobody',
    attempt: 'delete from public."Notification"',
    expected: noClientMay(total),
  },
  ...shutColumns(
    'Notification',
    ['profileId', 'kind', 'profileSharerId', 'subjectId', 'personId', 'createdAt', 'mailedAt'],
    total,
  ),
]);

const stillSeen: Expected = {
  rest: '',
  anon: denied,
  ...told,
  none: 'noneRow',
  revoked: '',
  stranger: '',
  late: '',
  admin: denied,
  service: denied,
};

const shown = accessTable('api.notification', [
  {
    what: 'shows what one may see now',
    see: 'select "subjectId" from api.notification',
    expected: stillSeen,
  },
  {
    what: 'api.notification_lines shows no more',
    see: `select n."subjectId" from public."Notification" n
      join api.notification_lines('app', false) l on n.id = any (l.members)`,
    expected: stillSeen,
  },
]);

const own = { listener: 'listener', owner: 'owner' };
const switchOf = (person: keyof typeof people) => `
  insert into public."NotificationSwitch" ("profileId", about, channel, "isOn")
  values ('${people[person]}', 'stories', 'mail', false)`;

const notificationSwitch = accessTable('NotificationSwitch', [
  {
    what: 'is read by oneself',
    see: 'select "profileId" from public."NotificationSwitch"',
    expected: {
      rest: '',
      anon: denied,
      ...own,
      admin: 'listener owner',
      service: 'listener owner',
    },
  },
  {
    what: 'is set for oneself',
    attempt: switchOf('stranger'),
    expected: { rest: denied, stranger: 1, admin: 1, service: 1 },
  },
  {
    what: 'and changed, without WHERE too',
    attempt: 'update public."NotificationSwitch" set "isOn" = true',
    expected: { rest: 0, anon: denied, listener: 1, owner: 1, admin: 2, service: 2 },
  },
  ...shutColumns('NotificationSwitch', ['profileId', 'about', 'channel'], 2),
  {
    what: 'goes with the person alone',
    attempt: 'delete from public."NotificationSwitch"',
    expected: { rest: denied, admin: 2, service: 2 },
  },
]);

const contactPreference = accessTable('ContactPreference', [
  {
    what: 'is read by oneself',
    see: 'select "profileId" from public."ContactPreference"',
    expected: {
      rest: '',
      anon: denied,
      ...own,
      admin: 'listener owner',
      service: 'listener owner',
    },
  },
  {
    what: 'is set for oneself',
    attempt: `insert into public."ContactPreference" ("profileId") values ('${people.stranger}')`,
    expected: { rest: denied, stranger: 1, admin: 1, service: 1 },
  },
  {
    what: 'and changed, without WHERE too',
    attempt: `update public."ContactPreference" set language = 'en', "timeZone" = 'Europe/Madrid'`,
    expected: { rest: 0, anon: denied, listener: 1, owner: 1, admin: 2, service: 2 },
  },
  ...shutColumns('ContactPreference', ['profileId', 'updatedAt'], 2),
  {
    what: 'goes with the person alone',
    attempt: 'delete from public."ContactPreference"',
    expected: { rest: denied, admin: 2, service: 2 },
  },
]);

const subscribe = (person: keyof typeof people) =>
  `select api.subscribe_push('${pushEndpoint(people[person])}', repeat('B', 87), repeat('B', 22))`;

const pushSubscription = accessTable('PushSubscription', [
  {
    what: 'is read by oneself',
    see: 'select "profileId" from public."PushSubscription"',
    expected: {
      rest: '',
      anon: denied,
      ...own,
      admin: 'listener owner',
      service: 'listener owner',
    },
  },
  {
    what: 'is not written by hand',
    attempt: `insert into public."PushSubscription" ("profileId", endpoint, p256dh, auth)
      values ('${people.listener}', '${pushEndpoint('new')}', repeat('B', 87), repeat('B', 22))`,
    expected: noClientMay(1),
  },
  ...shutColumns('PushSubscription', ['profileId', 'endpoint', 'p256dh', 'auth'], 2),
  {
    what: 'is ended by oneself, without WHERE too',
    attempt: 'delete from public."PushSubscription"',
    expected: { rest: 0, anon: denied, listener: 1, owner: 1, admin: 2, service: 2 },
  },
  {
    what: 'api.subscribe_push is for whoever is signed in, on whosever device it was',
    attempt: subscribe('owner'),
    expected: { rest: 1, anon: denied, nobody: denied, admin: denied, service: denied },
  },
]);

export const notifications = [
  notification,
  shown,
  notificationSwitch,
  contactPreference,
  pushSubscription,
];
