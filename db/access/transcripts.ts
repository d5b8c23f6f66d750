import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
import { denied, managersGet, noClientMay, shutColumns } from './outcomes.ts';

const family =
  // the topic video's first words gave way to those of its recording
  'customTranscript looseTranscript privateTranscript publicTranscript topicTranscript topicTranscript';
const others = 'otherTopicTranscript otherTranscript';
const everything = `${family} ${others}`.split(' ').sort().join(' ');

const transcriptVersion = accessTable('TranscriptVersion', [
  {
    what: 'managers see what theirs were',
    see: 'select coalesce("videoTranscriptId", "topicVideoTranscriptId") from public."TranscriptVersion"',
    expected: {
      rest: '',
      anon: denied,
      executor: family,
      owner: family,
      other: others,
      admin: everything,
      service: everything,
    },
  },
  {
    what: 'nobody writes history',
    attempt: `insert into public."TranscriptVersion"
        ("videoTranscriptId", "profileSharerId", version, "isChecked")
      values ('${rows.publicTranscript}', '${rows.sharer}', 7, false)`,
    expected: noClientMay(1),
  },
  {
    what: 'nobody removes it',
    attempt: 'delete from public."TranscriptVersion"',
    expected: noClientMay(8),
  },
  ...shutColumns('TranscriptVersion', ['transcript', 'cues', 'version', 'madeBy', 'source'], 8),
]);

const suggest = (column: string, transcript: keyof typeof rows, more = '') => `
  insert into public."TranscriptSuggestion" ("${column}", "start", "was", "suggested"${more && `, "${more}"`})
  values ('${rows[transcript]}', 0, 'a', 'b'${more && ', default'})`;

const ofFamily =
  'hiddenSuggestion listenerSuggestion revokedSuggestion settledSuggestion topicSuggestion writerSuggestion';
const all =
  'hiddenSuggestion listenerSuggestion otherSuggestion revokedSuggestion settledSuggestion topicSuggestion writerSuggestion';

/** The service is nobody, who suggests nothing. */
const nobody = '23502';

const transcriptSuggestion = accessTable('TranscriptSuggestion', [
  {
    what: 'one sees one’s own while one may read the words, managers all of theirs',
    see: 'select id from public."TranscriptSuggestion"',
    expected: {
      rest: '',
      anon: denied,
      listener: 'listenerSuggestion settledSuggestion topicSuggestion',
      writer: 'writerSuggestion',
      otherListener: 'otherSuggestion',
      executor: ofFamily,
      owner: ofFamily,
      other: 'otherSuggestion',
      admin: all,
      service: all,
    },
  },
  {
    what: 'is made by those who may read the words',
    attempt: suggest('videoTranscriptId', 'publicTranscript'),
    expected: {
      rest: denied,
      listener: 1,
      reader: 1,
      writer: 1,
      executor: 1,
      owner: 1,
      otherExecutor: 1,
      admin: 1,
      service: nobody,
    },
  },
  {
    what: 'is not made of words that one may not read',
    attempt: suggest('videoTranscriptId', 'privateTranscript'),
    expected: { rest: denied, executor: 1, owner: 1, admin: 1, service: nobody },
  },
  {
    what: 'is made for topic videos too',
    attempt: suggest('topicVideoTranscriptId', 'topicTranscript'),
    expected: {
      rest: denied,
      listener: 1,
      none: 1,
      reader: 1,
      writer: 1,
      executor: 1,
      owner: 1,
      otherExecutor: 1,
      admin: 1,
      service: nobody,
    },
  },
  ...['profileSharerId', 'suggestedBy', 'status', 'createdAt'].map((column) => ({
    what: `${column} does not come along from a client`,
    attempt: suggest('videoTranscriptId', 'publicTranscript', column),
    expected: { rest: denied, admin: 1, service: nobody },
  })),
  {
    what: 'managers settle it',
    attempt: `update public."TranscriptSuggestion" set status = 'ACCEPTED' where status = 'PENDING'`,
    expected: managersGet(5, 1),
  },
  {
    what: 'what is settled stays so',
    attempt: `update public."TranscriptSuggestion" set status = 'PENDING' where status = 'DECLINED'`,
    expected: { ...managersGet(1, 0), executor: '55000', owner: '55000' },
  },
  ...shutColumns(
    'TranscriptSuggestion',
    ['id', 'videoTranscriptId', 'profileSharerId', 'suggestedBy', 'start', 'was', 'suggested'],
    7,
  ),
  {
    what: 'one takes one’s own back while it is open',
    attempt: 'delete from public."TranscriptSuggestion"',
    expected: {
      rest: 0,
      anon: denied,
      listener: 3,
      writer: 1,
      revoked: 1,
      otherListener: 1,
      admin: 7,
      service: 7,
    },
  },
]);

export const transcripts = [transcriptVersion, transcriptSuggestion];
