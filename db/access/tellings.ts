import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
import { denied, managersGet, noClientMay, shutColumns } from './outcomes.ts';

const earlierTelling = accessTable('EarlierTelling', [
  {
    what: 'managers see what was shown before',
    see: 'select "videoId" from public."EarlierTelling"',
    expected: {
      rest: '',
      anon: denied,
      executor: 'muteVideo',
      owner: 'muteVideo',
      other: 'otherLooseVideo',
      admin: 'muteVideo otherLooseVideo',
      service: 'muteVideo otherLooseVideo',
    },
  },
  {
    what: 'nobody writes history',
    attempt: `insert into public."EarlierTelling" ("promptResponseId", "videoId", "profileSharerId")
      values ('${rows.publicResponse}', '${rows.customVideo}', '${rows.sharer}')`,
    expected: noClientMay(1),
  },
  {
    what: 'nobody removes it',
    attempt: 'delete from public."EarlierTelling"',
    expected: noClientMay(2),
  },
  ...shutColumns('EarlierTelling', ['promptResponseId', 'topicVideoId', 'videoId', 'createdAt'], 2),
  {
    what: 'it goes with its recording',
    attempt: `delete from public."Video" where id in ('${rows.muteVideo}', '${rows.otherLooseVideo}')`,
    expected: managersGet(1, 1),
  },
]);

const showRecording = accessTable('api.show_recording', [
  {
    what: 'is for managers, with a recording of the same storyteller',
    attempt: `select api.show_recording('${rows.publicResponse}', '${rows.muteVideo}')`,
    expected: {
      rest: 'P0002',
      anon: denied,
      executor: 1,
      owner: 1,
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'takes none of another story',
    attempt: `select api.show_recording('${rows.publicResponse}', '${rows.customVideo}')`,
    expected: {
      rest: 'P0002',
      anon: denied,
      executor: '55000',
      owner: '55000',
      reader: '55000',
      writer: '55000',
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'shows a topic video’s own recording for its managers alone, whoever may watch it',
    attempt: `select api.show_recording('${rows.topicVideo}', '${rows.looseVideo}')`,
    expected: {
      rest: 'P0002',
      ...{ anon: denied, listener: denied, none: denied, reader: denied, writer: denied },
      ...{ executor: 1, owner: 1, admin: denied, service: denied },
    },
  },
  {
    what: 'shows in a topic video nothing that a story told',
    attempt: `select api.show_recording('${rows.topicVideo}', '${rows.muteVideo}')`,
    expected: {
      rest: 'P0002',
      ...{ anon: denied, executor: '55000', owner: '55000', admin: denied, service: denied },
    },
  },
]);

const trimmedVideo = accessTable('TrimmedVideo', [
  {
    what: 'managers see which part of what is shown',
    see: 'select "videoId" from public."TrimmedVideo"',
    expected: {
      rest: '',
      anon: denied,
      executor: 'muteVideo',
      owner: 'muteVideo',
      other: 'otherLooseVideo',
      admin: 'muteVideo otherLooseVideo',
      service: 'muteVideo otherLooseVideo',
    },
  },
  {
    what: 'nobody writes it',
    attempt: `insert into public."TrimmedVideo" ("videoId", "wholeId", "profileSharerId", "start", "end")
      values ('${rows.customVideo}', '${rows.publicVideo}', '${rows.sharer}', 0, 5)`,
    expected: noClientMay(1),
  },
  {
    what: 'nobody removes it',
    attempt: 'delete from public."TrimmedVideo"',
    expected: noClientMay(2),
  },
  ...shutColumns(
    'TrimmedVideo',
    ['wholeId', 'start', 'end', 'promptResponseId', 'topicVideoId'],
    2,
  ),
  {
    what: 'the whole stays while there is a part of it, whoever deletes',
    attempt: `delete from public."Video" where id in ('${rows.publicVideo}', '${rows.otherVideo}')`,
    expected: {
      rest: 0,
      anon: denied,
      executor: '23503',
      owner: '23503',
      other: '23503',
      admin: '23503',
      service: '23503',
    },
  },
]);

const trimRecording = accessTable('api.trim_recording', [
  ...(['publicResponse', 'topicVideo'] as const).map((teller) => ({
    what: `of a ${teller} is for managers`,
    attempt: `select api.trim_recording('${rows[teller]}', 1, 8)`,
    expected: {
      rest: 'P0002',
      anon: denied,
      executor: '55000',
      owner: '55000',
      admin: denied,
      service: denied,
    },
  })),
]);

export const tellings = [earlierTelling, showRecording, trimmedVideo, trimRecording];
