import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import {
  bannedColumns,
  denied,
  managersGet,
  managersMay,
  noClientMay,
  shutColumns,
} from './outcomes.ts';

const named = 'none none other other reader reader revoked revoked writer writer writer';
const all =
  'none none other other otherListener reader reader revoked revoked writer writer writer';
const name = (person: keyof typeof people, response: keyof typeof rows, level = 'read') => `
  insert into public."ResponsePermission" ("userId", "responseId", "permissionLevel")
  values ('${people[person]}', '${rows[response]}', '${level}')`;

const responsePermission = accessTable('ResponsePermission', [
  {
    what: 'is seen by managers of the story, and by whom it names',
    see: 'select "userId" from public."ResponsePermission"',
    expected: {
      rest: '',
      anon: denied,
      none: 'none none',
      reader: 'reader reader',
      writer: 'writer writer writer',
      revoked: 'revoked revoked',
      executor: named,
      owner: named,
      other: 'other other otherListener',
      otherListener: 'otherListener',
      admin: all,
      service: all,
    },
  },
  ...['none', 'read', 'write'].map((level) => ({
    what: `managers name a listener: ${level}`,
    attempt: name('listener', 'customResponse', level),
    expected: managersMay(),
  })),
  {
    what: 'nobody names themselves for what they may read',
    attempt: name('listener', 'publicResponse', 'write'),
    expected: managersMay(),
  },
  ...['admin', 'READ', ''].map((level) => ({
    what: `there is no level '${level}'`,
    attempt: name('listener', 'customResponse', level),
    expected: managersMay('23514'),
  })),
  ...(['stranger', 'owner', 'otherListener'] as const).map((person) => ({
    what: `only listeners of the sharer are named, and not ${person}`,
    attempt: name(person, 'customResponse'),
    expected: noClientMay(1),
  })),
  {
    what: 'not for a story of another sharer',
    attempt: name('otherExecutor', 'otherResponse'),
    expected: { ...noClientMay(1), other: 1 },
  },
  {
    what: 'a person is named once for a story',
    attempt: name('reader', 'customResponse'),
    expected: managersMay('23505'),
  },
  {
    what: 'managers change the level, without WHERE too',
    attempt: `update public."ResponsePermission" set "permissionLevel" = 'none'`,
    expected: managersGet(11, 1),
  },
  ...shutColumns(
    'ResponsePermission',
    ['id', 'userId', 'responseId', 'createdAt', 'updatedAt'],
    12,
  ),
  ...bannedColumns(
    'ResponsePermission',
    ['createdAt', 'updatedAt'],
    '"userId", "responseId", "permissionLevel"',
    `'${people.listener}', '${rows.customResponse}', 'read'`,
  ),
  {
    what: 'managers take it back',
    attempt: 'delete from public."ResponsePermission"',
    expected: managersGet(11, 1),
  },
]);

const favor = (person: keyof typeof people, response: keyof typeof rows) => `
  insert into public."PromptResponseFavorite" ("profileId", "promptResponseId")
  values ('${people[person]}', '${rows[response]}')`;

const favorite = accessTable('PromptResponseFavorite', [
  {
    what: 'is read by oneself, also when the right to the response is gone',
    see: 'select id from public."PromptResponseFavorite"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listenerFavorite',
      revoked: 'revokedFavorite',
      owner: 'ownerFavorite',
      admin: 'listenerFavorite ownerFavorite revokedFavorite',
      service: 'listenerFavorite ownerFavorite revokedFavorite',
    },
  },
  {
    what: 'and then shows nothing of the response',
    see: `select r.id from public."PromptResponseFavorite" f
      join public."PromptResponse" r on r.id = f."promptResponseId"`,
    expected: {
      rest: '',
      anon: denied,
      listener: 'publicResponse',
      owner: 'privateResponse',
      admin: 'privateResponse publicResponse publicResponse',
      service: 'privateResponse publicResponse publicResponse',
    },
  },
  {
    what: 'one marks what one may read, for oneself',
    attempt: favor('reader', 'customResponse'),
    expected: { ...noClientMay(1), reader: 1 },
  },
  {
    what: 'and nothing that one may not',
    attempt: favor('reader', 'privateResponse'),
    expected: noClientMay(1),
  },
  ...shutColumns(
    'PromptResponseFavorite',
    ['id', 'profileId', 'promptResponseId', 'favoritedAt'],
    3,
  ),
  {
    what: 'one removes it, also when the right is gone',
    attempt: 'delete from public."PromptResponseFavorite"',
    expected: { rest: 0, anon: denied, listener: 1, revoked: 1, owner: 1, admin: 3, service: 3 },
  },
]);

export const permissions = [responsePermission, favorite];
