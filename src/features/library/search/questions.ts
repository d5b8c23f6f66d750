import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable, Uuid } from '../../../server/schemas.ts';
import { type Ask, type Match, most } from './ask.ts';
import { Parts, partsOf } from './marks.ts';

export const FoundQuestion = Type.Object({
  id: Uuid,
  text: Parts,
  topicId: Nullable(Uuid),
  topic: Nullable(Parts),
});

/** Questions that the caller, or whom they act for, has not told yet. */
export const matchQuestions = (sql: Sql, { q, language }: Ask) => sql<Match>`
  select id, "sharerId", "topicId" from api.search_questions(${q}, ${language}, ${most})`;

interface QuestionRow {
  id: string;
  text: string;
  topicId: string | null;
  topicTitle: string | null;
  marked: (string | null)[];
}

export async function showQuestions(sql: Sql, ids: string[], { q, language }: Ask) {
  if (ids.length === 0) return [];
  const rows = await sql<QuestionRow>`
    select p.id, p."promptText" as text, c.id as "topicId", c.category as "topicTitle",
      api.mark_found(array[p."promptText", c.category], ${q}, ${language}) as marked
    from unnest(${ids}::uuid[]) with ordinality shown (id, place)
    join public."Prompt" p on p.id = shown.id
    left join public."PromptCategory" c on c.id = p."promptCategoryId"
    order by shown.place`;
  return rows.map(({ id, text, topicId, topicTitle, marked }) => ({
    id,
    text: partsOf(marked[0], text),
    topicId,
    topic: topicTitle === null ? null : partsOf(marked[1], topicTitle),
  }));
}
