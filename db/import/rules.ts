import { literal } from './catalogue.ts';
import { type Desk, was } from './notes.ts';
import type { Staged } from './stage.ts';

/** A step of one table alone. `find` gives the other tables. */
export type Rule = (desk: Desk, table: Staged, find: (title: string) => Staged) => Promise<void>;

const known = (column: string, values: string[]) =>
  `s."${column}" is null or s."${column}" not in (${values.map(literal).join(', ')})`;

/** What was no exact name let nobody in before, so it lets nobody in here. */
const narrow =
  (column: string, values: string[], to: string): Rule =>
  (desk, table) =>
    desk.change(table, column, {
      where: known(column, values),
      value: literal(to),
      reason: `${was(column)} || ${literal(`, which is ${to} now`)}`,
    });

/** Where one connection is there twice, each no counts: whoever was shut out stays out. */
const narrowListeners: Rule = async (desk, table) => {
  for (const column of ['hasAccess', 'notifications']) {
    if (!table.columns.some(({ name }) => name === column)) continue;
    await desk.change(table, column, {
      where: `s."${column}" = 'true' and exists (select from ${table.stage} o
        where o._state is null and o."listenerId" = s."listenerId" and o."sharerId" = s."sharerId"
          and o."${column}" = 'false')`,
      value: `'false'`,
      reason: literal(`a repeat of this connection says no to "${column}"`),
    });
  }
};

const noAccess: Rule = (desk, table) =>
  desk.change(table, 'hasAccess', {
    where: 's."hasAccess" is null',
    value: `'false'`,
    reason: literal('"hasAccess" was empty, which is false now'),
  });

/** Raw tokens are never kept. One that looks like a hash may be raw too, so it is hashed as well. */
export const hashTokens: Rule = async (desk, table) => {
  await desk.change(table, 'token', {
    where: `btrim(s.token) = ''`,
    value: 'null',
    reason: literal('"token" was empty'),
  });
  await desk.run(`update ${table.stage} s set token = encode(sha256(convert_to(token, 'UTF8')), 'hex')
    where _state is null and token is not null`);
};

const invitedRoles: Rule = (desk, table) =>
  desk.setAside(
    table,
    `s.role not in ('LISTENER', 'EXECUTOR')`,
    literal('people are invited as LISTENER or EXECUTOR'),
  );

const ownListener: Rule = (desk, table) =>
  desk.setAside(
    table,
    `s."permissionLevel" <> 'none' and not exists (
      select from public."PromptResponse" r join public."ProfileListener" l on l."sharerId" = r."profileSharerId"
      where r.id::text = s."responseId" and l."listenerId"::text = s."userId")`,
    literal('it opens a response to somebody who does not listen to its sharer'),
  );

/** A row between two rows of different sharers is set aside. */
const joins =
  (a: string, aTable: string, aSharer: string, b: string, bTable: string): Rule =>
  (desk, table) =>
    desk.setAside(
      table,
      `not exists (select from public."${aTable}" x join public."${bTable}" y on y."profileSharerId" = x."${aSharer}"
        where x.id = s."${a}"::uuid and y.id = s."${b}"::uuid)`,
      literal('it joins two sharers'),
    );

const ownObject: Rule = (desk, table) =>
  desk.change(table, 'promptResponseId', {
    where: `s."promptResponseId" is not null and not exists (
      select from public."PromptResponse" r join public."ProfileSharer" o on o.id = r."profileSharerId"
      where r.id = s."promptResponseId"::uuid and o."profileId"::text = s."userId")`,
    value: 'null',
    reason: literal(`its "promptResponseId" is another sharer's PromptResponse`),
  });

const closeBucket: Rule = (desk, table) =>
  desk.change(table, 'public', {
    where: `s.public = 'true' and s.id <> 'avatars'`,
    value: `'false'`,
    reason: literal('the bucket was public'),
  });

const markFiles: Rule = async (desk, table) => {
  if (!table.columns.some(({ name }) => name === 'user_metadata')) return;
  await desk.run(`update ${table.stage} set user_metadata = (
      case when jsonb_typeof(user_metadata::jsonb) = 'object' then user_metadata::jsonb else '{}' end
      || '{"telloomFile": "to be fetched"}')::text
    where _state is null`);
};

const lowerAddress: Rule = (desk, table) =>
  desk.change(table, 'email', {
    where: 's.email <> lower(s.email)',
    value: 'lower(s.email)',
    reason: literal('"email" is in lower case, as people sign in by it'),
  });

const adminFollowsRoles: Rule = async (desk, table, find) => {
  if (!table.columns.some(({ name }) => name === 'isAdmin')) return;
  await desk.change(table, 'isAdmin', {
    where: `s."isAdmin" = 'true' and not exists (select from ${find('ProfileRole').stage} r
      where lower(r."profileId") = s._id and r.role = 'ADMIN')`,
    value: `'false'`,
    reason: literal('"isAdmin" was true without the role ADMIN'),
  });
};

