import { accessTable } from '../testing/access-cases.ts';
import { rows } from '../testing/personas.ts';
import { denied, managersGet, managersMay, noClientMay, shutColumns } from './outcomes.ts';

/** Those who may read a story see what belongs to it; `loose` is for managers alone. */
const readersSee = (what: string, loose = '') => {
  const family = [`custom${what}`, loose, `private${what}`, `public${what}`].filter(Boolean);
  const all = [...family, `other${what}`].sort().join(' ');
  return {
    rest: '',
    anon: denied,
    listener: `public${what}`,
    reader: `custom${what} public${what}`,
    writer: `custom${what} public${what}`,
    executor: family.join(' '),
    owner: family.join(' '),
    other: `other${what}`,
    otherListener: `other${what}`,
    admin: all,
    service: all,
  };
};

const attach = (response: keyof typeof rows, sharer: keyof typeof rows, extra = '') => `
  insert into public."PromptResponseAttachment" ("promptResponseId", "profileSharerId"${extra && `, "${extra}"`})
  values ('${rows[response]}', '${rows[sharer]}'${extra && ', default'})`;

const shows = (photo: keyof typeof rows, object: keyof typeof rows) => `
  update public."PromptResponseAttachment" set "objectId" = '${rows[object]}' where id = '${rows[photo]}'`;

const attachment = accessTable('PromptResponseAttachment', [
  {
    what: 'is seen with its story; never that of a Private one by listeners',
    see: 'select id from public."PromptResponseAttachment"',
    expected: readersSee('Attachment'),
  },
  { what: 'managers add', attempt: attach('publicResponse', 'sharer'), expected: managersMay() },
  {
    what: 'not to a story of another sharer',
    attempt: attach('otherResponse', 'sharer'),
    expected: managersMay('23503'),
  },
  {
    what: 'nor for another sharer',
    attempt: attach('publicResponse', 'otherSharer'),
    expected: { ...noClientMay('23503'), other: '23503' },
  },
  {
    what: 'uploadedAt does not come along from a client',
    attempt: attach('publicResponse', 'sharer', 'uploadedAt'),
    expected: noClientMay(1),
  },
  ...[
    'fileUrl',
    'fileType',
    'fileName',
    'fileSize',
    'title',
    'description',
    'estimatedYear',
    'dateCaptured',
    'yearCaptured',
    'objectId',
  ].map((column) => ({
    what: `managers change ${column}, without WHERE too`,
    attempt: `update public."PromptResponseAttachment" set "${column}" = null`,
    expected: managersGet(3, 1),
  })),
  ...shutColumns(
    'PromptResponseAttachment',
    [
      'id',
      'promptResponseId',
      'profileSharerId',
      'uploadedAt',
      'state',
      'problem',
      'width',
      'height',
    ],
    4,
  ),
  {
    what: 'it shows an object of its own storyteller',
    attempt: shows('publicAttachment', 'ownerObject'),
    expected: { ...managersGet(1, 0), other: 0 },
  },
  {
    what: 'never one of somebody else',
    attempt: shows('publicAttachment', 'otherObject'),
    expected: {
      rest: 0,
      anon: denied,
      executor: '23514',
      owner: '23514',
      admin: '23514',
      service: '23514',
    },
  },
  {
    what: 'managers remove',
    attempt: 'delete from public."PromptResponseAttachment"',
    expected: managersGet(3, 1),
  },
]);

const tag = (photo: keyof typeof rows, person: keyof typeof rows) => `
  insert into public."PromptResponseAttachmentPersonTag" ("promptResponseAttachmentId", "personTagId")
  values ('${rows[photo]}', '${rows[person]}')`;

const tagging = accessTable('PromptResponseAttachmentPersonTag', [
  {
    what: 'is seen with its attachment',
    see: 'select id from public."PromptResponseAttachmentPersonTag"',
    expected: readersSee('Tagging'),
  },
  {
    what: 'managers tag people',
    attempt: tag('publicAttachment', 'looseTag'),
    expected: managersMay(),
  },
  {
    what: 'not with the people of another sharer',
    attempt: tag('publicAttachment', 'otherTag'),
    expected: managersMay('23514'),
  },
  {
    what: 'nor on the photos of another sharer',
    attempt: tag('otherAttachment', 'looseTag'),
    expected: { ...noClientMay('23514'), other: '23514' },
  },
  {
    what: 'a tag moves to another person of the same sharer',
    attempt: `update public."PromptResponseAttachmentPersonTag" set "personTagId" = '${rows.looseTag}'`,
    expected: { ...managersGet(3, 1), other: '23514', admin: '23514', service: '23514' },
  },
  ...shutColumns(
    'PromptResponseAttachmentPersonTag',
    ['id', 'promptResponseAttachmentId', 'createdAt', 'updatedAt'],
    4,
  ),
  {
    what: 'managers remove',
    attempt: 'delete from public."PromptResponseAttachmentPersonTag"',
    expected: managersGet(3, 1),
  },
]);

const personTag = accessTable('PersonTag', [
  {
    what: 'is seen by managers, and by those who may read a story whose photo shows the person',
    see: 'select id from public."PersonTag"',
    expected: readersSee('Tag', 'looseTag'),
  },
  {
    what: 'managers add',
    attempt: `insert into public."PersonTag" ("profileSharerId", name, relation)
      values ('${rows.sharer}', 'x', 'Mother')`,
    expected: managersMay(),
  },
  ...['name', 'relation'].map((column) => ({
    what: `managers change ${column}, without WHERE too`,
    attempt: `update public."PersonTag" set ${column} = null`,
    expected: managersGet(4, 1),
  })),
  ...shutColumns('PersonTag', ['id', 'profileSharerId', 'nameKey', 'createdAt', 'updatedAt'], 5),
  {
    what: 'managers remove',
    attempt: 'delete from public."PersonTag"',
    expected: managersGet(4, 1),
  },
]);

export const attachments = [attachment, tagging, personTag];
