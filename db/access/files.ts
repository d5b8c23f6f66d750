import { type AccessCase, accessTable, type Expected } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { denied, managersMay, noClientMay } from './outcomes.ts';

const { sharer, otherSharer, publicResponse, otherResponse } = rows;
const avatars = 'listenerAvatar ownerAvatar';
const all =
  'customFile dotFile exportFile listenerAvatar looseFile oddFile odderFile otherFile ownerAvatar privateFile publicFile videoFile';
const mine = {
  rest: 0,
  listener: 1,
  executor: 3,
  owner: 4,
  other: 1,
  otherExecutor: 1,
  admin: 12,
  service: 12,
};

const put = (what: string, bucket: string, name: string, expected: Expected): AccessCase => ({
  what: `${what}: ${bucket} ${name}`,
  attempt: `insert into storage.objects (bucket_id, name) values ('${bucket}', '${name}')`,
  expected,
});
const rename = (what: string, file: keyof typeof rows, name: string, expected: Expected) => ({
  what,
  attempt: `update storage.objects set name = '${name}' where id = '${rows[file]}'`,
  expected,
});

const files = accessTable('storage.objects', [
  {
    what: 'avatars are public, attachments seen with their story, the rest is for the service',
    see: 'select id from storage.objects',
    expected: {
      rest: avatars,
      listener: `${avatars} publicFile`,
      reader: `customFile ${avatars} publicFile`,
      writer: `customFile ${avatars} publicFile`,
      executor: `customFile ${avatars} privateFile publicFile`,
      owner: `customFile ${avatars} privateFile publicFile`,
      other: `listenerAvatar otherFile ownerAvatar`,
      admin: all,
      service: all,
    },
  },
  put('one writes into a folder of one’s own', 'avatars', `${people.listener}/b.jpg`, {
    ...noClientMay(1),
    listener: 1,
  }),
  ...[
    people.listener,
    `${people.listener}/`,
    `${people.listener}//b.jpg`,
    `${people.listener}/../${people.owner}/b.jpg`,
    `${people.listener}/.`,
    `/${people.listener}/b.jpg`,
    `${people.listener.toUpperCase()}/b.jpg`,
    `${people.listener}x/b.jpg`,
    'b.jpg',
    '',
  ].map((name) => put('and into no other', 'avatars', name, noClientMay(1))),
  put('managers add to a story', 'attachments', `${sharer}/${publicResponse}/b.jpg`, managersMay()),
  ...[
    `${sharer}/${otherResponse}/b.jpg`,
    `${otherSharer}/${publicResponse}/b.jpg`,
    `${sharer}/${rows.newRow}/b.jpg`,
    `${sharer}/${publicResponse}`,
    `${sharer}/${publicResponse}/`,
    `${sharer}/${publicResponse}//b.jpg`,
    `${sharer}/${publicResponse}/../b.jpg`,
    `${sharer}/${publicResponse}/..`,
    `${sharer}/../${publicResponse}/b.jpg`,
    `/${sharer}/${publicResponse}/b.jpg`,
    `${sharer.toUpperCase()}/${publicResponse}/b.jpg`,
    `${sharer}/not-a-uuid/b.jpg`,
    `${publicResponse}/${sharer}/b.jpg`,
    `${people.owner}/b.jpg`,
    'x/y/b.jpg',
    '',
  ].map((name) =>
    put('a path that names no story is refused', 'attachments', name, noClientMay(1)),
  ),
  ...['videos', 'exports'].flatMap((bucket) =>
    [`${sharer}/${publicResponse}/b.mp4`, `${people.owner}/b.mp4`].map((name) =>
      put('for the service alone', bucket, name, noClientMay(1)),
    ),
  ),
  put('there is no such bucket', 'secrets', `${people.owner}/b`, noClientMay('23503')),
  {
    what: 'a file without a name is refused',
    attempt: `insert into storage.objects (bucket_id) values ('avatars'), ('attachments')`,
    expected: noClientMay(2),
  },
  {
    what: 'an UPDATE without WHERE reaches what one may write',
    attempt: `update storage.objects set metadata = '{}'`,
    expected: mine,
  },
  ...['videos', 'exports'].map((bucket) => ({
    what: `no file moves to ${bucket}`,
    attempt: `update storage.objects set bucket_id = '${bucket}'`,
    expected: {
      rest: 0,
      listener: denied,
      executor: denied,
      owner: denied,
      other: denied,
      admin: 12,
      service: 12,
    },
  })),
  rename('nor into the folder of another', 'listenerAvatar', `${people.owner}/b.jpg`, {
    rest: 0,
    listener: denied,
    admin: 1,
    service: 1,
  }),
  rename(
    'nor to the story of another sharer',
    'publicFile',
    `${otherSharer}/${otherResponse}/b.jpg`,
    { rest: 0, executor: denied, owner: denied, admin: 1, service: 1 },
  ),
  ...[`${sharer}/${otherResponse}/b.jpg`, `${otherSharer}/${publicResponse}/b.jpg`].map((name) => ({
    what: `nor to what does not belong together: ${name}`,
    attempt: `update storage.objects set name = '${name}'`,
    expected: {
      rest: 0,
      listener: denied,
      executor: denied,
      owner: denied,
      other: denied,
      otherExecutor: denied,
      admin: '23505',
      service: '23505',
    },
  })),
  {
    what: 'nor where one only listens, without WHERE too',
    attempt: `update storage.objects set name = '${sharer}/${publicResponse}/b.jpg'`,
    expected: {
      rest: 0,
      listener: denied,
      executor: '23505',
      owner: denied,
      other: denied,
      otherExecutor: denied,
      admin: '23505',
      service: '23505',
    },
  },
  {
    what: 'one removes what one may write',
    attempt: 'delete from storage.objects',
    expected: mine,
  },
]);

export const storedFiles = [files];
