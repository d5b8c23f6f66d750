import { type Static, Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable, Uuid } from '../../../server/schemas.ts';
import { Relation } from '../../attachments/attachment.ts';
import type { Words } from './ask.ts';
import { markedParts } from './marked-parts.ts';
import { Parts } from './marks.ts';

export const FoundPerson = Type.Object({
  id: Uuid,
  role: Type.Enum(['storyteller', 'in-photos'], {
    description: 'Whom the caller hears: id is sharerId. In photos: id is the person tag.',
  }),
  name: Parts,
  avatarUrl: Nullable(Type.String()),
  relation: Relation,
  likeness: Type.Number({
    description:
      '1 for a word that is part of the name, 0.9 for its beginning, less if only like it.',
  }),
  sharerId: Type.String({ format: 'uuid', description: 'In whose photos.' }),
  sharerName: Nullable(Type.String()),
  attachments: Type.Integer({ description: 'In how many that the caller may see.' }),
});

interface PersonRow extends Omit<Static<typeof FoundPerson>, 'name'> {
  name: string;
}

/** Storytellers and people in photos in this order. */
export async function showPeople(sql: Sql, ids: string[], { q, language }: Words) {
  if (ids.length === 0) return [];
  const rows = await sql<PersonRow>`
    select * from api.show_people(${ids}::uuid[], ${q}, ${language})`;
  return rows.map(({ name, ...row }) => ({ ...row, name: markedParts(name) }));
}

/** The name of a person that was found, in one piece. */
export const nameOf = (person: Static<typeof FoundPerson> | null) =>
  person?.name.map(({ text }) => text).join('') ?? '';
