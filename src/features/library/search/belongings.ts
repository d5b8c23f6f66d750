import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable } from '../../../server/schemas.ts';
import {
  Attachment,
  type AttachmentRow,
  shownTo as attachmentShownTo,
} from '../../attachments/attachment.ts';
import {
  FamilyObject,
  type ObjectRow,
  shownTo as objectShownTo,
} from '../../attachments/objects.ts';
import { type Ask, type Match, most } from './ask.ts';
import { Parts, partsOf } from './marks.ts';

const Words = {
  title: Nullable(Parts),
  description: Nullable(Parts),
};
export const FoundAttachment = Type.Object({ attachment: Attachment, ...Words });
export const FoundObject = Type.Object({ object: FamilyObject, ...Words });

interface Marked {
  /** Title and description; null where the words are elsewhere, as in a name or a year. */
  marked: (string | null)[];
}

/** What of a title or a description there is to show, with its marks. */
const wordsOf = ({ marked: [title, description] }: Marked, texts: (string | null)[]) => ({
  title: texts[0] ? partsOf(title, texts[0]) : null,
  description: texts[1] ? partsOf(description, texts[1]) : null,
});

/** Photos, papers and sounds, by their words, their years and who is in them. */
export const matchAttachments = (sql: Sql, { q, language }: Ask) => sql<Match>`
  select id, "sharerId", "topicId", year from api.search_attachments(${q}, ${language}, ${most})`;

export async function showAttachments(
  sql: Sql,
  ids: string[],
  { q, language }: Ask,
  [request, secret]: [FastifyRequest, string],
) {
  if (ids.length === 0) return [];
  const rows = await sql<AttachmentRow & Marked>`
    select a.*, api.mark_found(array[a.title, a.description], ${q}, ${language}) as marked
    from unnest(${ids}::uuid[]) with ordinality shown (id, place)
    join api.attachment a on a.id = shown.id order by shown.place`;
  const show = attachmentShownTo(request, secret);
  return rows.map(({ marked, at: _, ...row }) => ({
    attachment: show(row),
    ...wordsOf({ marked }, [row.title, row.description]),
  }));
}

/** Things that a family keeps. */
export const matchObjects = (sql: Sql, { q, language }: Ask) => sql<Match>`
  select id, "sharerId", "topicId" from api.search_objects(${q}, ${language}, ${most})`;

export async function showObjects(
  sql: Sql,
  ids: string[],
  { q, language }: Ask,
  [request, secret]: [FastifyRequest, string],
) {
  if (ids.length === 0) return [];
  const rows = await sql<ObjectRow & Marked>`
    select o.*, api.mark_found(array[o.name, o.description], ${q}, ${language}) as marked
    from unnest(${ids}::uuid[]) with ordinality shown (id, place)
    join api.object o on o.id = shown.id order by shown.place`;
  const show = objectShownTo(request, secret);
  return rows.map(({ marked, at: _, ...row }) => ({
    object: show(row),
    ...wordsOf({ marked }, [row.name, row.description]),
  }));
}
