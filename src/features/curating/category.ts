import { type Static, Type } from 'typebox';
import { Nullable, Uuid } from '../../server/schemas.ts';

export const themes = [
  'LIFE_EXPERIENCES',
  'HEALTH_AND_WELLBEING',
  'FOOD',
  'FAMILY',
  'WORK',
  'FAITH_AND_VALUES',
  'PLACES',
  'CUSTOM',
] as const;
export const Theme = Type.Enum([...themes]);

/** The most that their columns take, in characters. */
export const longest = { name: 500, description: 20_000, prompt: 255 };

export const CategoryWords = Type.Object({
  category: Type.String({ minLength: 1, maxLength: longest.name, pattern: '\\S' }),
  description: Nullable(Type.String({ maxLength: longest.description })),
  theme: Nullable(Theme),
});
export const CuratedCategory = Type.Object({
  id: Uuid,
  category: Type.String(),
  description: Nullable(Type.String()),
  theme: Nullable(Theme),
  asked: Type.Integer({ description: 'How many questions it has that are asked.' }),
  retired: Type.Integer({ description: 'How many it has that are not asked any more.' }),
  topicVideos: Type.Integer({ description: 'How many storytellers have summed it up.' }),
});
export type CuratedCategory = Static<typeof CuratedCategory>;
