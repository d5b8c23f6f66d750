import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable, Uuid } from '../../../server/schemas.ts';
import type { Words } from './ask.ts';
import { Parts, partsOf } from './marks.ts';

export const FoundQuestion = Type.Object({
  id: Uuid,
  text: Parts,
  topicId: Nullable(Uuid),
  topic: Nullable(Parts),
});

interface QuestionRow {
  id: string;
  text: string;
  topicId: string | null;
  topicTitle: string | null;
  marked: (string | null)[];
}

/** Questions in this order. */
export async function showQuestions(sql: Sql, ids: string[], { q, language }: Words) {
  if (ids.length === 0) return [];
  const rows = await sql<QuestionRow>`
    select * from api.show_questions(${ids}::uuid[], ${q}, ${language})`;
  return rows.map(({ id, text, topicId, topicTitle, marked }) => ({
    id,
    text: partsOf(marked[0], text),
    topicId,
    topic: topicTitle === null ? null : partsOf(marked[1], topicTitle),
  }));
}
