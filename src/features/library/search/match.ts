import type { Static } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import { type Ask, fits, type Kind, type Match, mapKinds, most, mostOfOne } from './ask.ts';
import type { FoundPerson } from './people.ts';

type Person = Static<typeof FoundPerson> | null;

interface MatchRow extends Match {
  kind: Kind;
}

/** What matches of each kind: of everybody, and as the filters leave it. */
export async function match(sql: Sql, ask: Ask, person: Person) {
  const { q, language, sharer } = ask;
  if (q === undefined) return { ...sorted(await allOf(sql, ask, person), ask), hasWords: true };
  const search = (of: string | null) => sql<MatchRow>`
    select * from api.search(${q}, ${language}, ${most}, ${of})`;
  const [found, theirs, there, words] = await Promise.all([
    person === null ? search(null) : [],
    // Asked for again: of the best of everybody's there may be none of theirs.
    sharer === undefined ? [] : search(sharer),
    person?.role === 'in-photos' ? allOf(sql, ask, person) : null,
    sql<{ found: boolean }>`
      select numnode(private.to_query(${language}, ${q})) > 0 as found`,
  ]);
  const ids = there && new Set(there.map(({ id }) => id));
  const rows = [...found, ...theirs].filter(({ id }) => ids === null || ids.has(id));
  return { ...sorted(rows, ask), hasWords: words[0]?.found === true };
}

/** All that there is of one person: what a storyteller told, or what has somebody in it. */
const allOf = (sql: Sql, { language }: Ask, person: Person) =>
  person?.role === 'storyteller'
    ? sql<MatchRow>`select * from api.all_told_by(${person.sharerId}, ${mostOfOne})`
    : sql<MatchRow>`select * from api.all_with(${person?.id}, ${language}, ${mostOfOne})`;

/** Once each, by their kinds. */
function sorted(rows: MatchRow[], ask: Ask) {
  const known = new Set<string>();
  const all = mapKinds<Match[]>(() => []);
  for (const row of rows) {
    if (known.has(row.id)) continue;
    known.add(row.id);
    all[row.kind].push(row);
  }
  return { all, chosen: mapKinds((kind) => all[kind].filter(fits(ask))) };
}
