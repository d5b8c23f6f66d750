import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';
import { denied, managersMay, noClientMay, shutColumns } from './outcomes.ts';

const family = 'customObject ownerObject privateObject publicObject';
const all = 'customObject listenerObject otherObject ownerObject privateObject publicObject';
const mine = {
  rest: 0,
  anon: denied,
  listener: 1,
  executor: 4,
  owner: 4,
  other: 1,
  otherExecutor: 1,
  admin: 6,
  service: 6,
};

const put = (person: keyof typeof people, response?: keyof typeof rows) => `
  insert into public."Object" ("userId", "objectName", "promptResponseId")
  values ('${people[person]}', 'x', ${response ? `'${rows[response]}'` : 'null'})`;
const move = (object: keyof typeof rows, response: keyof typeof rows) => `
  update public."Object" set "promptResponseId" = '${rows[response]}' where id = '${rows[object]}'`;

const object = accessTable('Object', [
  {
    what: 'is seen by its owner and their keeper, and beside a story by its readers',
    see: 'select id from public."Object"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listenerObject publicObject',
      reader: 'customObject publicObject',
      writer: 'customObject publicObject',
      executor: family,
      owner: family,
      other: 'otherObject',
      otherListener: 'otherObject',
      admin: all,
      service: all,
    },
  },
  {
    what: 'anybody adds their own',
    attempt: put('stranger'),
    expected: { ...noClientMay(1), stranger: 1 },
  },
  { what: `the keeper adds the storyteller's`, attempt: put('owner'), expected: managersMay() },
  {
    what: 'beside their own story',
    attempt: put('owner', 'privateResponse'),
    expected: managersMay(),
  },
  {
    what: `not beside somebody else's, whom they may not read`,
    attempt: put('owner', 'otherResponse'),
    expected: noClientMay(1),
  },
  {
    what: `nor beside somebody else's whom they may read`,
    attempt: put('listener', 'publicResponse'),
    expected: noClientMay(1),
  },
  {
    what: 'nor for oneself beside the story that one keeps',
    attempt: put('executor', 'publicResponse'),
    expected: noClientMay(1),
  },
  ...['objectName', 'objectDescription', 'promptResponseId', 'categoryId'].map((column) => ({
    what: `owner and keeper change ${column}, without WHERE too`,
    attempt: `update public."Object" set "${column}" = null`,
    expected: mine,
  })),
  {
    what: `it moves to another story of its owner's`,
    attempt: move('ownerObject', 'customResponse'),
    expected: { ...managersMay(), rest: 0, anon: denied },
  },
  {
    what: `never beside somebody else's`,
    attempt: move('ownerObject', 'otherResponse'),
    expected: { ...managersMay(denied), rest: 0, anon: denied, admin: 1, service: 1 },
  },
  {
    what: 'nor beside one that the owner only listens to',
    attempt: move('listenerObject', 'publicResponse'),
    expected: { rest: 0, anon: denied, listener: denied, admin: 1, service: 1 },
  },
  ...shutColumns('Object', ['id', 'userId', 'airtableRecordId', 'createdAt', 'updatedAt'], 6),
  { what: 'owner and keeper remove', attempt: 'delete from public."Object"', expected: mine },
]);

const objectCategory = accessTable('ObjectCategory', [
  {
    what: 'everybody who is signed in reads it',
    see: 'select id from public."ObjectCategory"',
    expected: { rest: 'objectCategory', anon: denied, nobody: '' },
  },
  ...[
    `insert into public."ObjectCategory" ("categoryName") values ('x')`,
    `update public."ObjectCategory" set "categoryName" = 'x'`,
    'delete from public."ObjectCategory"',
  ].map((attempt) => ({
    what: `no client does: ${attempt.slice(0, 6)}`,
    attempt,
    expected: noClientMay(1),
  })),
]);

export const objects = [object, objectCategory];
