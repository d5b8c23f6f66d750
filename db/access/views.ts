import { accessTable } from '../testing/access-cases.ts';
import { people, rows } from '../testing/personas.ts';

const denied = '42501';
const family = 'executor follower listener none otherExecutor owner reader revoked writer';

const cards = accessTable('api.people', [
  {
    what: 'gives cards of those one is tied to, and of oneself',
    see: 'select id from api.people',
    expected: {
      rest: 'executor owner',
      anon: denied,
      stranger: 'stranger',
      revoked: 'revoked',
      invitee: 'executor invitee owner',
      // an invitation joins them while it is open, to those whose address it is
      unconfirmed: 'unconfirmed',
      late: 'late',
      declined: 'declined',
      listener: 'executor listener owner',
      none: 'executor none owner',
      reader: 'executor owner reader',
      writer: 'executor owner writer',
      executor: family,
      // an open invitation joins the storyteller and the invitee, both ways
      owner: family.replace('listener', 'invitee listener'),
      other: 'follower other otherExecutor otherListener',
      follower: 'executor follower other otherExecutor owner',
      refused: 'refused',
      adminAsPerson: 'admin',
      // not theirs to call: they read Profile
      admin: denied,
      service: denied,
    },
  },
  ...['email', 'phone', '"isAdmin"', '"firstName"', '"addressStreet"'].map((column) => ({
    what: `has no ${column}`,
    attempt: `select ${column} from api.people`,
    expected: { rest: '42703' },
  })),
]);

const me = accessTable('api.me', [
  {
    what: 'is oneself',
    see: 'select id from api.me',
    expected: {
      rest: '',
      anon: denied,
      ...Object.fromEntries(Object.keys(people).map((person) => [person, person])),
      adminAsPerson: 'admin',
      admin: denied,
      service: denied,
    },
  },
]);

const managed = accessTable('views of managers', [
  {
    what: 'api.listener',
    see: 'select id from api.listener',
    expected: {
      rest: '',
      anon: denied,
      executor: 'keeperRow listenerRow noneRow readerRow revokedRow writerRow',
      owner: 'keeperRow listenerRow noneRow readerRow revokedRow writerRow',
      other: 'otherListenerRow revokedKeeperRow',
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'api.invitation',
    see: 'select id from api.invitation',
    expected: {
      rest: '',
      anon: denied,
      executor:
        'acceptedInvitation declinedInvitation lateInvitation listenerInvitation unconfirmedInvitation',
      owner:
        'acceptedInvitation declinedInvitation executorInvitation lateInvitation listenerInvitation unconfirmedInvitation',
      other: 'otherInvitation',
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'api.mail is for admins',
    attempt: 'select from api.mail',
    expected: { rest: denied, admin: 0 },
  },
]);

const story = accessTable('api.story', [
  {
    what: 'has the responses that one may read',
    see: 'select id from api.story',
    expected: {
      rest: '',
      anon: denied,
      listener: 'publicResponse',
      reader: 'customResponse publicResponse',
      writer: 'customResponse publicResponse',
      executor: 'customResponse privateResponse publicResponse',
      owner: 'customResponse privateResponse publicResponse',
      other: 'otherResponse',
      admin: denied,
      service: denied,
    },
  },
]);

const watching = accessTable('api.note_watching', [
  {
    what: 'is for stories that one may read',
    attempt: `select api.note_watching('${rows.customResponse}', 12)`,
    expected: {
      rest: 'P0002',
      anon: denied,
      reader: 1,
      writer: 1,
      executor: 1,
      owner: 1,
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'api.show_stories shows stories that one may read',
    attempt: `select * from api.show_stories('{${rows.customResponse}}', 'kitchen', 'en')`,
    expected: {
      rest: 0,
      anon: denied,
      reader: 1,
      writer: 1,
      executor: 1,
      owner: 1,
      admin: denied,
      service: denied,
    },
  },
]);

const topicVideo = accessTable('api.topic_video', [
  ...[
    'select id from api.topic_video',
    `select c from private.topic_video_candidates(private.to_query('en', 'childhood'), 100) c`,
  ].map((see) => ({
    what: `has those that one may see: ${see}`,
    see,
    expected: {
      rest: '',
      anon: denied,
      listener: 'topicVideo',
      none: 'topicVideo',
      reader: 'topicVideo',
      writer: 'topicVideo',
      executor: 'topicVideo',
      owner: 'topicVideo',
      other: 'otherTopicVideo',
      admin: denied,
      service: denied,
    },
  })),
  {
    what: 'api.keep_topic_video is for managers',
    attempt: `select api.keep_topic_video('${rows.looseVideo}', '${rows.topic}')`,
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
    what: 'api.keep_topic_video leaves what a story showed before',
    attempt: `select api.keep_topic_video('${rows.muteVideo}', '${rows.topic}')`,
    expected: {
      rest: 'P0002',
      anon: denied,
      executor: '55000',
      owner: '55000',
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'api.draw_on_stories is for managers',
    attempt: `select api.draw_on_stories('${rows.topicVideo}', '{${rows.publicResponse},${rows.customResponse}}')`,
    expected: {
      rest: 'P0002',
      anon: denied,
      // they may read the stories
      reader: denied,
      writer: denied,
      executor: 1,
      owner: 1,
      admin: denied,
      service: denied,
    },
  },
  {
    what: 'api.start_topic_recording is for managers',
    attempt: `select * from api.start_topic_recording('${rows.sharer}', '${rows.topic}', 'video',
      'video/webm', 'a.webm', '${rows.newRow}')`,
    expected: { rest: denied, executor: 1, owner: 1 },
  },
]);

const recording = accessTable('api.start_recording', [
  {
    what: 'is for managers',
    attempt: `select * from api.start_recording('${rows.sharer}', '${rows.question}', 'video',
      'video/webm', 'a.webm', '${rows.newRow}')`,
    expected: { rest: denied, executor: 1, owner: 1 },
  },
  {
    what: 'is for questions that there are',
    attempt: `select * from api.start_recording('${rows.sharer}', '${rows.newRow}', 'video',
      'video/webm', 'a.webm', '${rows.newRow}')`,
    expected: { rest: denied, executor: 'P0002', owner: 'P0002' },
  },
]);

export const views = [cards, me, managed, story, watching, topicVideo, recording];
