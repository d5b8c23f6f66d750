import { type Static, Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { Nullable, Uuid } from '../../../server/schemas.ts';
import { type Ask, fits, type Match } from './ask.ts';

const Facet = Type.Object({
  id: Uuid,
  name: Nullable(Type.String()),
  count: Type.Integer({ description: 'How many of the matches.' }),
});
const Decade = Type.Object({ from: Type.Integer(), count: Type.Integer() });

export const Facets = {
  sharers: Type.Array(Facet, { description: 'Of whom there are matches.' }),
  topics: Type.Array(Facet, { description: 'In which topics there are matches.' }),
  decades: Type.Array(Decade, {
    description: 'Of which ten years there are matches, by the first.',
  }),
};

/**
 * What matches can be narrowed down to, and how many are left then. Each kind of choice counts what the
 * other ones leave, so that no choice leads to nothing.
 */
export async function facetsOf(sql: Sql, matches: Match[], ask: Ask) {
  const without = (...names: (keyof Ask)[]) => {
    const rest = Object.fromEntries(
      Object.entries(ask).filter(([name]) => !names.includes(name as keyof Ask)),
    );
    return matches.filter(fits(rest));
  };
  const sharers = count(without('sharer'), ({ sharerId }) => sharerId);
  const topics = count(without('topic'), ({ topicId }) => topicId);
  const decades = count(without('from', 'to'), ({ year }) => year && year - (year % 10));
  const [names, titles] = await Promise.all([
    sharers.size === 0
      ? []
      : sql<Named>`select c."sharerId" as id, c."fullName" as name from private.sharer_cards() c`,
    topics.size === 0
      ? []
      : sql<Named>`select c.id, c.category as name from public."PromptCategory" c
          where c.id = any (${[...topics.keys()]}::uuid[])`,
  ]);
  return {
    sharers: named(sharers, names),
    topics: named(topics, titles),
    decades: [...decades].map(([from, count]) => ({ from, count })).sort((a, b) => a.from - b.from),
  };
}

interface Named {
  id: string;
  name: string | null;
}

function count<Key>(matches: Match[], of: (match: Match) => Key | null | undefined) {
  const counts = new Map<Key, number>();
  for (const match of matches) {
    const key = of(match);
    if (key !== null && key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent first. */
function named(counts: Map<string, number>, names: Named[]): Static<typeof Facet>[] {
  const byId = new Map(names.map(({ id, name }) => [id, name]));
  return [...counts]
    .map(([id, count]) => ({ id, name: byId.get(id) ?? null, count }))
    .sort((a, b) => b.count - a.count);
}
