import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { bannedColumns, denied, noClientMay, shutColumns } from './outcomes.ts';

const order = (table: string, person: keyof typeof people, asset: string, quality = 'audio') => `
  insert into public."${table}" ("profileId", "muxAssetId", quality)
  values ('${people[person]}', ${asset}, '${quality}')`;

/** What the service alone writes. */
const written = [
  ...['status', 'retries', 'last_attempted', 'downloadedAt'],
  ...['file', 'bytes', 'problem', 'requestedAt', 'expiresAt'],
];

const downloads = [
  { table: 'VideoDownload', open: `'asset-public'`, shut: `'asset-private'` },
  { table: 'TopicVideoDownload', open: `'asset-topicVideo'`, shut: `'asset-otherTopicVideo'` },
].map(({ table, open, shut }) =>
  accessTable(table, [
    {
      what: 'is read by oneself, also when the right to the recording is gone',
      see: `select id from public."${table}"`,
      expected: {
        rest: '',
        anon: denied,
        listener: `listener${table}`,
        revoked: `revoked${table}`,
        owner: `owner${table}`,
        other: `other${table}`,
        admin: `listener${table} other${table} owner${table} revoked${table}`,
        service: `listener${table} other${table} owner${table} revoked${table}`,
      },
    },
    {
      what: 'one downloads what one may read, for oneself',
      attempt: order(table, 'listener', open),
      expected: { ...noClientMay(1), listener: 1 },
    },
    ...[shut, `'no-such-asset'`, 'null', `''`].map((asset) => ({
      what: `and not ${asset}`,
      attempt: order(table, 'listener', asset),
      expected: noClientMay(1),
    })),
    {
      what: 'nor what one may read no longer',
      attempt: order(table, 'revoked', open),
      expected: noClientMay(1),
    },
    {
      what: 'nor in a quality that there is not',
      attempt: order(table, 'listener', open, 'best'),
      expected: noClientMay(1),
    },
    {
      what: 'as it came it is not for listeners',
      attempt: order(table, 'listener', open, 'original'),
      expected: noClientMay(1),
    },
    ...(['owner', 'executor'] as const).map((manager) => ({
      what: `but for managers: ${manager}`,
      attempt: order(table, manager, open, 'original'),
      expected: { ...noClientMay(1), [manager]: 1 },
    })),
    {
      what: 'nor for managers of others',
      attempt: order(table, 'other', open, 'original'),
      expected: noClientMay(1),
    },
    ...bannedColumns(
      table,
      written,
      '"profileId", "muxAssetId", quality',
      `'${people.listener}', ${open}, 'audio'`,
    ),
    ...shutColumns(table, ['id', 'profileId', 'muxAssetId', 'quality', ...written], 4),
    {
      what: 'one removes them',
      attempt: `delete from public."${table}"`,
      expected: {
        rest: 0,
        anon: denied,
        listener: 1,
        revoked: 1,
        owner: 1,
        other: 1,
        admin: 4,
        service: 4,
      },
    },
  ]),
);

const copies = accessTable('api.download', [
  {
    what: 'has the copies that one asked for',
    see: 'select id from api.download',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listenerTopicVideoDownload listenerVideoDownload',
      revoked: 'revokedTopicVideoDownload revokedVideoDownload',
      owner: 'ownerTopicVideoDownload ownerVideoDownload',
      other: 'otherTopicVideoDownload otherVideoDownload',
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'tells of those alone that one may watch',
    attempt: `select from api.download
      where coalesce("videoId", "topicVideoId", "storyId") is not null or title is not null
        or "sharerName" is not null or "dateRecorded" is not null or "muxPlaybackId" is not null`,
    expected: {
      rest: 0,
      anon: denied,
      listener: 2,
      owner: 2,
      other: 2,
      admin: denied,
      service: denied,
    },
  },
]);

const requests = accessTable('api.request_download', [
  {
    what: 'is not for what cannot be watched yet',
    attempt: `select api.request_download('${rows.publicVideo}', null, 'audio')`,
    expected: {
      rest: 'P0002',
      anon: denied,
      ...Object.fromEntries(
        ['listener', 'reader', 'writer', 'executor', 'owner'].map((who) => [who, '55000']),
      ),
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'nor is a topic video, for all who may watch it',
    attempt: `select api.request_download(null, '${rows.topicVideo}', 'audio')`,
    expected: {
      rest: 'P0002',
      anon: denied,
      ...Object.fromEntries(
        ['listener', 'none', 'reader', 'writer', 'executor', 'owner'].map((who) => [who, '55000']),
      ),
      admin: denied,
      service: denied,
    },
  },
]);

const views = [
  { table: '_ListenerPromptViews', what: 'Response' },
  { table: '_ListenerVideoViews', what: 'Video' },
].map(({ table, what }) => {
  const note = (row: keyof typeof rows, story: 'public' | 'private' | 'custom' | 'other') =>
    `insert into public."${table}" ("A", "B") values ('${rows[row]}', '${rows[`${story}${what}` as keyof typeof rows]}')`;
  return accessTable(table, [
    {
      what: 'is read by the listener and by managers',
      see: `select "A" from public."${table}"`,
      expected: {
        rest: '',
        anon: denied,
        listener: 'listenerRow',
        revoked: 'revokedRow',
        executor: 'listenerRow revokedRow',
        owner: 'listenerRow revokedRow',
        other: 'otherListenerRow',
        otherListener: 'otherListenerRow',
        admin: 'listenerRow otherListenerRow revokedRow',
        service: 'listenerRow otherListenerRow revokedRow',
      },
    },
    {
      what: 'a listener notes what they watched, and nobody for them',
      attempt: note('readerRow', 'custom'),
      expected: { ...noClientMay(1), reader: 1 },
    },
    ...(['private', 'other'] as const).map((story) => ({
      what: `not what they may not read: ${story}`,
      attempt: note('readerRow', story),
      expected: noClientMay(1),
    })),
    {
      what: 'nor what belongs to another sharer than the row',
      attempt: note('keeperRow', 'other'),
      expected: { ...noClientMay(1), otherExecutor: denied },
    },
    {
      what: 'nor with a row that has no access, though they may read it as its keeper',
      attempt: note('revokedKeeperRow', 'other'),
      expected: { ...noClientMay(1), otherExecutor: denied },
    },
    ...shutColumns(table, ['A', 'B'], 3),
    {
      what: 'no client removes',
      attempt: `delete from public."${table}"`,
      expected: noClientMay(3),
    },
  ]);
});

export const watched = [...downloads, copies, requests, ...views];
