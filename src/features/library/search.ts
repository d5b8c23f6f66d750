import { type Static, Type } from 'typebox';
import type { Sql } from '../../../db/session.ts';
import type { Feature } from '../../server/deps.ts';
import { ProblemError } from '../../server/errors.ts';
import { Nullable, Uuid } from '../../server/schemas.ts';
import { Story, type StoryRow, toStory } from '../responses/story.ts';
import { createSigner, type Signer } from '../videos/media-address.ts';
import { markedParts } from './marked-parts.ts';

const pageSize = 20;
/** As many as the database gives at the most: the best of the matches. */
const most = 100;

const Query = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 1000, description: 'As in a search engine.' }),
  language: Type.Optional(
    Type.String({ maxLength: 35, description: 'In which q is written, as en or es-MX.' }),
  ),
  sharer: Type.Optional(Type.String({ format: 'uuid', description: 'Of this storyteller alone.' })),
  topic: Type.Optional(Type.String({ format: 'uuid', description: 'Of this topic alone.' })),
  cursor: Type.Optional(
    Type.String({ maxLength: 200, description: 'nextCursor of the page before.' }),
  ),
});
const Hit = Type.Object({
  field: Type.Enum(['question', 'summary', 'notes', 'transcript']),
  at: Nullable(Type.Number({ description: 'Seconds: where in the recording it is said.' })),
  parts: Type.Array(
    Type.Object({
      text: Type.String(),
      hit: Type.Boolean({ description: 'A word that was searched for.' }),
    }),
    { description: 'Plain text, in order.' },
  ),
});
const Facet = Type.Object({
  id: Uuid,
  name: Nullable(Type.String()),
  count: Type.Integer({ description: 'How many of the matches.' }),
});
const Found = Type.Object({
  items: Type.Array(Type.Object({ story: Story, hits: Type.Array(Hit) })),
  nextCursor: Nullable(Type.String()),
  total: Type.Integer({ description: `How many match, ${most} at the most.` }),
  sharers: Type.Array(Facet, { description: 'Of whom there are matches.' }),
  topics: Type.Array(Facet, { description: 'In which topics there are matches.' }),
});

/** Searching in all that the caller may watch: in what was written, and in what was said. */
export const searchRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.get(
      '/search',
      {
        schema: {
          summary: 'Stories in which something is said or written, the best match first',
          description: `Of the ${most} best matches; ready recordings, and one's own.`,
          querystring: Query,
          response: { 200: Found },
        },
      },
      (request) =>
        request.asUser((sql) =>
          search(sql, request.query, createSigner(secret, request.sessionToken ?? '')),
        ),
    );
  };

async function search(sql: Sql, query: Static<typeof Query>, sign: Signer) {
  const { q, language = 'en', sharer, topic } = query;
  const from = readOffset(query.cursor);
  const matches = await sql<StoryRow>`
    select s.* from api.search_stories(${q}, ${language}, ${most}) m join api.story s on s.id = m.id
    where s."videoStatus" = 'READY' or s."canManage"
    order by m.rank desc, s."createdAt" desc, s.id desc`;
  const ofSharer = (row: StoryRow) => sharer === undefined || row.profileSharerId === sharer;
  const ofTopic = (row: StoryRow) => topic === undefined || row.topicId === topic;
  const chosen = matches.filter((row) => ofSharer(row) && ofTopic(row));
  const shown = chosen.slice(from, from + pageSize);
  const hits = await hitsOf(sql, shown, q, language);
  const next = from + pageSize;
  return {
    items: shown.map((row) => ({ story: toStory(row, sign), hits: hits.get(row.id) ?? [] })),
    nextCursor: next < chosen.length ? String(next) : null,
    total: chosen.length,
    // Each kind counts what the other one leaves, so that no choice leads to nothing.
    sharers: facets(matches.filter(ofTopic), (row) => [row.profileSharerId, row.sharerName]),
    topics: facets(matches.filter(ofSharer), (row) => [row.topicId, row.topicTitle]),
  };
}

async function hitsOf(sql: Sql, stories: StoryRow[], q: string, language: string) {
  const rows = await sql<Omit<Static<typeof Hit>, 'parts'> & { id: string; snippet: string }>`
    select s.id, h.field, h.at, h.snippet
    from unnest(${stories.map(({ id }) => id)}::uuid[]) s (id),
      lateral api.story_hits(s.id, ${q}, ${language}) h`;
  const hits = new Map<string, Static<typeof Hit>[]>();
  for (const { id, field, at, snippet } of rows) {
    hits.set(id, [...(hits.get(id) ?? []), { field, at, parts: markedParts(snippet) }]);
  }
  return hits;
}

/** What the matches have in common, the most frequent first. */
function facets(rows: StoryRow[], of: (row: StoryRow) => [string | null, string | null]) {
  const found = new Map<string, Static<typeof Facet>>();
  for (const row of rows) {
    const [id, name] = of(row);
    if (id !== null) found.set(id, { id, name, count: (found.get(id)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,3}$/.test(cursor)) {
    throw new ProblemError('invalid', {
      errors: [{ field: 'cursor', message: 'is not a cursor' }],
    });
  }
  return Number(cursor);
}
