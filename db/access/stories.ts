import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';

const denied = '42501';
const family = 'customResponse privateResponse publicResponse';
const allResponses = 'customResponse otherResponse privateResponse publicResponse';

const promptandPromptCategory = accessTable('Prompt and PromptCategory', [
  {
    what: 'everybody reads questions',
    see: 'select id from public."Prompt"',
    expected: { rest: 'question' },
  },
  {
    what: 'everybody reads topics',
    see: 'select id from public."PromptCategory"',
    expected: { rest: 'topic' },
  },
  ...['Prompt', 'PromptCategory'].flatMap((table) => [
    {
      what: `${table}: no client inserts`,
      attempt: `insert into public."${table}" select * from public."${table}"`,
      expected: { rest: denied, admin: '23505', service: '23505' },
    },
    {
      what: `${table}: no client updates`,
      attempt: `update public."${table}" set position = 1`,
      expected: { rest: denied, admin: 1, service: 1 },
    },
  ]),
  {
    what: 'no client deletes topics',
    attempt: 'delete from public."PromptCategory"',
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'no client deletes questions, and one that is answered stays',
    attempt: 'delete from public."Prompt"',
    expected: { rest: denied, admin: '23503', service: '23503' },
  },
]);

const answer = (sharer: keyof typeof rows, video = 'null') => `
  insert into public."PromptResponse" ("profileSharerId", "promptId", "videoId", summary)
  values ('${rows[sharer]}', '${rows.question}', ${video}, 'x')`;

const promptResponse = accessTable('PromptResponse', [
  {
    what: 'who reads which: Private managers, Public listeners but those named none, Custom those named',
    see: 'select id from public."PromptResponse"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'publicResponse',
      none: '',
      reader: 'customResponse publicResponse',
      writer: 'customResponse publicResponse',
      executor: family,
      owner: family,
      other: 'otherResponse',
      otherListener: 'otherResponse',
      admin: allResponses,
      service: allResponses,
    },
  },
  {
    what: 'managers add responses',
    attempt: answer('sharer'),
    expected: { rest: denied, executor: 1, owner: 1, admin: 1, service: 1 },
  },
  {
    what: `a family's response cannot use the recording of another`,
    attempt: answer('sharer', `'${rows.otherLooseVideo}'`),
    expected: { rest: denied, executor: '23503', owner: '23503', admin: '23503', service: '23503' },
  },
  ...[
    ['search_vector', `''`],
    ['"airtableRecordId"', `'x'`],
    ['"createdAt"', 'now()'],
    ['"updatedAt"', 'now()'],
  ].map(([column, value]) => ({
    what: `${column} does not come along from a client`,
    attempt: `insert into public."PromptResponse" ("profileSharerId", ${column}) values ('${rows.sharer}', ${value})`,
    expected: { rest: denied, admin: 1, service: 1 },
  })),
  ...['summary', '"responseNotes"'].map((column) => ({
    what: `${column} is changed by managers and by listeners named write, without WHERE too`,
    attempt: `update public."PromptResponse" set ${column} = 'x'`,
    expected: {
      rest: 0,
      anon: denied,
      writer: 2,
      executor: 3,
      owner: 3,
      other: 1,
      admin: 4,
      service: 4,
    },
  })),
  ...[`"privacyLevel" = 'Public'`, '"promptId" = null', '"videoId" = null'].map((change) => ({
    what: `${change} is for managers`,
    attempt: `update public."PromptResponse" set ${change} where id = '${rows.customResponse}'`,
    expected: {
      rest: 0,
      anon: denied,
      writer: denied,
      executor: 1,
      owner: 1,
      admin: 1,
      service: 1,
    },
  })),
  {
    what: 'a forbidden column beside an allowed one stops both',
    attempt: `update public."PromptResponse" set summary = 'x', "privacyLevel" = 'Private'
      where id = '${rows.publicResponse}'`,
    expected: {
      rest: 0,
      anon: denied,
      writer: denied,
      executor: 1,
      owner: 1,
      admin: 1,
      service: 1,
    },
  },
  {
    what: 'a Private one is changed by managers alone, whoever is named',
    attempt: `update public."PromptResponse" set summary = 'x' where id = '${rows.privateResponse}'`,
    expected: { rest: 0, anon: denied, executor: 1, owner: 1, admin: 1, service: 1 },
  },
  {
    what: 'the recording of another family cannot be put in',
    attempt: `update public."PromptResponse" set "videoId" = '${rows.otherLooseVideo}'
      where id = '${rows.publicResponse}'`,
    expected: {
      rest: 0,
      anon: denied,
      writer: denied,
      executor: '23503',
      owner: '23503',
      admin: '23503',
      service: '23503',
    },
  },
  ...['id', 'profileSharerId', 'airtableRecordId', 'createdAt', 'updatedAt', 'search_vector'].map(
    (column) => ({
      what: `${column} is not a client's to change`,
      attempt: `update public."PromptResponse" set "${column}" = "${column}"`,
      expected: { rest: denied, admin: 4, service: 4 },
    }),
  ),
  {
    what: 'privacyLevel is one of three',
    attempt: `update public."PromptResponse" set "privacyLevel" = 'Everyone' where id = '${rows.publicResponse}'`,
    expected: {
      rest: 0,
      anon: denied,
      writer: denied,
      executor: '23514',
      owner: '23514',
      admin: '23514',
      service: '23514',
    },
  },
  {
    what: 'managers remove them',
    attempt: 'delete from public."PromptResponse"',
    expected: { rest: 0, anon: denied, executor: 3, owner: 3, other: 1, admin: 4, service: 4 },
  },
]);

