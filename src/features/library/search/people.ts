import { type Static, Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable, Uuid } from '../../../server/schemas.ts';
import { Relation } from '../../attachments/attachment.ts';
import { type Ask, type Match, most } from './ask.ts';
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

/** Storytellers and people in photos, by names that sound like it. */
export const matchPeople = (sql: Sql, { q, language }: Ask) => sql<Match>`
  select id, "sharerId" from api.search_people(${q}, ${language}, ${most})`;

interface PersonRow extends Omit<Static<typeof FoundPerson>, 'name'> {
  name: string;
}

export async function showPeople(sql: Sql, ids: string[], { q, language }: Ask) {
  if (ids.length === 0) return [];
  const rows = await sql<PersonRow>`
    select shown.id, coalesce(api.mark_name(coalesce(t.name, card."fullName"), ${q}, ${language}), '') as name,
      case when t.id is null then 'storyteller' else 'in-photos' end as role,
      case when t.id is null then card."avatarUrl" end as "avatarUrl", t.relation,
      private.likeness(private.name_words(${q}, ${language}), coalesce(t.name, card."fullName")) as likeness,
      card."sharerId", card."fullName" as "sharerName", coalesce(t.attachments, 0) as attachments
    from unnest(${ids}::uuid[]) with ordinality shown (id, place)
    left join api.person_tag t on t.id = shown.id
    join private.sharer_cards() card on card."sharerId" = coalesce(t."sharerId", shown.id)
    order by shown.place`;
  return rows.map(({ name, ...row }) => ({ ...row, name: markedParts(name) }));
}
