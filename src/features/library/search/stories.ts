import { type Static, Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable } from '../../../server/schemas.ts';
import { Story, type StoryRow, toStory } from '../../responses/story.ts';
import type { Signer } from '../../videos/media-address.ts';
import { type Ask, type Match, most } from './ask.ts';
import { markedParts } from './marked-parts.ts';
import { Parts } from './marks.ts';

const Hit = Type.Object({
  field: Type.Enum(['question', 'summary', 'notes', 'transcript']),
  at: Nullable(Type.Number({ description: 'Seconds: where in the recording it is said.' })),
  parts: Parts,
});
export const FoundStory = Type.Object({ story: Story, hits: Type.Array(Hit) });

/** Stories in which it is said or written: ready ones, and one's own. Of everybody, or of one. */
export const matchStories = (sql: Sql, { q, language }: Ask, sharer: string | null) => sql<Match>`
  select s.id, s."profileSharerId" as "sharerId", s."topicId", s.seen,
    extract(year from coalesce(s."dateRecorded", s."createdAt"))::integer as year
  from api.search_stories(${q}, ${language}, ${most}, ${sharer}) m join api.story s on s.id = m.id
  where s."videoStatus" = 'READY' or s."canManage"
  order by m.rank desc, s."createdAt" desc, s.id desc`;

/** These stories in this order, each with where it was met. */
export async function showStories(sql: Sql, ids: string[], { q, language }: Ask, sign: Signer) {
  if (ids.length === 0) return [];
  const [rows, found] = await Promise.all([
    sql<StoryRow>`
      select s.* from unnest(${ids}::uuid[]) with ordinality shown (id, place)
      join api.story s on s.id = shown.id order by shown.place`,
    sql<Omit<Static<typeof Hit>, 'parts'> & { id: string; snippet: string }>`
      select s.id, h.field, h.at, h.snippet
      from unnest(${ids}::uuid[]) s (id), lateral api.story_hits(s.id, ${q}, ${language}) h`,
  ]);
  const hits = new Map<string, Static<typeof Hit>[]>();
  for (const { id, field, at, snippet } of found) {
    hits.set(id, [...(hits.get(id) ?? []), { field, at, parts: markedParts(snippet) }]);
  }
  return rows.map((row) => ({ story: toStory(row, sign), hits: hits.get(row.id) ?? [] }));
}
