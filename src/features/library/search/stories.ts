import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Story, type StoryRow, toStory } from '../../responses/story.ts';
import type { Signer } from '../../videos/media-address.ts';
import type { Words } from './ask.ts';
import { type HitRow, hitIn, toHit } from './hits.ts';

const Hit = hitIn('question', 'summary', 'notes', 'transcript');
export const FoundStory = Type.Object({ story: Story, hits: Type.Array(Hit) });

interface FoundRow extends StoryRow {
  hits: HitRow<'question' | 'summary' | 'notes' | 'transcript'>[];
}

/** These stories in this order, each with where it was met. */
export async function showStories(sql: Sql, ids: string[], words: Words, sign: Signer) {
  if (ids.length === 0) return [];
  const { q, language } = words;
  const rows = await sql<FoundRow>`
    select (f.story).*, f.hits from api.show_stories(${ids}::uuid[], ${q}, ${language}) f`;
  return rows.map(({ hits, ...row }) => ({ story: toStory(row, sign), hits: hits.map(toHit) }));
}
