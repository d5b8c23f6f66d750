import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import { one } from '../../server/errors.ts';
import { Nullable, Uuid, When } from '../../server/schemas.ts';
import { createSigner, type Signer } from '../videos/media-address.ts';
import { refusals } from './files/refusal.ts';
import { shownFiles } from './places.ts';
import { relations } from './relations.ts';

const Address = Nullable(Type.String());
const Year = Nullable(Type.Integer({ minimum: 1000, maximum: 2200 }));

export const Relation = Nullable(
  Type.Enum([...relations], { description: 'What the person is to the storyteller.' }),
);
export const TaggedPerson = Type.Object({ id: Uuid, name: Type.String(), relation: Relation });

/** What a person writes about an attachment. All of it may stay unknown. */
export const Caption = Type.Object({
  title: Nullable(Type.String({ maxLength: 200 })),
  description: Nullable(Type.String({ maxLength: 5000 })),
  dateCaptured: Nullable(Type.String({ format: 'date', description: 'Where the day is known.' })),
  yearCaptured: Year,
  estimatedYear: Year,
});

const Files = Type.Object(
  {
    thumb: Address,
    view: Nullable(Type.String({ description: 'A photo at full screen, without its metadata.' })),
    listen: Nullable(Type.String({ description: 'A sound that every browser plays.' })),
    document: Address,
    original: Nullable(Type.String({ description: 'The file as it came, for its managers.' })),
    expiresAt: When,
  },
  {
    description:
      'Signed addresses, good for this session until expiresAt. ?download names the file.',
  },
);

export const Attachment = Type.Object({
  id: Uuid,
  responseId: Uuid,
  sharerId: Uuid,
  question: Nullable(Type.String()),
  topicId: Nullable(Uuid),
  objectId: Nullable(Uuid),
  kind: Type.Enum(['photo', 'audio', 'document']),
  fileName: Nullable(Type.String()),
  fileType: Nullable(Type.String({ description: 'By its content.' })),
  fileSize: Nullable(Type.Integer({ description: 'Bytes.' })),
  ...Caption.properties,
  state: Type.Enum(['waiting', 'processing', 'ready', 'refused']),
  problem: Nullable(
    Type.Enum([...refusals, 'not-playable'], {
      description: 'Why it was refused; not-playable: kept, and without ffmpeg not to be heard.',
    }),
  ),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  uploadedAt: When,
  people: Type.Array(TaggedPerson),
  canManage: Type.Boolean(),
  files: Files,
});
export type Attachment = Static<typeof Attachment>;

/** A row of api.attachment. */
export interface AttachmentRow extends Omit<Attachment, 'files' | 'uploadedAt'> {
  uploadedAt: Date;
  isStored: boolean;
  at: string;
}

/** Makes the addresses of attachments' files, for one session. */
export const attachmentSigner = (secret: string, sessionToken: string | null): Signer =>
  createSigner(secret, sessionToken ?? '', '/media/attachments');

/** Makes rows into what leaves, their files' addresses good for the session of this request. */
export function shownTo(request: FastifyRequest, secret: string) {
  const sign = attachmentSigner(secret, request.sessionToken);
  return (row: Omit<AttachmentRow, 'at'>): Attachment => toAttachment(row, sign);
}

function toAttachment(row: Omit<AttachmentRow, 'at'>, sign: Signer): Attachment {
  const { uploadedAt, isStored, ...rest } = row;
  const { base, expiresAt } = sign(row.id);
  const address = (name: string, there: boolean) => (isStored && there ? `${base}/${name}` : null);
  const files = {
    thumb: address(shownFiles.thumb, row.width !== null),
    view: address(shownFiles.view, row.width !== null),
    listen: address(shownFiles.listen, row.kind === 'audio' && row.problem === null),
    document: address(shownFiles.document, row.kind === 'document'),
    original: address('original', row.canManage),
    expiresAt: expiresAt.toISOString(),
  };
  return { ...rest, uploadedAt: uploadedAt.toISOString(), files };
}

/** An attachment that the caller may read; 404 otherwise. */
export const readAttachment = async (sql: Sql, id: string): Promise<AttachmentRow> =>
  one(await sql<AttachmentRow>`select * from api.attachment where id = ${id}`);
