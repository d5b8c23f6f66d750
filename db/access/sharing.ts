import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
import { denied, managersGet, managersMay, noClientMay } from './outcomes.ts';

const followLink = accessTable('FollowLink', [
  {
    what: 'is seen by managers',
    see: 'select "sharerId" from public."FollowLink"',
    expected: {
      rest: '',
      anon: denied,
      executor: 'sharer',
      owner: 'sharer',
      other: 'otherSharer',
      admin: 'otherSharer sharer',
      service: 'otherSharer sharer',
    },
  },
  {
    what: 'is made by managers, once',
    attempt: `insert into public."FollowLink" ("sharerId") values ('${rows.sharer}')`,
    expected: managersMay('23505'),
  },
  {
    what: 'with no code of their choice',
    attempt: `insert into public."FollowLink" ("sharerId", code) values ('${rows.sharer}', 'x')`,
    expected: noClientMay('23505'),
  },
  {
    what: 'nobody changes one',
    attempt: 'update public."FollowLink" set code = code',
    expected: noClientMay(2),
  },
  {
    what: 'managers take theirs back',
    attempt: 'delete from public."FollowLink"',
    expected: managersGet(1, 1),
  },
  {
    what: 'whoever has the code sees whose it is, and who has another sees nothing',
    see: `select "sharerId" from api.look_at_follow_link('world-code')
      union all select "sharerId" from api.look_at_follow_link('another code')`,
    expected: {
      rest: 'sharer',
      anon: denied,
      nobody: '',
      admin: denied,
      service: denied,
    },
  },
]);

const share = (people: string, version: string, story = rows.customResponse) => `
  select api.share_story('${story}', 'Custom', ${people}, ${version})`;
const now = `coalesce(api.sharing_version('${rows.customResponse}'), '')`;
const named = (listener: string, may: string) =>
  `'[{"listenerId": "${listener}", "may": "${may}"}]'::jsonb`;
/** What managers get; everybody else does not know of it. */
const sharing = (outcome: string | number) => ({
  rest: 'P0002',
  anon: denied,
  executor: outcome,
  owner: outcome,
  admin: denied,
  service: denied,
});

const shareStory = accessTable('api.share_story', [
  {
    what: 'managers decide who may watch',
    attempt: share(named(rows.listenerRow, 'write'), now),
    expected: sharing(1),
  },
  {
    what: 'without naming anybody anew',
    attempt: share('null', now),
    expected: sharing(1),
  },
  {
    what: 'not over what somebody else decided meanwhile',
    attempt: share('null', "'0'"),
    expected: sharing('55000'),
  },
  {
    what: 'nobody is named who listens to somebody else',
    attempt: share(named(rows.otherListenerRow, 'read'), now),
    expected: sharing('P0002'),
  },
  {
    what: 'nor twice',
    attempt: share(`${named(rows.listenerRow, 'read')} || ${named(rows.listenerRow, 'none')}`, now),
    expected: sharing('P0002'),
  },
  {
    what: 'nor with a level that there is not',
    attempt: share(named(rows.listenerRow, 'all'), now),
    expected: sharing('23514'),
  },
]);

const renew = (invitation: keyof typeof rows) =>
  `select api.renew_invitation('${rows[invitation]}')`;

const renewing = accessTable('api.renew_invitation', [
  {
    what: 'managers send one of a listener again',
    attempt: renew('listenerInvitation'),
    expected: sharing(1),
  },
  {
    what: 'also when its time is over',
    attempt: renew('lateInvitation'),
    expected: sharing(1),
  },
  {
    what: 'the storyteller alone that of a keeper',
    attempt: renew('executorInvitation'),
    expected: { ...sharing(1), executor: 'P0002' },
  },
  ...(['acceptedInvitation', 'declinedInvitation'] as const).map((settled) => ({
    what: `none that is settled: ${settled}`,
    attempt: renew(settled),
    expected: sharing('55000'),
  })),
]);

/** Everybody who is signed in gets the same, whoever it is about. */
const alike = (outcome: string | number) => ({
  rest: outcome,
  anon: denied,
  admin: denied,
  service: denied,
});

const asking = accessTable('asking to follow', [
  ...['owner', 'owner@example.org', 'world-code', 'nobody-at-all', 'x@example.net'].map((whom) => ({
    what: `says nothing of whether there is anybody: ${whom}`,
    attempt: `select api.ask_to_follow('${whom}')`,
    expected: { ...alike(1), nobody: denied },
  })),
  {
    what: 'what somebody asked is theirs to read',
    see: `select a.id from api.my_follow_asks() a`,
    expected: alike(''),
  },
  {
    what: 'and theirs to take back',
    attempt: `select api.withdraw_follow_ask('${rows.pendingRequest}')`,
    expected: alike('P0002'),
  },
  {
    what: 'managers see who asked',
    see: 'select id from api.follow_request',
    expected: {
      rest: '',
      anon: denied,
      executor: 'approvedRequest deniedRequest pendingRequest',
      owner: 'approvedRequest deniedRequest pendingRequest',
      other: 'otherRequest',
      admin: denied,
      service: denied,
    },
  },
]);

export const sharings = [followLink, shareStory, renewing, asking];
