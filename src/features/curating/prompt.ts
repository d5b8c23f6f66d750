import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import { one } from '../../server/errors.ts';
import { Nullable, Uuid, When } from '../../server/schemas.ts';
import { longest, Theme } from './category.ts';

export const PromptWords = Type.Object({
  text: Type.String({ minLength: 1, maxLength: longest.prompt, pattern: '\\S' }),
  categoryId: Nullable(Uuid),
  type: Type.String({ minLength: 1, maxLength: longest.prompt, pattern: '\\S' }),
  isContextEstablishing: Type.Boolean({ description: 'Asked before the others of its topic.' }),
  isObjectPrompt: Type.Boolean({ description: 'Asks about a thing that is kept.' }),
});
export const CuratedPrompt = Type.Object({
  id: Uuid,
  ...PromptWords.properties,
  category: Nullable(Type.String()),
  theme: Nullable(Theme),
  retiredAt: Nullable(When),
  stories: Type.Integer({ description: 'How many stories answer it.' }),
  recordings: Type.Integer({ description: 'How many recordings were made for it, told or not.' }),
});

export type PromptRow = Omit<Static<typeof CuratedPrompt>, 'retiredAt'> & {
  retiredAt: Date | null;
  place: number;
};
export const toPrompt = ({
  place: _,
  retiredAt,
  ...row
}: PromptRow): Static<typeof CuratedPrompt> => ({
  ...row,
  retiredAt: retiredAt?.toISOString() ?? null,
});

export const readPrompt = async (sql: Sql, id: string) =>
  one(await sql<PromptRow>`select * from api.curated_prompt where id = ${id}`);

/** 404 for a topic that is not there. null is none. */
export async function needCategory(sql: Sql, id: string | null): Promise<void> {
  if (id !== null)
    one(await sql`select from public."PromptCategory" where id = ${id} for key share`);
}
