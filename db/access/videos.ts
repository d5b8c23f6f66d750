import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';

const denied = '42501';

const seenAndRemoved = [
  {
    table: 'Video',
    family: ['customVideo', 'looseVideo', 'muteVideo', 'privateVideo', 'publicVideo'],
    others: ['otherLooseVideo', 'otherVideo'],
  },
  {
    table: 'VideoTranscript',
    family: ['customTranscript', 'looseTranscript', 'privateTranscript', 'publicTranscript'],
    others: ['otherTranscript'],
  },
].map(({ table, family, others }) => {
  const what = table.replace('VideoT', 'T');
  const all = [...family, ...others].sort();
  return accessTable(table, [
    {
      what: 'a listener sees those of topic videos and of responses that they may read; never of a Private one',
      see: `select id from public."${table}"`,
      expected: {
        rest: '',
        anon: denied,
        listener: `loose${what} public${what}`,
        none: `loose${what}`,
        reader: `custom${what} loose${what} public${what}`,
        writer: `custom${what} loose${what} public${what}`,
        executor: family.join(' '),
        owner: family.join(' '),
        other: others.join(' '),
        otherListener: `other${what}`,
        admin: all.join(' '),
        service: all.join(' '),
      },
    },
    {
      what: 'managers remove them',
      attempt: `delete from public."${table}"`,
      expected: {
        rest: 0,
        anon: denied,
        executor: family.length,
        owner: family.length,
        other: others.length,
        admin: all.length,
        service: all.length,
      },
    },
  ]);
});

const videowritten = accessTable('Video, written', [
  {
    what: 'managers add recordings',
    attempt: `insert into public."Video" ("profileSharerId", "promptId", "languageCode", "dateRecorded")
      values ('${rows.sharer}', '${rows.question}', 'en', now())`,
    expected: { rest: denied, executor: 1, owner: 1, admin: 1, service: 1 },
  },
  ...['promptId', 'languageCode', 'dateRecorded'].map((column) => ({
    what: `managers change ${column}`,
    attempt: `update public."Video" set "${column}" = null`,
    expected: { rest: 0, anon: denied, executor: 5, owner: 5, other: 2, admin: 7, service: 7 },
  })),
  ...[
    'id',
    'profileSharerId',
    'muxAssetId',
    'muxPlaybackId',
    'muxUploadId',
    'passthrough',
    'duration',
    'aspectRatio',
    'videoQuality',
    'maxWidth',
    'maxHeight',
    'maxFrameRate',
    'resolutionTier',
    'status',
    'errorMessage',
    'progress',
    'playbackFile',
    'downloadFile',
    'airtableRecordId',
    'createdAt',
    'updatedAt',
  ].flatMap((column) => [
    {
      what: `${column} is the host's to change`,
      attempt: `update public."Video" set "${column}" = "${column}"`,
      expected: { rest: denied, admin: 7, service: 7 },
    },
    ...(['id', 'profileSharerId'].includes(column)
      ? []
      : [
          {
            what: `${column} does not come along from a client`,
            attempt: `insert into public."Video" ("profileSharerId", "${column}") values ('${rows.sharer}', default)`,
            expected: { rest: denied, admin: 1, service: 1 },
          },
        ]),
  ]),
]);

const write = (video: keyof typeof rows) => `
  insert into public."VideoTranscript" ("videoId", transcript, cues, source, type, language, name)
  values ('${rows[video]}', 'x', '[]', 'manual', 'text', 'en', 'English')`;

const videoTranscriptwritten = accessTable('VideoTranscript, written', [
  {
    what: 'managers write one for a recording that has none',
    attempt: write('muteVideo'),
    expected: { rest: denied, executor: 1, owner: 1, admin: 1, service: 1 },
  },
  {
    what: 'a second one is refused, to those who may write at all',
    attempt: write('publicVideo'),
    expected: { rest: denied, executor: '23505', owner: '23505', admin: '23505', service: '23505' },
  },
  ...['transcript', 'cues', 'source', 'type', 'language', 'name'].map((column) => ({
    what: `managers change ${column}`,
    attempt: `update public."VideoTranscript" set "${column}" = null`,
    expected: { rest: 0, anon: denied, executor: 4, owner: 4, other: 1, admin: 5, service: 5 },
  })),
  ...['"isChecked" = true', '"editSession" = null'].map((change) => ({
    what: `managers say ${change}`,
    attempt: `update public."VideoTranscript" set ${change}`,
    expected: { rest: 0, anon: denied, executor: 4, owner: 4, other: 1, admin: 5, service: 5 },
  })),
  ...['id', 'videoId', 'version', 'muxTrackId', 'muxAssetId', 'createdAt', 'updatedAt'].map(
    (column) => ({
      what: `${column} is not a client's to change`,
      attempt: `update public."VideoTranscript" set "${column}" = "${column}"`,
      expected: { rest: denied, admin: 5, service: 5 },
    }),
  ),
  {
    what: 'cues are a list',
    attempt: `update public."VideoTranscript" set cues = '{}'`,
    expected: {
      rest: 0,
      anon: denied,
      executor: '23514',
      owner: '23514',
      other: '23514',
      admin: '23514',
      service: '23514',
    },
  },
]);

export const videos = [...seenAndRemoved, videowritten, videoTranscriptwritten];
