import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { bannedColumns, denied, noClientMay, shutColumns } from './outcomes.ts';

const order = (table: string, person: keyof typeof people, asset: string) => `
  insert into public."${table}" ("profileId", "muxAssetId") values ('${people[person]}', ${asset})`;

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
    ...bannedColumns(
      table,
      ['downloadedAt', 'status', 'retries', 'last_attempted'],
      '"profileId", "muxAssetId"',
      `'${people.listener}', ${open}`,
    ),
    ...shutColumns(
      table,
      [
        'id',
        'profileId',
        'muxAssetId',
        'quality',
        'downloadedAt',
        'status',
        'retries',
        'last_attempted',
      ],
      4,
    ),
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

export const watched = [...downloads, ...views];