/** A recording without a sharer is that of the one sharer whose responses use it. */
const sharerOfVideo: Rule = (desk, table, find) => {
  const users = `from ${find('PromptResponse').stage} r where lower(r."videoId") = lower(s.id)`;
  return desk.change(table, 'profileSharerId', {
    where: `s."profileSharerId" is null and (select count(distinct r."profileSharerId") ${users}) = 1`,
    value: `(select min(r."profileSharerId") ${users})`,
    reason: literal('"profileSharerId" was empty, and is that of its response'),
  });
};

const sharerOfAttachment: Rule = (desk, table) => {
  const response = `from public."PromptResponse" r where r.id::text = lower(s."promptResponseId")`;
  return desk.change(table, 'profileSharerId', {
    where: `s."profileSharerId" is null and exists (select ${response})`,
    value: `(select r."profileSharerId"::text ${response})`,
    reason: literal('"profileSharerId" was empty, and is that of its response'),
  });
};

const lived = (person: string) =>
  `exists (select from import_lived l where l.id = lower(${person}))`;
const personOf = (sharer: string) =>
  `(select o."profileId"::text from public."ProfileSharer" o where o.id::text = lower(${sharer}))`;
const sharerOfResponse = `(select r."profileSharerId"::text from public."PromptResponse" r
  where r.id::text = lower(s."responseId"))`;

/**
 * Between people who moved in with an earlier run, what gives somebody rights does not come again:
 * it may have been taken away here since. `where` is SQL over the staged row `s`; rows that are
 * there still, by id or by what makes them the same, are not meant.
 */
const decidedHere =
  (where: string, same: string[]): Rule =>
  (desk, table) => {
    const equal = same.map((name) => `lower(t."${name}"::text) = lower(s."${name}")`).join(' and ');
    return desk.setAside(
      table,
      `${where} and not exists (select from public."${table.title}" t
        where t.id::text = lower(btrim(s._id)) or (${equal}))`,
      literal('these people moved in with an earlier run: who may do what is decided here since'),
    );
  };

/** Before values are cast: what is unknown here must not fall to a default that opens something. */
export const earlyRules: Record<string, Rule[]> = {
  'auth.users': [lowerAddress],
  Video: [sharerOfVideo],
  PromptResponseAttachment: [sharerOfAttachment],
  PromptResponse: [narrow('privacyLevel', ['Private', 'Public', 'Custom'], 'Private')],
  ResponsePermission: [narrow('permissionLevel', ['none', 'read', 'write'], 'none')],
  FollowRequest: [narrow('status', ['PENDING', 'APPROVED', 'DENIED'], 'DENIED')],
  Invitation: [
    narrow('status', ['PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED'], 'EXPIRED'),
    invitedRoles,
  ],
};

/** After values are cast, before parents are looked for. */
export const valueRules: Record<string, Rule[]> = {
  Profile: [adminFollowsRoles],
  ProfileListener: [noAccess],
  'storage.buckets': [closeBucket],
};

/** After parents are known, before repeats merge. */
export const parentRules: Record<string, Rule[]> = {
  ProfileRole: [
    decidedHere(`s.role in ('ADMIN', 'EXECUTOR') and ${lived('s."profileId"')}`, [
      'profileId',
      'role',
    ]),
  ],
  ProfileListener: [
    decidedHere(`${lived('s."listenerId"')} and ${lived(personOf('s."sharerId"'))}`, [
      'listenerId',
      'sharerId',
    ]),
    narrowListeners,
  ],
  ProfileExecutor: [
    decidedHere(`${lived('s."executorId"')} and ${lived(personOf('s."sharerId"'))}`, ['sharerId']),
  ],
  ResponsePermission: [
    ownListener,
    decidedHere(
      `s."permissionLevel" <> 'none' and ${lived('s."userId"')} and ${lived(personOf(sharerOfResponse))}`,
      ['userId', 'responseId'],
    ),
  ],
  Invitation: [decidedHere(`s.status = 'PENDING' and ${lived(personOf('s."sharerId"'))}`, ['id'])],
  PromptResponseAttachmentPersonTag: [
    joins(
      'promptResponseAttachmentId',
      'PromptResponseAttachment',
      'profileSharerId',
      'personTagId',
      'PersonTag',
    ),
  ],
  Object: [ownObject],
  _ListenerPromptViews: [joins('A', 'ProfileListener', 'sharerId', 'B', 'PromptResponse')],
  _ListenerVideoViews: [joins('A', 'ProfileListener', 'sharerId', 'B', 'Video')],
  _PromptResponseToThematicVideo: [
    joins('A', 'PromptResponse', 'profileSharerId', 'B', 'TopicVideo'),
  ],
};

/** For rows about to be written. */
export const lastRules: Record<string, Rule[]> = { 'storage.objects': [markFiles] };
