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
import type { Words } from './ask.ts';
import { Parts, partsOf } from './marks.ts';

const Text = {
  title: Nullable(Parts),
  description: Nullable(Parts),
};
export const FoundAttachment = Type.Object({ attachment: Attachment, ...Text });
export const FoundObject = Type.Object({ object: FamilyObject, ...Text });

interface Marked {
  /** Title and description; null where the words are elsewhere, as in a name or a year. */
  marked: (string | null)[];
}

/** What of a title or a description there is to show, with its marks. */
const wordsOf = ({ marked: [title, description] }: Marked, texts: (string | null)[]) => ({
  title: texts[0] ? partsOf(title, texts[0]) : null,
  description: texts[1] ? partsOf(description, texts[1]) : null,
});

/** Photos, papers and sounds in this order. */
export async function showAttachments(
  sql: Sql,
  ids: string[],
  { q, language }: Words,
  [request, secret]: [FastifyRequest, string],
) {
  if (ids.length === 0) return [];
  const rows = await sql<AttachmentRow & Marked>`
    select (f.attachment).*, f.marked
    from api.show_attachments(${ids}::uuid[], ${q}, ${language}) f`;
  const show = attachmentShownTo(request, secret);
  return rows.map(({ marked, at: _, ...row }) => ({
    attachment: show(row),
    ...wordsOf({ marked }, [row.title, row.description]),
  }));
}

/** Things that a family keeps, in this order. */
export async function showObjects(
  sql: Sql,
  ids: string[],
  { q, language }: Words,
  [request, secret]: [FastifyRequest, string],
) {
  if (ids.length === 0) return [];
  const rows = await sql<ObjectRow & Marked>`
    select (f.object).*, f.marked from api.show_objects(${ids}::uuid[], ${q}, ${language}) f`;
  const show = objectShownTo(request, secret);
  return rows.map(({ marked, at: _, ...row }) => ({
    object: show(row),
    ...wordsOf({ marked }, [row.name, row.description]),
  }));
}
