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

/** Managers and all listeners of a sharer see the one, those of the other the other. */
const listenersSee = (one: string, other: string) => ({
  rest: '',
  anon: denied,
  listener: one,
  none: one,
  reader: one,
  writer: one,
  executor: one,
  owner: one,
  other,
  otherListener: other,
  admin: `${other} ${one}`,
  service: `${other} ${one}`,
});

const topicVideo = accessTable('TopicVideo', [
  {
    what: 'managers and listeners see it, those who may listen no longer do not',
    see: 'select id from public."TopicVideo"',
    expected: listenersSee('topicVideo', 'otherTopicVideo'),
  },
  {
    what: 'managers add one',
    attempt: `insert into public."TopicVideo" ("profileSharerId", title) values ('${rows.sharer}', 'x')`,
    expected: managersMay(),
  },
  {
    what: 'there is one for each sharer and topic',
    attempt: `insert into public."TopicVideo" ("profileSharerId", "promptCategoryId")
      values ('${rows.sharer}', '${rows.topic}')`,
    expected: managersMay('23505'),
  },
  ...[
    'title',
    'description',
    'promptCategoryId',
    'languageCode',
    'url',
    'metadata',
    'summary',
    'dateRecorded',
    'videoId',
  ].map((column) => ({
    what: `managers change ${column}, without WHERE too`,
    attempt: `update public."TopicVideo" set "${column}" = null`,
    expected: managersGet(1, 1),
  })),
  ...shutColumns(
    'TopicVideo',
    ['id', 'profileSharerId', 'muxAssetId', 'muxPlaybackId', 'muxUploadId', 'passthrough'],
    2,
  ),
  ...shutColumns(
    'TopicVideo',
    ['status', 'duration', 'errorMessage', 'progress', 'airtableRecordId', 'createdAt'],
    2,
  ),
  ...bannedColumns(
    'TopicVideo',
    ['muxAssetId', 'muxPlaybackId', 'status', 'duration', 'createdAt'],
    '"profileSharerId"',
    `'${rows.sharer}'`,
  ),
  {
    what: 'the recording of another family cannot be put in',
    attempt: `update public."TopicVideo" set "videoId" = '${rows.otherLooseVideo}' where id = '${rows.topicVideo}'`,
    expected: {
      ...managersGet(0, 0),
      executor: '23503',
      owner: '23503',
      admin: '23503',
      service: '23503',
    },
  },
  {
    what: 'managers remove it',
    attempt: 'delete from public."TopicVideo"',
    expected: managersGet(1, 1),
  },
]);

/** Of the two, the other family's video came without a recording. */
// whoever listens sees the video, and is no manager of it
const ofNoRecording = { ...managersGet(0, 1), otherListener: 0, admin: 2, service: 2 };

const topicVideoTranscript = accessTable('TopicVideoTranscript', [
  {
    what: 'is seen with its video',
    see: 'select id from public."TopicVideoTranscript"',
    expected: listenersSee('topicTranscript', 'otherTopicTranscript'),
  },
  {
    what: 'managers write one where the video came without a recording',
    attempt: `insert into public."TopicVideoTranscript" ("topicVideoId", transcript)
      values ('${rows.otherTopicVideo}', 'x')`,
    expected: { rest: denied, other: 1, otherListener: denied, admin: 1, service: 1 },
  },
  {
    what: 'otherwise it follows the words of the recording alone',
    attempt: `insert into public."TopicVideoTranscript" ("topicVideoId", transcript)
      values ('${rows.topicVideo}', 'x')`,
    expected: noClientMay(1),
  },
  ...['transcript', 'cues', 'source', 'type', 'language', 'name'].map((column) => ({
    what: `managers change ${column} where there is no recording`,
    attempt: `update public."TopicVideoTranscript" set "${column}" = null`,
    expected: ofNoRecording,
  })),
  ...shutColumns(
    'TopicVideoTranscript',
    ['id', 'topicVideoId', 'version', 'muxTrackId', 'muxAssetId', 'createdAt', 'updatedAt'],
    2,
  ),
  {
    what: 'managers remove them where there is no recording',
    attempt: 'delete from public."TopicVideoTranscript"',
    expected: ofNoRecording,
  },
]);

const draw = (response: keyof typeof rows, video: keyof typeof rows) =>
  `insert into public."_PromptResponseToThematicVideo" ("A", "B") values ('${rows[response]}', '${rows[video]}')`;

const thematic = accessTable('_PromptResponseToThematicVideo', [
  {
    what: 'is seen by those who may read the story',
    see: 'select "A" from public."_PromptResponseToThematicVideo"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'publicResponse',
      reader: 'publicResponse',
      writer: 'publicResponse',
      executor: 'privateResponse publicResponse',
      owner: 'privateResponse publicResponse',
      other: 'otherResponse',
      otherListener: 'otherResponse',
      admin: 'otherResponse privateResponse publicResponse',
      service: 'otherResponse privateResponse publicResponse',
    },
  },
  {
    what: 'managers draw on a story',
    attempt: draw('customResponse', 'topicVideo'),
    expected: managersMay(),
  },
  {
    what: 'never on that of another sharer',
    attempt: draw('otherResponse', 'topicVideo'),
    expected: managersMay('23514'),
  },
  {
    what: 'nor for the video of another sharer',
    attempt: draw('customResponse', 'otherTopicVideo'),
    expected: { ...noClientMay('23514'), other: '23514', otherExecutor: '23514' },
  },
  ...shutColumns('_PromptResponseToThematicVideo', ['A', 'B'], 3),
  {
    what: 'managers take it back',
    attempt: 'delete from public."_PromptResponseToThematicVideo"',
    expected: managersGet(2, 1),
  },
]);

const kept = ['TopicFavorite', 'TopicQueueItem'].map((table) =>
  accessTable(table, [
    {
      what: `is one's own, and the keeper's to look after`,
      see: `select id from public."${table}"`,
      expected: {
        rest: '',
        anon: denied,
        listener: `listener${table}`,
        executor: `owner${table}`,
        owner: `owner${table}`,
        other: `other${table}`,
        otherExecutor: `other${table}`,
        admin: `listener${table} other${table} owner${table}`,
        service: `listener${table} other${table} owner${table}`,
      },
    },
    {
      what: 'one adds a topic for oneself',
      attempt: `insert into public."${table}" ("profileId", "promptCategoryId")
        values ('${people.stranger}', '${rows.topic}')`,
      expected: { ...noClientMay(1), stranger: 1 },
    },
    {
      what: 'the keeper for the storyteller; a topic is there once',
      attempt: `insert into public."${table}" ("profileId", "promptCategoryId")
        values ('${people.owner}', '${rows.topic}')`,
      expected: managersMay('23505'),
    },
    ...shutColumns(table, ['id', 'profileId', 'promptCategoryId', 'createdAt'], 3),
    ...bannedColumns(
      table,
      ['createdAt'],
      '"profileId", "promptCategoryId"',
      `'${people.stranger}', '${rows.topic}'`,
    ),
    {
      what: 'and removes them',
      attempt: `delete from public."${table}"`,
      expected: {
        rest: 0,
        anon: denied,
        listener: 1,
        executor: 1,
        owner: 1,
        other: 1,
        otherExecutor: 1,
        admin: 3,
        service: 3,
      },
    },
  ]),
);

export const topics = [topicVideo, topicVideoTranscript, thematic, ...kept];
