import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Sql } from '../../../../db/session.ts';
import type { Feature } from '../../../server/deps.ts';
import { Nullable, PageOf } from '../../../server/schemas.ts';
import { createSigner } from '../../videos/media-address.ts';
import {
  type Ask,
  fits,
  type Kind,
  kinds,
  type Match,
  most,
  Query,
  readAsk,
  readOffset,
} from './ask.ts';
import {
  FoundAttachment,
  FoundObject,
  matchAttachments,
  matchObjects,
  showAttachments,
  showObjects,
} from './belongings.ts';
import { Facets, facetsOf } from './facets.ts';
import { FoundPerson, matchPeople, showPeople } from './people.ts';
import { FoundQuestion, matchQuestions, showQuestions } from './questions.ts';
import { FoundStory, matchStories, showStories } from './stories.ts';

const pageSize = 20;
/** How many of each kind but stories there are to see before one of them is chosen. */
const previewSize = 6;

const count = Type.Integer();
const Found = Type.Object({
  items: Type.Array(FoundStory),
  nextCursor: Nullable(Type.String()),
  total: Type.Integer({ description: `How many stories match, ${most} at the most.` }),
  ...Facets,
  attachments: PageOf(FoundAttachment),
  objects: PageOf(FoundObject),
  people: PageOf(FoundPerson),
  questions: PageOf(FoundQuestion),
  counts: Type.Object(
    { stories: count, attachments: count, objects: count, people: count, questions: count },
    { description: `How many match of each kind, ${most} at the most, whichever is chosen.` },
  ),
  hasWords: Type.Boolean({
    description: 'False where q has nothing to look for: signs alone, or words as common as “the”.',
  }),
});

/** Searching in all that the caller may watch and see: in what was written, said, shown and named. */
export const searchRoutes: Feature =
  ({ secret }) =>
  async (app) => {
    app.get(
      '/search',
      {
        schema: {
          summary: 'What matches: stories, attachments, objects, people and questions to tell',
          description: `The best match first, of the ${most} best of each kind. Stories: ready recordings, and one's own. Names are found by how they sound. Choices are counted of the kind that is asked for; without one, of what was told and of what lies beside it.`,
          querystring: Query,
          response: { 200: Found },
        },
      },
      (request) => {
        const ask = readAsk(request.query);
        return request.asUser((sql) => search(sql, ask, request, secret));
      },
    );
  };

async function search(sql: Sql, ask: Ask, request: FastifyRequest, secret: string) {
  const { all, chosen, hasWords } = await match(sql, ask);
  const shown = pagesOf(chosen, ask);
  const sign = createSigner(secret, request.sessionToken ?? '');
  const counted =
    ask.kind === undefined ? [...all.stories, ...all.attachments, ...all.objects] : all[ask.kind];
  const [stories, attachments, objects, people, questions, facets] = await Promise.all([
    showStories(sql, shown.stories.ids, ask, sign),
    showAttachments(sql, shown.attachments.ids, ask, [request, secret]),
    showObjects(sql, shown.objects.ids, ask, [request, secret]),
    showPeople(sql, shown.people.ids, ask),
    showQuestions(sql, shown.questions.ids, ask),
    facetsOf(sql, counted, ask),
  ]);
  const counts = mapKinds((kind) => chosen[kind].length);
  return {
    items: stories,
    nextCursor: shown.stories.nextCursor,
    total: counts.stories,
    ...facets,
    attachments: { items: attachments, nextCursor: shown.attachments.nextCursor },
    objects: { items: objects, nextCursor: shown.objects.nextCursor },
    people: { items: people, nextCursor: shown.people.nextCursor },
    questions: { items: questions, nextCursor: shown.questions.nextCursor },
    counts,
    hasWords,
  };
}

/** Something for each kind. */
const mapKinds = <T>(make: (kind: Kind) => T) =>
  Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>;

/** What matches of each kind: without the filters, and with them. */
async function match(sql: Sql, ask: Ask) {
  const { sharer } = ask;
  const [stories, theirs, attachments, objects, people, questions, words] = await Promise.all([
    matchStories(sql, ask, null),
    // Asked for again: of the best of everybody's there may be none of theirs.
    sharer === undefined ? null : matchStories(sql, ask, sharer),
    matchAttachments(sql, ask),
    matchObjects(sql, ask),
    matchPeople(sql, ask),
    matchQuestions(sql, ask),
    sql<{
      found: boolean;
    }>`select numnode(private.to_query(${ask.language}, ${ask.q})) > 0 as found`,
  ]);
  const all: Record<Kind, Match[]> = { stories, attachments, objects, people, questions };
  const chosen = mapKinds((kind) => all[kind].filter(fits(ask)));
  if (theirs !== null) chosen.stories = theirs.filter(fits(ask));
  return { all, chosen, hasWords: words[0]?.found === true };
}

/** What is shown of each kind: a page of the one that is asked for, or the first few of each. */
function pagesOf(chosen: Record<Kind, Match[]>, { kind, cursor }: Ask) {
  const from = readOffset(cursor);
  const listed = kind ?? 'stories';
  return mapKinds((one) => {
    const matches = chosen[one];
    if (one === listed) return slice(matches, from, pageSize);
    // The next page of stories is of stories alone.
    return kind === undefined && from === 0
      ? slice(matches, 0, previewSize)
      : { ids: [], nextCursor: null };
  });
}

function slice(matches: Match[], from: number, size: number) {
  const next = from + size;
  return {
    ids: matches.slice(from, next).map(({ id }) => id),
    nextCursor: next < matches.length ? String(next) : null,
  };
}