const watch = (person: keyof typeof people, response: keyof typeof rows) => `
  insert into public."PromptResponseRecentlyWatched" ("profileId", "promptResponseId")
  values ('${people[person]}', '${rows[response]}')`;

const promptResponseRecentlyWatched = accessTable('PromptResponseRecentlyWatched', [
  {
    what: `is read by oneself, also when the right to the response is gone`,
    see: 'select id from public."PromptResponseRecentlyWatched"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listenerWatched',
      revoked: 'revokedWatched',
      owner: 'ownerWatched',
      admin: 'listenerWatched ownerWatched revokedWatched',
      service: 'listenerWatched ownerWatched revokedWatched',
    },
  },
  {
    what: 'and then shows nothing of the response',
    see: `select r.id from public."PromptResponseRecentlyWatched" w
      join public."PromptResponse" r on r.id = w."promptResponseId"`,
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
    what: 'a reader marks what they may read',
    attempt: watch('reader', 'customResponse'),
    expected: { rest: denied, reader: 1, admin: 1, service: 1 },
  },
  {
    what: 'and nothing that they may not',
    attempt: watch('reader', 'privateResponse'),
    expected: { rest: denied, admin: 1, service: 1 },
  },
  {
    what: 'one watches again',
    attempt: 'update public."PromptResponseRecentlyWatched" set "watchedAt" = now()',
    expected: { rest: 0, anon: denied, listener: 1, revoked: 1, owner: 1, admin: 3, service: 3 },
  },
  {
    what: 'and further',
    attempt: 'update public."PromptResponseRecentlyWatched" set position = 12.5',
    expected: { rest: 0, anon: denied, listener: 1, revoked: 1, owner: 1, admin: 3, service: 3 },
  },
  ...['id', 'profileId', 'promptResponseId'].map((column) => ({
    what: `${column} never changes`,
    attempt: `update public."PromptResponseRecentlyWatched" set "${column}" = "${column}"`,
    expected: { rest: denied, admin: 3, service: 3 },
  })),
  {
    what: 'one forgets what one watched',
    attempt: 'delete from public."PromptResponseRecentlyWatched"',
    expected: { rest: 0, anon: denied, listener: 1, revoked: 1, owner: 1, admin: 3, service: 3 },
  },
]);

const like = (person: keyof typeof people) =>
  `insert into public."WatchingPreference" ("profileId", captions) values ('${people[person]}', false)`;

const watchingPreference = accessTable('WatchingPreference', [
  {
    what: 'is read by oneself',
    see: 'select "profileId" from public."WatchingPreference"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listener',
      owner: 'owner',
      admin: 'listener owner',
      service: 'listener owner',
    },
  },
  {
    what: 'is set for oneself',
    attempt: like('stranger'),
    expected: { rest: denied, stranger: 1, admin: 1, service: 1 },
  },
  {
    what: 'and changed, without WHERE too',
    attempt: 'update public."WatchingPreference" set "keepsHistory" = false, captions = false',
    expected: { rest: 0, anon: denied, listener: 1, owner: 1, admin: 2, service: 2 },
  },
  {
    what: 'is not handed to somebody else',
    attempt: 'update public."WatchingPreference" set "profileId" = "profileId"',
    expected: { rest: denied, admin: 2, service: 2 },
  },
  {
    what: 'goes with the person alone',
    attempt: 'delete from public."WatchingPreference"',
    expected: { rest: denied, admin: 2, service: 2 },
  },
]);

export const stories = [
  promptandPromptCategory,
  promptResponse,
  promptResponseRecentlyWatched,
  watchingPreference,
];
